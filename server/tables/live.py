"""A table in play: one task that decides, stores, evolves and tells, one command after another.

`submit` is the write path. Nothing is told before it is stored; every command gets one answer. What
nobody foresaw ends this table's task alone: its devices are cut off, the log is read again.
"""

import secrets
from dataclasses import dataclass
from typing import Final

from game import log
from game.commands import AnyCommand
from game.controls.script import FireLine
from game.decide import judge
from game.events import AnyEvent
from game.fold import rewound_to
from game.log import Entry
from game.model.table import Table
from game.ruleset import Ruleset
from game.views.view import Viewer
from game.vocabulary import Refused
from server.protocol.frames import ClockView
from server.store.contract import (
    Already,
    Behind,
    Busy,
    Store,
    StoreUnavailable,
    Written,
)
from server.tables.absence import Absence
from server.tables.activity import TableActivity
from server.tables.archive import Archive
from server.tables.asked import NO_LONGER, Asked, Declined, Stored
from server.tables.channel import Channel, Listener, Newest
from server.tables.clock import Alarm, GameClock, Time, passes
from server.tables.countdown import Countdown
from server.tables.mailbox import Mailbox
from server.tables.play import Play, key_of, walked
from server.tables.rows import kept, row_of
from server.tables.script import Script
from server.tables.surroundings import Surroundings
from server.tables.telling import Moment, Telling
from server.tables.unasked import due_now, next_ms

