"""The launch vote (RULES section 7; the means of governance of section 6)."""

from typing import assert_never

from game.course.promises import judge_votes
from game.draft import Draft
from game.events.course import PhaseBegan
from game.events.tracks import Launched, VoteCounted
from game.model.table import Table
from game.moves import move_track
from game.vocabulary import Governance, Phase, Track


def is_last_round(table: Table) -> bool:
    """No round follows this one."""
    return table.round >= table.params.rounds


def vote_is_due(table: Table) -> bool:
    """In the last round, or where two seats have called for it."""
    called = sum(seat.calls_vote for seat in table.seats)
    return is_last_round(table) or called > 1


def begin_vote(draft: Draft) -> None:
    """The seats vote; with too little support no vote is held, which counts as not passed."""
    params = draft.table.params
    draft.emit(PhaseBegan(Phase.VOTE, draft.table.round, params.vote_s))
    if draft.table.support < params.vote_support:
        draft.emit(VoteCounted((), passed=False))
        move_track(draft, Track.SUPPORT, -1)


def count_votes(draft: Draft) -> None:
    """Count; who has not voted abstains. Passed: the service is launched."""
    votes = tuple(seat.vote for seat in draft.table.seats)
    passes = passed(draft.table, votes)
    draft.emit(VoteCounted(votes, passes))
    judge_votes(draft)
    if passes:
        draft.emit(Launched(draft.table.round))
    else:
        move_track(draft, Track.SUPPORT, -1)


def passed(table: Table, votes: tuple[bool | None, ...]) -> bool:
    """Whether so many launch votes are enough under this governance."""
    launch = sum(vote is True for vote in votes)
    match table.governance:
        case Governance.NETWORK:
            return launch >= len(votes) - 1
        case Governance.HIERARCHY:
            sponsor = votes[table.index(table.sponsor)] is True
            return sponsor and 2 * launch >= len(votes)
        case Governance.HYBRID | None:
            return 2 * launch > len(votes)
        case _:
            assert_never(table.governance)
