"""What the parts of a view have in common, and what several of them ask of a table."""

from msgspec import Struct

from game.model.table import Table


class Shown(Struct, frozen=True, omit_defaults=False, gc=False):
    """A part of a view; every field is there, so that pages need not guess."""


def back_ledger_open(table: Table) -> bool:
    """An audit of this round opens the back ledger; so does the facilitator in the debrief."""
    return table.audit or is_opened(table, "back_ledger")


def is_opened(table: Table, secret: str) -> bool:
    """Whether the facilitator has opened a secret in the debrief."""
    return secret in table.opened_secrets or "all" in table.opened_secrets
