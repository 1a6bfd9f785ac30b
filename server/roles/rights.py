"""What the holder of a pass may see and do, alike on the socket and by JSON.

A seat acts for itself alone, a facilitator in its own session, a screen not at all. What a command
needs beyond that is decided by the engine.
"""

from collections.abc import Coroutine, Iterable
from typing import Protocol, TypeVar

from game.acting import ActFor
from game.bots.lineup import BOTS
from game.commands import AnyCommand, decode_control, decode_seat
from game.controls.course import Rewind
from game.controls.people import RemovePerson
from game.controls.room import Note, OpenSecret
from game.controls.seats import FillSeat, PutBot, ShareSeat
from game.controls.standin import SetStandIn
from game.model.table import Table
from game.talk.seat import TakeSeatBack
from game.views.view import FACILITATOR, OBSERVER, Viewer, seat_viewer
from game.vocabulary import FACILITATOR as BY_FACILITATOR
from game.vocabulary import Actor, Holder, PersonId, SeatId
from server.protocol.bodies import SetPerson, SetSeat
from server.protocol.frames import (
    Answer,
    Ask,
    Done,
    Hello,
    Inbound,
    Older,
    Outbound,
    Refusal,
    Seen,
    Tick,
)
from server.protocol.problems import Problem
from server.protocol.strict import Malformed
from server.roles.overseeing import IN_ALREADY, Overseer, lines_before, tick_of
from server.sessions.people import Device, Person
from server.sessions.seating import Seating
from server.sessions.session import LiveSession
from server.store.contract import Busy, StoreUnavailable
from server.tables.asked import Asked, Declined
from server.tables.channel import Channel
from server.tables.live import LiveTable
from server.tables.mailbox import Crashed
from server.tables.reading import read_command

C = TypeVar("C", bound=AnyCommand)


class Role(Protocol):
    """Somebody with a good pass."""

    def enter(self, device: Device) -> None:
        """A device of theirs is connected."""

    def leave(self, device: Device) -> None:
        """It is not any more."""

    async def attach(self, device: Device) -> tuple[Channel, ...]:
        """Let the device hear of the views it is to show now, and of no others."""

    async def answer(self, frame: Inbound) -> Outbound:
        """Do what a frame asks, and say what came of it."""

    def ticks(self) -> Iterable[Tick]:
        """The game time of every table that is shown."""


class PersonRole:
    """A person: in a seat, observing, or waiting for a seat."""

    def __init__(self, session: LiveSession, person: Person) -> None:
        self.session = session
        self.person = person
        self._at: tuple[LiveTable, Viewer] | None = None

    def enter(self, device: Device) -> None:
        """See `Role`."""
        self.person.enter(device)
        self.session.changed()

    def leave(self, device: Device) -> None:
        """See `Role`."""
        self.person.devices.pop(device, None)
        self._detach(device)
        self.session.changed()

    def _detach(self, device: Device) -> None:
        self.session.leave_waiting(self.person.id, device)
        if self._at is not None:
            self._at[0].detach(self._at[1], device)

    async def attach(self, device: Device) -> tuple[Channel, ...]:
        """See `Role`."""
        self._detach(device)
        self._at = self.place()
        if self._at is not None:
            return (await self._at[0].attach(self._at[1], device),)
        channel = self.session.waiting_channel(self.person.id)
        channel.listeners.add(device)
        return (channel,)

    def place(self) -> tuple[LiveTable, Viewer] | None:
        """The table that this person sees now, and as whom; None: they wait."""
        sits = self.session.seat_of(self.person.id)
        if sits is not None:
            return sits[0], seat_viewer(sits[1].id)
        watched = self.session.watched_by(self.person)
        return None if watched is None else (watched, OBSERVER)

    async def answer(self, frame: Inbound) -> Outbound:
        """See `Role`."""
        match frame:
            case Ask():
                return await self.ask(frame)
            case Older():
                return await lines_before(self.place(), frame)
            case Hello():
                return IN_ALREADY

    async def ask(self, frame: Ask) -> Answer:
        """Do a command of one's own seat."""
        if frame.table is not None:
            raise Malformed("Only a facilitator names a table.", "$.table")
        command = read_command(frame.command, decode_seat)
        if self.session.over:
            return _over(frame)
        sits = self.session.seat_of(self.person.id)
        if sits is None:
            return Refusal(id=frame.id, reason="not_here", detail="You have no seat.")
        table, seat = sits
        if seat.holder is not Holder.PERSON and not isinstance(command, TakeSeatBack):
            sentence = "A bot plays this seat now; the facilitator can give it back to you."
            return Refusal(id=frame.id, reason="not_here", detail=sentence)
        person = self.person.id
        asked = Asked(
            command=command,
            by=Actor(seat.id),
            id=frame.id,
            via="person",
            only_if=lambda now: (
                person in now.seat(SeatId(seat.id)).people and in_time(frame, command, now)
            ),
        )
        return await _submitted(table, asked, seat_viewer(seat.id))

    def ticks(self) -> Iterable[Tick]:
        """See `Role`."""
        return () if self._at is None else (tick_of(self._at[0]),)


