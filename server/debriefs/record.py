"""All that was collected at one table, gathered for what leaves the server. Nothing is left out
here and nothing is shown: what a reader may see of it, `server.exports` builds from views.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session as Db

from game.log import Entry, Wording
from game.ruleset import Ruleset
from server.debriefs.sheet import sheet_of
from server.protocol.curve import AlternativesFound, LaunchCurve
from server.protocol.leading import DebriefPlan
from server.protocol.report import ReportSheet
from server.sessions.led import led_by
from server.store.contract import Store
from server.store.debriefs import answers_of, debriefs_of
from server.store.evaluations import evaluations_of
from server.store.people import people_of
from server.store.rosters import roster_of
from server.store.schema import SessionRow, TableRow
from server.tables.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Somebody:
    """A person of the session; `name` is empty once it was erased."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What an evaluator or facilitator judged, or saw, of an objective; pinned to a moment."""

    version: int
    person: str | None
    """None: a facilitator without a name."""
    objective: str
    task: str | None
    rating: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody of the list of those who were to come."""

    name: str
    seat: str | None
    came: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEnd:
    """How a table of the same session ended, or stands; `parent_version`: of whom it was forked."""

    name: str
    own: bool
    """It is the table of this record."""
    outcome: str | None
    public_value: int | None
    live: int
    need: int
    launched: int | None
    """The round of its launch."""
    parent_version: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One table as it was played, with everything that people left behind."""

    session: str
    title: str
    table: str
    name: str
    """Of the table."""
    number: int
    created: datetime
    rules: Ruleset
    entries: tuple[Entry, ...]
    wordings: tuple[Wording, ...]
    people: tuple[Somebody, ...] = ()
    sheet: ReportSheet = field(default_factory=ReportSheet)
    """What the facilitator wrote for the report."""
    edition: int = 0
    """How often it was saved."""
    plan: DebriefPlan = field(default_factory=DebriefPlan)
    """How the debrief was to be led: its clips are the moments that were talked about."""
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people answered in the debrief by question, in an order that tells nothing of them."""
    answering: int = 0
    """How many people answered anything."""
    evaluations: tuple[Judged, ...] = ()
    """In the order of their moments."""
    expected: tuple[Expected, ...] = ()
    """Who was to sit at this table, or anywhere."""
    tables: tuple[TableEnd, ...] = ()
    """All of the session, in their order; empty where they are not at hand."""
    curve: LaunchCurve | None = None
    """The model's estimates, where they were worked out."""
    alternatives: Mapping[tuple[int, int], AlternativesFound] = field(default_factory=dict)
    """What else was open between two entries of the log, where it was worked out to the end."""

    @property
    def words(self) -> Mapping[str, str]:
        """What people wrote, by the ids of the log."""
        return {one.id: one.words for one in self.wordings}

    @property
    def names(self) -> Mapping[str, str]:
        """The names of people by their ids; who was erased has none."""
        return {one.id: one.name for one in self.people if one.name}


async def gathered(store: Store, session: SessionRow, table: TableRow, rules: Ruleset) -> Record:
    """Everything of one table that lies in the store."""
    archive = Archive(store, table.id)
    people, led, answers, judged, expected = await store.look(
        lambda db: (
            tuple(_people(db, session.id)),
            debriefs_of(db, session.id),
            answers_of(db, table.id),
            tuple(_judged(db, session.id, table.id)),
            tuple(_expected(db, session.id, table.id)),
        )
    )
    written = await sheet_of(store, table.id)
    said: dict[str, list[str]] = {}
    for one in answers:
        said.setdefault(one.asked, []).append(one.words)
    return Record(
        session=session.id,
        title=session.title,
        table=table.id,
        name=table.name,
        number=table.number,
        created=session.created_at,
        rules=rules,
        entries=tuple(await archive.entries()),
        wordings=await archive.kept_words(),
        people=people,
        sheet=written.sheet,
        edition=written.revision,
        plan=next((led_by(row).plan for row in led if row.table_id == table.id), DebriefPlan()),
        answers={name: tuple(words) for name, words in said.items()},
        evaluations=judged,
        expected=expected,
        answering=len({one.person_id for one in answers}),
    )


def _people(db: Db, session_id: str) -> Iterable[Somebody]:
    return (
        Somebody(id=one.id, name=one.name, kind=one.kind.value) for one in people_of(db, session_id)
    )


def _judged(db: Db, session_id: str, table_id: str) -> Iterable[Judged]:
    return (
        Judged(
            version=one.version,
            person=one.person_id,
            objective=one.objective,
            task=one.task,
            rating=one.rating,
            words=one.words,
        )
        for one in evaluations_of(db, session_id)
        if one.table_id == table_id
    )


def _expected(db: Db, session_id: str, table_id: str) -> Iterable[Expected]:
    return (
        Expected(name=one.name, seat=one.seat, came=one.person_id is not None)
        for one in roster_of(db, session_id)
        if one.table_id in {None, table_id}
    )
