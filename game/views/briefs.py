"""What seats read of themselves alone: their briefs, for the eyes that may read them."""

from game.model.table import Table
from game.ruleset import Ruleset
from game.views.shown import is_opened
from game.views.view import Viewer
from game.vocabulary import SeatId


def briefs(table: Table, viewer: Viewer, rules: Ruleset, language: str) -> dict[SeatId, str]:
    """The briefs that this viewer may read, in seat order (RULES section 9).

    A seat reads its own, the facilitator all, and everybody what the debrief has opened.
    """
    return {
        seat.id: rules.brief(language, seat.id)
        for seat in table.seats
        if viewer.kind == "facilitator"
        or viewer.seat == seat.id
        or is_opened(table, f"brief:{seat.id}")
    }
