"""A whole session taken out as one file, and taken in again elsewhere.

Logs travel as they are, hashes and all. People keep their ids, which the logs hold; where these
exist on this server already, or no names were wanted, people are numbered.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import json
from msgspec.structs import replace
from pydantic import ValidationError
from sqlalchemy import ColumnElement
from sqlmodel import Session as Db
from sqlmodel import SQLModel, select

from game.controls.course import Pause
from game.vocabulary import FACILITATOR
from server import rulesets
from server.auth.passes import hashed, new_id, new_pass
from server.debriefs.leading import Leading
from server.debriefs.readers import TakenIn
from server.protocol import words
from server.protocol.backups import FORMAT, VERSION, BackupHeader, TableKept
from server.protocol.bodies import NewSession
from server.protocol.problems import Problem
from server.protocol.strict import Malformed
from server.sessions.doors import Doors
from server.sessions.lobby import Lobby
from server.sessions.places import state_of
from server.sessions.rosters import Rosters
from server.sessions.session import LiveSession
from server.store.passes import grant
from server.store.people import person_of
from server.store.rulesets import keep_ruleset
from server.store.schema import (
    AnswerRow,
    DebriefRow,
    EvaluationRow,
    PassKind,
    PassRow,
    PersonRow,
    ReportRevisionRow,
    ReportRow,
    RosterRow,
    RulesetRow,
    SessionRow,
    SessionState,
    TableRow,
)
from server.store.sessions import add_session, add_table
from server.tables.asked import Asked
from server.tables.rows import append_log

KEPT: Final[dict[str, type[SQLModel]]] = {
    "people": PersonRow,
    "debriefs": DebriefRow,
    "answers": AnswerRow,
    "reports": ReportRow,
    "report_revisions": ReportRevisionRow,
    "evaluations": EvaluationRow,
    "roster": RosterRow,
}
"""What travels beside the logs, by the name that it has in the file."""
EMPTY: Final = "notes"
"""Stands in files of earlier versions, which never wrote anything there."""
NAMES_A_TABLE: Final = ("table_id", "wish_table", "watches", "sat_table")
"""Fields of rows that hold the id of a table; in the file, its number."""


class Backups:
    """Sessions out of this server, and into it."""

    def __init__(self, lobby: Lobby, doors: Doors, leading: Leading, rosters: Rosters) -> None:
        self._lobby = lobby
        self._doors = doors
        self._leading = leading
        self._rosters = rosters
        self._store = lobby.world.store

    # --- out

    async def header(
        self, session: LiveSession, lines: Mapping[str, int], *, names: bool
    ) -> BackupHeader:
        """What lies beside the logs; `lines`: how many each table's log has."""
        numbers = {place.row.id: place.row.number for place in session.places.values()}

        def look(db: Db) -> dict[str, list[dict[str, object]]]:
            return {
                name: [
                    dumped(row, numbers)
                    for row in db.exec(select(kind).where(_of(kind, session.id))).all()
                ]
                for name, kind in KEPT.items()
            }

        rows = await self._store.look(look)
        if not names:
            rows["people"] = [
                {**row, "name": f"Person {number}"}
                for number, row in enumerate(rows["people"], start=1)
            ]
            rows["roster"] = []
        return BackupHeader(
            format=FORMAT,
            version=VERSION,
            title=session.row.title,
            state=session.state.value,
            options=json.decode(session.row.options, type=NewSession),
            names=names,
            tables=tuple(
                TableKept(
                    name=place.row.name,
                    number=place.row.number,
                    clock_ms=place.live.clock.now_ms(),
                    parent=numbers.get(place.row.parent_id or ""),
                    parent_version=place.row.parent_version,
                    lines=lines[place.row.id],
                )
                for place in session.places.values()
            ),
            rows=rows,
        )

    # --- in

    async def restore(
        self, header: BackupHeader, logs: Sequence[TakenIn]
    ) -> tuple[LiveSession, str, bool]:
        """The session of a backup, its games paused; its pass, and whether people have names.

        Raises:
            Problem: it holds what no session can hold.
        """
        now, secret, rules = self._lobby.now(), new_pass(), logs[0].rules
        row = SessionRow(
            id=self._lobby.homes.new_id(),
            title=f"{words.title(header.title)[: words.TITLE_SIGNS - 11]} (restored)",
            ruleset_id=rules.id,
            ruleset_digest=rules.digest,
            options=json.encode(replace(header.options, rehearsal=False)).decode(),
            state=SessionState(header.state),
            created_at=now,
        )
        tables = table_rows(header, row.id)
        ids = {kept.number: table.id for kept, table in zip(header.tables, tables, strict=True)}
        kept = RulesetRow(
            digest=rules.digest, ruleset_id=rules.id, body=rulesets.encode(rules), kept_at=now
        )
        own_pass = PassRow(
            hash=hashed(secret), session_id=row.id, kind=PassKind.FACILITATOR, created_at=now
        )
        rows = loaded(header, row.id, ids)
        people = [one for one in rows if isinstance(one, PersonRow)]
        taken = await self._store.look(
            lambda db: any(person_of(db, one.id) is not None for one in people)
        )
        if taken:
            rows = [one for one in rows if not isinstance(one, PersonRow)]
        for table, log in zip(tables, logs, strict=True):
            await append_log(self._store, (row.id, table.id), log.entries, log.wordings)

        def write(db: Db) -> None:
            keep_ruleset(db, kept)
            add_session(db, row)
            for table in tables:
                add_table(db, table)
            grant(db, own_pass)
            for one in rows:
                db.add(one)

        await self._store.run(write)
        clocks = {table.id: one.clock_ms for table, one in zip(tables, header.tables, strict=True)}
        session = await self._lobby.bring_in(row, clocks)
        if session is None:
            raise Problem("damaged", "The ruleset of this backup cannot be read here.")
        await self._settle(session)
        return session, secret, header.names and not taken

    async def _settle(self, session: LiveSession) -> None:
        """Nothing runs on before the facilitator says so; people can come in by a new code."""
        await self._leading.remember(session)
        await self._rosters.remember(session)
        if session.over:
            return
        for table in session.tables:
            if state_of(table.table) == "playing" and not table.table.paused:
                pause = Asked(command=Pause(), by=FACILITATOR, id=new_id(), via="default")
                await table.submit(pause)
        await self._doors.renew_code(session)


