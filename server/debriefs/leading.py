"""Leading a debrief: the playlist and the guide are kept, phones and the room display follow.

Where the debrief stands goes out with the views of the session. What people answer is kept under
their id, so that they alone can change or take it back; it is told without names.
"""

import asyncio
from bisect import bisect_right
from datetime import datetime, timedelta
from functools import partial

from msgspec import Raw, json

from game.debrief.causes import caused
from game.debrief.highlights import Highlight, highlights
from game.vocabulary import Phase
from server.debriefs.past import told_to_all
from server.debriefs.readers import Reader
from server.protocol import words
from server.protocol.leading import (
    Answers,
    CauseChange,
    Causes,
    Collected,
    DebriefPlan,
    Lead,
    LeadNow,
    OwnAnswers,
    Playlist,
    PutPlan,
    Suggestion,
)
from server.protocol.problems import Problem, not_over
from server.protocol.strict import Malformed
from server.sessions.led import Led, check_answer, check_lead, led_by_table, millis, planned
from server.sessions.lobby import Lobby
from server.sessions.people import Person
from server.sessions.seen import lead_view
from server.sessions.session import LiveSession
from server.store.debriefs import (
    answers_by,
    answers_in,
    answers_of,
    debriefs_of,
    put_answers,
    put_lead,
    put_plan,
)
from server.store.schema import AnswerRow, DebriefRow
from server.tables.live import LiveTable


class Leading:
    """How the debriefs of this server are led."""

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._store = lobby.world.store
        self._turn = asyncio.Lock()

    async def remember(self, session: LiveSession) -> None:
        """Take up what the database holds of a session's debriefs, after a restart."""
        rows, answers = await self._store.look(
            lambda db: (debriefs_of(db, session.id), answers_in(db, session.id))
        )
        led = led_by_table(rows, answers)
        for table in session.tables:
            if table.id in led:
                led[table.id].place = await placed(table, led[table.id].lead)
        session.led = led

    # --- the plan

    async def playlist(self, reader: Reader) -> Playlist:
        """The plan of a table's debrief, and what may be added to it."""
        led = led_of(reader.session, reader.table)
        entries = await reader.table.archive.entries()
        told = [suggestion(one) for one in await asyncio.to_thread(highlights, entries)]
        lines = [line for one in told for line in (*one.lines, *one.open)]
        return Playlist(
            revision=led.revision,
            plan=led.plan,
            suggestions=tuple(told),
            words=reader.table.archive.words_in(lines),
        )

    async def put(self, reader: Reader, asked: PutPlan) -> Playlist:
        """Keep a plan.

        Raises:
            Problem: somebody else has changed it since.
            Malformed: a clip names no entry of the log.
        """
        check_plan(asked.plan, reader.table.play.version)
        async with self._turn:
            led = led_of(reader.session, reader.table)
            plan = json.encode(asked.plan).decode()
            row = DebriefRow(table_id=reader.table.id, session_id=reader.session.id, plan=plan)
            if not await self._store.run(lambda db: put_plan(db, row, asked.revision)):
                await self.remember(reader.session)
                sentence = "The playlist was changed elsewhere meanwhile; look, then change it."
                raise Problem("changed", sentence)
            led.lead = planned(led, asked.plan)
            led.plan, led.revision = asked.plan, asked.revision + 1
        reader.session.changed()
        return await self.playlist(reader)

    # --- where it stands

    def now(self, reader: Reader) -> LeadNow:
        """Where the debrief stands; None: nobody leads it yet."""
        now_ms = millis(self._lobby.now())
        lead = lead_view(reader.session, reader.table, staff=reader.is_staff)
        return LeadNow(now_ms=now_ms, lead=lead)

    async def lead(self, reader: Reader, asked: Lead) -> LeadNow:
        """Go there with everybody.

        Raises:
            Problem: the game is not over.
            Malformed: it names what is not in the plan, or no seat of the table.
        """
        table = reader.table
        if table.table.phase is not Phase.ENDED:
            raise not_over()
        async with self._turn:
            led = led_of(reader.session, table)
            check_lead(table.table, led.plan, asked)
            ends = self._box_end(led, asked)
            row = DebriefRow(
                table_id=table.id,
                session_id=reader.session.id,
                lead=json.encode(asked).decode(),
                box_ends_at=ends,
            )
            await self._store.run(partial(put_lead, row=row))
            led.lead, led.box_ends_at = asked, ends
            led.place = await placed(table, asked)
        reader.session.changed()
        return self.now(reader)

    def _box_end(self, led: Led, asked: Lead) -> datetime | None:
        if asked.box_s is None:
            return None
        if led.box_ends_at is None or led.lead.box_s is None or asked.box_again:
            return self._lobby.now() + timedelta(seconds=asked.box_s)
        # Longer or shorter: it began when it began.
        return led.box_ends_at + timedelta(seconds=asked.box_s - led.lead.box_s)

    async def causes(self, reader: Reader) -> Causes:
        """What caused each change that all could see."""
        entries = await reader.table.archive.entries()
        found = await asyncio.to_thread(caused, entries)
        numbers = await reader.numbers(one.version for one in found)
        return Causes(
            changes=tuple(
                CauseChange(version=number, measure=one.measure, by=one.by, cause=one.cause)
                for number, one in zip(numbers, found, strict=True)
            )
        )

    # --- what people answer

    async def answer(self, session: LiveSession, person: Person, asked: Answers) -> OwnAnswers:
        """Keep the answers of a person.

        Raises:
            Problem: they sit at no table, or the game is not over.
            Malformed: there is no such question now, or no such answer to it.
        """
        table = table_of(session, person, asked.table)
        led = led_of(session, table)
        said = {name: words.said(typed) for name, typed in asked.answers.items()}
        for name, typed in said.items():
            check_answer(led, name, typed)
        blank = AnswerRow(
            table_id=table.id, person_id=person.id, asked="", session_id=session.id, words=""
        )
        async with self._turn:
            await self._store.run(partial(put_answers, blank=blank, answers=said))
            led.take(person.id, said)
        session.changed()
        return await self.own(session, person, table.id)

    async def own(
        self, session: LiveSession, person: Person, table_id: str | None = None
    ) -> OwnAnswers:
        """What this person has answered.

        Raises:
            Problem: they sit at no table, or the game is not over.
        """
        table = table_of(session, person, table_id)
        asked = partial(answers_by, table_id=table.id, person_id=person.id)
        return OwnAnswers(answers=await self._store.look(asked))

    async def collected(self, reader: Reader) -> Collected:
        """Everything that the debrief of a table has brought, without names; for the report."""
        rows = await self._store.look(partial(answers_of, table_id=reader.table.id))
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row.asked, []).append(row.words)
        return Collected(
            plan=led_of(reader.session, reader.table).plan,
            answers={name: tuple(said) for name, said in found.items()},
            people=len({row.person_id for row in rows}),
        )


