"""What the console needs besides the table to see who is stuck: who acted last and when, and which
two have dealt with each other in this round. Read off the entries; nothing is decided here.
"""

from msgspec import json

from game.events import AnyEvent
from game.events.control import ActedFor
from game.events.course import PhaseBegan, RoundClosed
from game.events.dependencies import FactShown
from game.events.talk import DealClosed, Offered, Said
from game.events.trust import TokenPlaced, TokenTaken
from game.forms import SeatCommand
from game.log import Entry
from game.model.table import Table
from game.vocabulary import DealState, SeatId
from server.protocol.frames import Activity, PairActivity, SeatActivity, SeatAway


class TableActivity:
    """What has happened at one table, as far as the console asks who needs a hand."""

    def __init__(self) -> None:
        self._since_ms = 0
        self._seats: dict[SeatId, SeatActivity] = {}
        self._pairs: dict[tuple[SeatId, SeatId], int] = {}
        self._away: tuple[SeatAway, ...] = ()
        self._view: bytes | None = None

    def took(self, entry: Entry, table: Table) -> None:
        """Remember an entry; `table` is the one after it."""
        self._view = None
        if isinstance(entry.command, SeatCommand):
            self._acted(SeatId(entry.by), entry, str(entry.command.__struct_config__.tag))
        for event in entry.events:
            self._happened(event, entry, table)

    def _acted(self, seat: SeatId, entry: Entry, what: str) -> None:
        self._seats[seat] = SeatActivity(seat=seat, at_ms=entry.at_ms, type=what, via=entry.via)

    def _happened(self, event: AnyEvent, entry: Entry, table: Table) -> None:
        match event:
            case ActedFor():
                self._acted(event.seat, entry, event.what)
            case PhaseBegan():
                self._since_ms = entry.at_ms
            case RoundClosed():
                self._pairs.clear()
            case _:
                pair = pair_of(event, table)
                if pair is not None:
                    self._pairs[pair] = entry.at_ms

    def noted(self, away: tuple[SeatAway, ...]) -> None:
        """Remember who is away."""
        if away != self._away:
            self._away, self._view = away, None

    def view(self) -> bytes:
        """For the facilitator, encoded; kept until the next entry."""
        if self._view is None:
            self._view = json.encode(self._seen())
        return self._view

    def _seen(self) -> Activity:
        return Activity(
            since_ms=self._since_ms,
            seats=tuple(self._seats.values()),
            pairs=tuple(
                PairActivity(a=a, b=b, at_ms=at_ms) for (a, b), at_ms in self._pairs.items()
            ),
            away=self._away,
        )


def pair_of(event: AnyEvent, table: Table) -> tuple[SeatId, SeatId] | None:
    """The two between whom this happened, in the order of their names; None: no such two."""
    match event:
        case Offered():
            return ordered(event.deal.by, event.deal.to)
        case DealClosed(state=DealState.ACCEPTED | DealState.DECLINED | DealState.COUNTERED):
            deal = next((one for one in table.deals if one.id == event.deal), None)
            return None if deal is None else ordered(deal.by, deal.to)
        case Said(to=to, by=by) if to is not None:
            return ordered(by, to)
        case FactShown(to=to, by=by) if to is not None:
            return ordered(by, to)
        case TokenPlaced(seat=seat, other=other) | TokenTaken(seat=seat, other=other):
            return ordered(seat, other)
        case _:
            return None


def ordered(one: SeatId, other: SeatId) -> tuple[SeatId, SeatId]:
    """The same pair for both of its orders."""
    return (one, other) if one < other else (other, one)