def _of(kind: type[SQLModel], session_id: str) -> ColumnElement[bool]:
    table = SQLModel.metadata.tables[str(kind.__tablename__)]
    return table.c.session_id == session_id


def dumped(row: SQLModel, numbers: Mapping[str, int]) -> dict[str, object]:
    """A row without its session, its table by number, and no link."""
    values = dict(row.model_dump(mode="json"))
    values.pop("session_id", None)
    values.pop("link_hash", None)
    for name in NAMES_A_TABLE:
        if values.get(name) is not None:
            values[name] = numbers.get(str(values[name]))
    return values


def table_rows(header: BackupHeader, session_id: str) -> list[TableRow]:
    """The tables with new ids, their forks too."""
    ids = {one.number: new_id(session_id) for one in header.tables}
    return [
        TableRow(
            id=ids[one.number],
            session_id=session_id,
            name=words.title(one.name),
            number=one.number,
            state=SessionState(header.state),
            parent_id=None if one.parent is None else ids.get(one.parent),
            parent_version=one.parent_version,
            clock_ms=one.clock_ms,
        )
        for one in header.tables
    ]


def loaded(header: BackupHeader, session_id: str, ids: Mapping[int, str]) -> list[SQLModel]:
    """The rows beside the logs, for this session.

    Raises:
        Problem: one of them is none.
    """
    found: list[SQLModel] = []
    for name, rows in header.rows.items():
        kind = KEPT.get(name)
        if name == EMPTY and not rows:
            continue
        if kind is None:
            raise Problem("damaged", f"A backup holds no {name[:40]!r}.")
        for number, row in enumerate(rows, start=1):
            placed = {
                one: ids.get(of) for one in NAMES_A_TABLE if isinstance(of := row.get(one), int)
            }
            try:
                one = kind.model_validate({**row, **placed, "session_id": session_id})
                if isinstance(one, PersonRow) and one.name:
                    one.name = words.name(one.name)
            except (ValidationError, Malformed):
                sentence = f"Number {number} of {name!r} in this backup cannot be read."
                raise Problem("damaged", sentence) from None
            found.append(one)
    return found
