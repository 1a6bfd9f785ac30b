"""What all events have in common."""

from msgspec import Struct


def snake(name: str) -> str:
    """The name of a class as it stands in a log: `TokenPlaced` becomes `token_placed`."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


class Event(
    Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="type",
    tag=snake,
):
    """One fact of an entry."""