async def placed(table: LiveTable, lead: Lead) -> int | None:
    """The number of the entry at which all look, among those that all were told of."""
    if lead.version is None:
        return None
    numbers = await asyncio.to_thread(told_to_all, await table.archive.entries())
    return bisect_right(numbers, lead.version)


def led_of(session: LiveSession, table: LiveTable) -> Led:
    """How the debrief of a table is led; an empty plan where nobody has begun."""
    return session.led.setdefault(table.id, Led())


def table_of(session: LiveSession, person: Person, table_id: str | None) -> LiveTable:
    """The table of this id, or (None) the newest, at which somebody sat when its game ended.

    Raises:
        Problem: they sat at none, or it is not over.
    """
    sat = [
        table
        for table in session.tables
        if table_id in {None, table.id}
        and any(person.id in seat.people for seat in table.table.seats)
    ]
    if not sat:
        raise Problem("no_seat", "Only who sat at the table answers.")
    if sat[-1].table.phase is not Phase.ENDED:
        raise not_over()
    return sat[-1]


def check_plan(plan: DebriefPlan, head: int) -> None:
    """That its clips lie in the log, each under its own id; and its phases likewise.

    Raises:
        Malformed: with the place.
    """
    for name, ids in (
        ("clips", [one.id for one in plan.clips]),
        ("phases", [one.id for one in plan.phases]),
    ):
        if len(set(ids)) != len(ids):
            raise Malformed("Two of them have one id.", f"$.plan.{name}")
    for number, one in enumerate(plan.clips):
        if not 1 <= one.version <= head:
            sentence = f"The log has {head} entries; this clip names number {one.version}."
            raise Malformed(sentence, f"$.plan.clips[{number}].version")


def suggestion(found: Highlight) -> Suggestion:
    """A highlight as it goes over the wire."""
    return Suggestion(
        id=f"{found.kind}-{found.version}",
        version=found.version,
        kind=found.kind,
        lines=tuple(Raw(json.encode(line)) for line in found.lines),
        open=tuple(Raw(json.encode(line)) for line in found.open),
    )
