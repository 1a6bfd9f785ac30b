"""The parts of a ruleset that pages draw with: what everybody may read, and nothing else."""

from game.ruleset import Ruleset
from server.protocol.replies import Board, BoardCard, BoardDependency, BoardRuleset, BoardSeat
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
        cards={
            str(card.id): BoardCard(
                kind=card.kind,
                options=tuple(one.id for one in card.choice.options) if card.choice else (),
            )
            for card in (*rules.events, *rules.year_one)
        },
        texts=rules.shared_texts(LANGUAGE),
    )
