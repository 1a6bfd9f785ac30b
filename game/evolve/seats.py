"""Folding what seats are, hold, know and mean to do."""

from typing import assert_never

from msgspec.structs import replace

from game.events.seats import (
    ActResolved,
    ActSpoilt,
    AgencyMoved,
    AnySeatEvent,
    ArchitectureBacked,
    ChoiceMade,
    DoneSaid,
    GovernanceBacked,
    Learned,
    Paid,
    PlanLocked,
    PlanSent,
    ReadySaid,
    Scanned,
    SeatDropped,
    SeatHeld,
    SeatShared,
    VoteCalled,
    VoteCast,
)
from game.evolve.parts import with_seat
from game.model.past import Resolved
from game.model.seats import Seat
from game.model.table import Table
from game.vocabulary import Holder, Holding


def evolve(table: Table, event: AnySeatEvent) -> Table:
    """The table after an event of one seat."""
    match event:
        case ActResolved():
            done = Resolved(event.seat, event.act, event.worked, event.reason)
            return replace(table, resolved=(*table.resolved, done))
        case Paid():
            return paid(table, event)
        case _:
            return with_seat(table, event.seat, lambda seat: changed(seat, event))


def paid(table: Table, event: Paid) -> Table:
    """The table after a payment."""
    table = with_seat(
        table, event.seat, lambda seat: replace(seat, budget=seat.budget - event.amount)
    )
    if event.to is None:
        return table
    return with_seat(table, event.to, lambda seat: replace(seat, budget=seat.budget + event.amount))


def changed(seat: Seat, event: AnySeatEvent) -> Seat:  # noqa: C901  one case an event
    """The seat after an event that changes nothing else."""
    match event:
        case AgencyMoved():
            return moved(seat, event)
        case Learned():
            return replace(seat, known=(*seat.known, event.dependency))
        case PlanSent():
            return replace(seat, plan=event.acts)
        case PlanLocked():
            return replace(seat, plan=event.acts, ready=True)
        case ChoiceMade():
            return replace(seat, choice=event.option)
        case VoteCast():
            return replace(seat, vote=event.launch)
        case ReadySaid():
            return replace(seat, ready=event.ready)
        case ActSpoilt():
            return replace(seat, spoilt=(*seat.spoilt, event.place))
        case DoneSaid():
            return replace(seat, done=event.done)
        case Scanned():
            return replace(seat, scanned=event.agenda)
        case VoteCalled():
            return replace(seat, calls_vote=event.calls)
        case ArchitectureBacked():
            return replace(seat, architecture=event.architecture, host=event.host)
        case GovernanceBacked():
            return replace(seat, governance=event.governance)
        case SeatHeld():
            return held(seat, event)
        case SeatShared():
            return shared(seat, event)
        case SeatDropped():
            return replace(seat, dropped=event.dropped)
        case _:
            raise AssertionError(event)


def held(seat: Seat, event: SeatHeld) -> Seat:
    """The seat with its new holder; a seat that was freed is shared by nobody."""
    others = tuple(one for one in seat.sharers if one != event.person)
    return replace(
        seat,
        holder=event.holder,
        person=event.person,
        sharers=() if event.holder is Holder.NOBODY else others,
        bot=event.bot,
        stands_in=event.stands_in,
    )


def shared(seat: Seat, event: SeatShared) -> Seat:
    """The seat with one person more or fewer; whoever came next is then first."""
    others = tuple(one for one in seat.people if one != event.person)
    people = (*others, event.person) if event.shares else others
    return replace(seat, person=next(iter(people), None), sharers=people[1:])


def moved(seat: Seat, event: AgencyMoved) -> Seat:
    """The seat with one of its numbers changed."""
    match event.holding:
        case Holding.BUDGET:
            return replace(seat, budget=event.to)
        case Holding.AUTONOMY:
            lost = seat.autonomy_lost - event.by
            return replace(seat, autonomy=event.to, autonomy_lost=lost)
        case Holding.ROUTINES:
            return replace(seat, routines=event.to)
        case Holding.PORTALS:
            return replace(seat, portals=event.to)
        case Holding.BACKING:
            return replace(seat, backing=event.to)
        case Holding.CAPACITY:
            return replace(seat, capacity=event.to)
        case Holding.HAND:
            return replace(seat, hand=event.to)
        case _:
            assert_never(event.holding)