class FacilitatorRole(Overseer):
    """A facilitator of one session; `person` where they have a name."""

    def __init__(
        self, session: LiveSession, seating: Seating, who: PersonId, person: Person | None = None
    ) -> None:
        super().__init__(session, FACILITATOR)
        self.who = who
        self.seating = seating.by(who)
        self._person = person

    def enter(self, device: Device) -> None:
        """See `Role`."""
        self.session.facilitators.add(device)
        if self._person is not None:
            self._person.devices[device] = None
            self.session.changed()

    def leave(self, device: Device) -> None:
        """See `Role`."""
        self.session.facilitators.discard(device)
        if self._person is not None:
            self._person.devices.pop(device, None)
            self.session.changed()
        self.detach(device)
        self.session.facilitator_left()

    async def answer(self, frame: Inbound) -> Outbound:
        """See `Role`."""
        match frame:
            case Ask():
                return await self.ask(frame)
            case Older():
                return await lines_before((self.table(frame.table), FACILITATOR), frame)
            case Hello():
                return IN_ALREADY

    async def ask(self, frame: Ask) -> Answer:
        """Do a control at one of the session's tables."""
        table = self.table(frame.table)
        command = read_command(frame.command, decode_control)
        if self.session.over and not isinstance(command, OpenSecret):
            return _over(frame)
        match command:
            case FillSeat(seat=seat, person=person):
                return await self._fill(frame, SetSeat(table=table.id, seat=seat, person=person))
            case ShareSeat(seat=seat, person=person, shares=True):
                asked_seat = SetSeat(table=table.id, seat=seat, person=person, share=True)
                return await self._fill(frame, asked_seat)
            case RemovePerson(person=person, removed=removed, text=text):
                asked_of = SetPerson(
                    person=person, do="remove" if removed else "readmit", text=text
                )
                return await self._seated(frame, self.seating.set_person(self.session, asked_of))
            case Note(objective=one) if not self._knows(one):
                raise Malformed("The guide has no such objective.", "$.command.objective")
            case PutBot(bot=bot) | SetStandIn(bot=bot) if bot not in BOTS:
                raise Malformed(f"The bots are {', '.join(BOTS)}.", "$.command.bot")
            case Rewind(parent=parent) if parent:
                raise Malformed("A table is forked in the debrief.", "$.command.parent")
            case _:
                asked = Asked(
                    command=command,
                    by=BY_FACILITATOR,
                    id=frame.id,
                    via="facilitator",
                    who=self.who,
                    only_if=lambda now: in_time(frame, command, now),
                )
                return await _submitted(table, asked, FACILITATOR)

    def _knows(self, objective: str | None) -> bool:
        return objective is None or objective in [one.id for one in self.session.rules.objectives]

    async def _fill(self, frame: Ask, asked: SetSeat) -> Answer:
        if asked.person is None:
            raise Malformed("Name the person who is to sit here.", "$.command.person")
        return await self._seated(frame, self.seating.set_seat(self.session, asked))

    async def _seated(self, frame: Ask, work: Coroutine[None, None, None]) -> Answer:
        try:
            await work
        except Problem as problem:
            return Refusal(id=frame.id, reason=problem.reason, detail=problem.sentence)
        table = self.table(frame.table)
        return Done(id=frame.id, version=(await table.newest(FACILITATOR)).version)


def in_time(frame: Ask, command: AnyCommand, now: Table) -> bool:
    """Whether the phase that the sender saw still lasts, for a command that means that phase."""
    meant = command.command if isinstance(command, ActFor) else command
    if frame.seen is None or not meant.of_the_phase:
        return True
    return frame.seen == Seen(round=now.round, quarter=now.quarter, phase=now.phase)


async def _submitted(table: LiveTable, asked: Asked, viewer: Viewer) -> Answer:
    try:
        answer = await table.submit(asked)
        if isinstance(answer, Declined):
            return Refusal(id=asked.id, reason=answer.reason, detail=answer.detail)
        channel = table.telling.channel(viewer)
        newest = channel if channel.listeners else await table.newest(viewer)
        return Done(id=asked.id, version=newest.version)
    except (Busy, Crashed) as fault:
        return Refusal(id=asked.id, reason="busy", detail=str(fault))
    except StoreUnavailable as fault:
        return Refusal(id=asked.id, reason="storage", detail=str(fault))


def _over(frame: Ask) -> Refusal:
    return Refusal(id=frame.id, reason="not_here", detail="This session is over.")
