"""What caused each change of what all share: players, cards, politics, or the facilitator.

Counted from the events of the line of play that counts, so that a debrief can set what players
caused apart from what control caused. It says who moved a thing, never who is to blame for it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from msgspec import Struct

from game.controls.course import EndGame, NextPhase, Start
from game.debrief.rollouts import is_in_play, line_of
from game.events import AnyEvent
from game.events.course import DueFell, PhaseBegan
from game.events.dependencies import Reopened, Signed, Suspended, WentLive
from game.events.tracks import CardDrawn, ChoiceTaken, DeadlinePassed, TrackMoved, VoteCounted
from game.events.trust import TokenEarned, TokenLost, TokenPlaced, TokenTaken
from game.log import Entry
from game.model.table import Table
from game.vocabulary import Due, Phase, State

Cause = Literal["players", "cards", "politics", "control"]
CAUSES: Final[tuple[Cause, ...]] = ("players", "cards", "politics", "control")
"""`cards`: what chance drew, deadlines and year one. `politics`: the frame against the agenda."""
MEASURES: Final = ("support", "legal_pressure", "counter", "rating", "trust", "signed", "live")
"""The shared tracks; tokens that lie on the table; dependencies signed and live."""
PACE: Final = (NextPhase, Start, EndGame)
"""Moving along is no intervention: what follows was in the plans already."""


class Caused(Struct, frozen=True):
    """A change of one measure in one entry."""

    version: int
    measure: str
    by: int
    cause: Cause


def caused(entries: Sequence[Entry]) -> tuple[Caused, ...]:
    """Every change of every measure, in the order of the log; what was set aside is left out."""
    line = line_of(entries)
    return tuple(
        change
        for before, now in pairwise(line)
        if is_in_play(before.table) and is_in_play(now.table)
        for change in of_entry(entries[now.version - 1], before.table)
    )


def of_entry(entry: Entry, before: Table) -> Iterator[Caused]:
    """The changes of one entry; `before` is the table to which it came."""
    control = is_control(entry)
    cause: Cause = "control" if control else "cards" if entry.via == "chance" else "players"
    for place, event in enumerate(entry.events):
        if not control:
            cause = marked(event, cause)
        for measure, by in moved(event, before):
            if by:
                checked = measure == "support" and is_check(entry.events[place + 1 : place + 2])
                mine: Cause = "politics" if checked and not control else cause
                yield Caused(entry.version, measure, by, mine)


def is_control(entry: Entry) -> bool:
    """Whether the facilitator stepped in, for a seat as well, and did more than move along."""
    return entry.via == "facilitator" and not isinstance(entry.command, PACE)


def marked(event: AnyEvent, cause: Cause) -> Cause:
    """Whose doing is what follows this event."""
    match event:
        case CardDrawn():
            return "control" if event.injected else "cards"
        case ChoiceTaken():
            return "cards" if event.by_default else "players"
        case DeadlinePassed():
            return "cards"
        case VoteCounted():
            return "players"
        case PhaseBegan():
            return "cards" if event.phase in {Phase.BRIEFING, Phase.YEAR_ONE} else "players"
        case _:
            return cause


def is_check(after: Sequence[AnyEvent]) -> bool:
    """Whether the check of the frame stood here: the headline falls due right after it."""
    return any(isinstance(one, DueFell) and one.due is Due.HEADLINE for one in after)


def moved(event: AnyEvent, before: Table) -> Iterator[tuple[str, int]]:  # noqa: C901  one case a kind
    """What an event changed, by measure."""
    match event:
        case TrackMoved():
            yield event.track.value, event.by
        case TokenPlaced() | TokenEarned():
            yield "trust", 1
        case TokenTaken():
            yield "trust", -1
        case TokenLost():
            yield "trust", -event.placed - event.earned
        case Signed():
            yield "signed", 1
        case WentLive():
            yield "live", 1
        case Suspended():
            yield "live", -1
        case Reopened():
            state = before.dependency(event.dependency).state
            yield ("live" if state is State.LIVE else "signed"), -1
        case _:
            return
