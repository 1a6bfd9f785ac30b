"""What a facilitator is told of the session beside play: who is expected, and the booked slot."""

from msgspec import Struct


class ExpectedPerson(Struct, frozen=True, kw_only=True):
    """Somebody on the list who has not come yet, and whose seat is kept."""

    table: str
    seat: str
    name: str


class SlotView(Struct, frozen=True, kw_only=True):
    """The booked slot: how long, and since when the first table plays (ms since 1970, UTC)."""

    booked_min: int | None
    began_ms: int | None
    lengths: dict[str, int]
    """Seconds of each phase, as planned at set-up."""
    rehearsal: bool
    """Bots play it fast, and nothing of it is kept."""
