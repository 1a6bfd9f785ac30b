"""The parts of a ruleset that pages draw with: what everybody may read, and nothing else."""

from game.actions import BY_KIND
from game.bargains import MOST_BUDGET, PROMISED
from game.ruleset import Ruleset
from server.protocol.board import (
    Board,
    BoardDeals,
    BoardDependency,
    BoardPromised,
    BoardRuleset,
    BoardSeat,
)
from server.rulesets import LANGUAGE


def board_of(rules: Ruleset) -> Board:
    """The parts of a ruleset that pages draw with."""
    return Board(
        ruleset=BoardRuleset(
            id=rules.id,
            version=rules.version,
            digest=rules.digest,
            sponsor=rules.sponsor,
            late_joiner=rules.late_joiner,
        ),
        seats=tuple(
            BoardSeat(id=seat.id, rationality=seat.rationality, colour=seat.colour, code=seat.code)
            for seat in rules.seats
        ),
        dependencies=tuple(
            BoardDependency(
                id=one.id, between=one.between, sensitivity=one.sensitivity, effort=one.effort
            )
            for one in rules.dependencies
        ),
        cards=tuple(card.id for card in (*rules.events, *rules.year_one)),
        deals=BoardDeals(
            budget=MOST_BUDGET,
            promises=rules.params.open_promises,
            promised=tuple(
                BoardPromised(kind=kind, objects=BY_KIND[kind].objects if kind in BY_KIND else ())
                for kind in PROMISED
            ),
        ),
        texts=rules.shared_texts(LANGUAGE),
    )