TRIES: Final = 5  # times that a command is decided anew because another worker was first
CRASHED: Final = 1011
RETRY_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside of all tables: the store, and the clocks of the machine."""

    store: Store
    time: Time


class LiveTable:
    """One table; every method is called on the event loop of its task."""

    def __init__(self, table_id: str, rules: Ruleset, around: Surroundings, world: World) -> None:
        self.id = table_id
        self.rules = rules
        store, time = world.store, world.time
        self.play = Play()
        self.telling = Telling(rules)
        self._activity = TableActivity()
        self.script = Script()
        self.absence = Absence()
        self.countdown = Countdown(time, lambda: self._mail.post(self._resume), self.poke)
        self._store = store
        self._time = time
        self._around = around
        self.clock = GameClock(time)
        self._alarm = Alarm(time, self.clock, self.poke)
        self.archive = Archive(store, table_id)
        self._mail = Mailbox(f"table {self.id}", self._ready, self._crashed)
        self._unsure = False  # an append failed: whether it is on disk is not known
        self._poking = False
        self._renewing = False

    @property
    def table(self) -> Table:
        """The table now."""
        return self.play.table

    # --- its task

    async def start(self, clock_ms: int) -> None:
        """Read the log, do what chance and clock still owe, and be ready; once, however often.

        Raises:
            StoreUnavailable: the log cannot be read now.
            Crashed: it is none that can be played.
        """

        async def ready() -> None:
            """The log has been read by now, as before any work."""

        self.clock.not_before(clock_ms)
        await self._mail.do(ready)
        self.poke()

    async def stop(self) -> None:
        """Finish what is being done, and end the task."""
        self._alarm.cancel()
        self.countdown.cancel()
        self.clock.run(on=False)
        await self._mail.stop()

    async def submit(self, asked: Asked) -> Stored | Declined:
        """Do this once: decide, store, evolve, tell.

        Raises:
            Crashed: the table's task failed on it.
            Busy: too much is waiting here, or the table was closed.
        """
        return await self._mail.do(lambda: self._submit(asked))

    async def attach(self, viewer: Viewer, listener: Listener) -> Channel:
        """Let a device hear of this viewer's views; the channel holds the newest one."""

        async def work() -> Channel:
            channel = self.telling.renewed(viewer, self.table, self._moment())
            channel.listeners.add(listener)
            return channel

        return await self._mail.do(work)

    def detach(self, viewer: Viewer, listener: Listener) -> None:
        """Let it hear no more."""
        self.telling.channel(viewer).listeners.discard(listener)

    async def newest(self, viewer: Viewer) -> Newest:
        """The newest view, for somebody who asks once."""

        async def work() -> Newest:
            channel = self.telling.renewed(viewer, self.table, self._moment())
            return Newest(channel.version, channel.frame)

        return await self._mail.do(work)

    def poke(self) -> None:
        """See whether chance, clock or another worker has something, and tell what changed."""
        if not self._poking:
            self._poking = self._mail.post(self._poked)

    def renew(self) -> None:
        """Tell what has changed around the table; the log is not read for it."""
        if not self._renewing:
            self._renewing = self._mail.post(self._renewed)

    async def _resume(self) -> None:
        await self._submit(self.countdown.asks())

    def _crashed(self) -> None:
        """Cut everybody off and forget; the log is read again before anything else is done."""
        for channel in self.telling.channels.values():
            for listener in tuple(channel.listeners):
                listener.cut(CRASHED, "The table is being read again.")
        self.telling = Telling(self.rules)
        self.play = Play()
        self._activity = TableActivity()

    async def _ready(self) -> None:
        if not self.play.version:
            await self._load()

    # --- what the task does; each runs alone

    async def _submit(self, asked: Asked) -> Stored | Declined:
        answer = await self._carry_out(asked)
        if isinstance(answer, Stored):
            await self._follow()
        self._tell()
        return answer

    async def _poked(self) -> None:
        self._poking = False
        try:
            await self._catch_up()
        except StoreUnavailable:
            self._time.later(RETRY_S, self.poke)
            return
        await self._follow()
        self._tell()

    async def _renewed(self) -> None:
        self._renewing = False
        await self._follow()
        self._tell()

    async def _carry_out(self, asked: Asked) -> Stored | Declined:
        try:
            if self._unsure:
                await self._catch_up()
            return await self._decide(asked)
        except StoreUnavailable as fault:
            self._unsure = True
            return Declined("storage", str(fault))
        except Busy as fault:
            return Declined("busy", str(fault))

    async def _decide(self, asked: Asked) -> Stored | Declined:
        command, wordings = log.without_words(asked.command, secrets.token_hex(16))
        for _ in range(TRIES):
            if key_of(asked.by, asked.id) in self.play.done:
                return Stored()
            if not asked.only_if(self.table):
                return Declined(
                    NO_LONGER, "What this was meant for is over. Look at the table again."
                )
            try:
                draft = judge(self.table, command, asked.by, self.rules)
            except Refused as refused:
                return Declined(refused.reason.value, refused.detail)
            entry = self._entry(asked, command, tuple(draft.events))
            row = row_of(self._around.id, self.id, entry)
            match await self._store.append(row, kept(wordings)):
                case Written():
                    await self._take(entry)
                    for one in wordings:
                        self.archive.words[one.id] = one.words
                    return Stored()
                case Already() | Behind():
                    await self._catch_up()
        return Declined("stale", "Others were quicker; look at the table and try again.")

    def _entry(self, asked: Asked, command: AnyCommand, events: tuple[AnyEvent, ...]) -> Entry:
        entry = Entry(
            version=self.play.version + 1,
            at_ms=self.clock.now_ms(),
            wall_ms=int(self._time.now().timestamp() * 1000),
            by=asked.by,
            via=asked.via,
            id=asked.id,
            command=command,
            events=events,
            salt=secrets.token_hex(16),
            who=asked.who,
        )
        return log.sealed(entry, self.play.head)

    async def _follow(self) -> None:
        """Let chance do what it owes, and the clock end what is over."""
        while (next_one := self._next()) is not None:
            answer = await self._carry_out(next_one)
            if isinstance(answer, Declined) and isinstance(next_one.command, FireLine):
                self.script.declined(next_one.command.number)
            elif isinstance(answer, Declined):
                self._time.later(RETRY_S, self.poke)
                return
            self._wind()

    def _next(self) -> Asked | None:
        self._wind()
        if self._around.over:
            return None
        return due_now(
            self.play,
            self.rules,
            script=self.script,
            absence=self.absence,
            words=self.archive.words,
            now_ms=self.clock.now_ms(),
        )

    def _wind(self) -> None:
        """Let the clock run or stand as the table says, and set the alarm."""
        table = self.table
        self.clock.run(on=passes(table) and not self._around.over)
        now_ms = self.clock.now_ms()
        self.absence.looked(table, lambda: self._around.here(self), now_ms)
        self._activity.noted(self.absence.view(table))
        self._alarm.set(next_ms(self.play, script=self.script, absence=self.absence, now_ms=now_ms))

    def _tell(self) -> None:
        self.telling.tell(self.table, self._moment())
        self._around.went_on(self)

    def _moment(self) -> Moment:
        return Moment(
            table_id=self.id,
            at_ms=self.clock.now_ms(),
            clock=ClockView(
                running=self.clock.running,
                ends_ms=self.play.ends_ms,
                resumes_s=self.countdown.seconds,
            ),
            words=self.archive.words,
            head=self.play.head,
            activity=self._activity.view,
            session=self._around.session_part(self),
        )

    # --- reading the log

    async def _load(self) -> None:
        entries = await self.archive.entries()
        await self.archive.renew()
        # From here on nothing waits: who is told of an entry is told of all.
        play, telling, script = Play(), self.telling, Script()
        for entry, table in walked(play, entries):
            telling.took(entry, table)
            script.took(entry, table, entries)
            self._activity.took(entry, table)
        self.play, self.script = play, script
        self.clock.not_before(play.mark.at_ms)
        self._unsure = False

    async def _catch_up(self) -> None:
        """Read what others have written, and what was written though it was not told so."""
        newer = await self._store.read(self.id, after=self.play.version)
        for body in newer:
            await self._take(log.decode(body))
        if newer:
            await self.archive.renew()
        self._unsure = False

    async def _take(self, entry: Entry) -> None:
        back = rewound_to(entry)
        before = () if back is None else tuple((await self.archive.entries())[: entry.version - 1])
        self.play.take(entry, before)
        self.telling.took(entry, self.table)
        self.script.took(entry, self.table, before)
        self._activity.took(entry, self.table)
        self.countdown.took(entry)
        self.clock.not_before(entry.at_ms)
