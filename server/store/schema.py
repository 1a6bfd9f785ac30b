"""The tables of the database, for SQLite and PostgreSQL alike; no queries, no rules.

Every row about a session carries its id, so that a sharded database can distribute by it and one
id is enough to erase a session; no foreign key may stand in the way of either. A change here needs
a migration beside it (a test compares the two).
"""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel

from server.store.columns import Utc, choice

METADATA = SQLModel.metadata  # every table below, for the migrations


class SessionState(StrEnum):
    """How far a session has come; `ended` sessions are read, not played."""

    WAITING = "waiting"
    PLAYING = "playing"
    ENDED = "ended"


class PersonKind(StrEnum):
    """What somebody is in a session."""

    PLAYER = "player"
    OBSERVER = "observer"
    FACILITATOR = "facilitator"
    EVALUATOR = "evaluator"


class PassKind(StrEnum):
    """What a pass lets its holder be; a screen belongs to nobody."""

    PLAYER = "player"
    OBSERVER = "observer"
    FACILITATOR = "facilitator"
    EVALUATOR = "evaluator"
    SCREEN = "screen"


class EntryRow(SQLModel, table=True):
    """The log: one row for each accepted command. Written by hand-made SQL only."""

    # Bodies of 1-4 KB: with row ids SQLite writes them 2-3 times as fast as without.
    __tablename__: ClassVar[str] = "entry"
    __table_args__ = (UniqueConstraint("table_id", "command_id", name="entry_command"),)

    session_id: str
    table_id: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    command_id: str
    hash: str
    body: bytes


class WordingRow(SQLModel, table=True):
    """Words that an entry's hash covers; gone when they were erased."""

    __tablename__: ClassVar[str] = "wording"

    session_id: str
    table_id: str = Field(primary_key=True)
    text_id: str = Field(primary_key=True)
    salt: str
    words: str


class SessionRow(SQLModel, table=True):
    """A sitting with people: one version of one ruleset, one or more tables."""

    __tablename__: ClassVar[str] = "session"

    id: str = Field(primary_key=True)
    title: str
    ruleset_id: str
    ruleset_digest: str
    options: str  # JSON, as the page sent it
    state: SessionState = Field(default=SessionState.WAITING, sa_type=choice(SessionState))
    created_at: datetime = Field(sa_type=Utc)
    erase_after: datetime | None = Field(default=None, sa_type=Utc)  # None: not by age


class TableRow(SQLModel, table=True):
    """One play of the game; `table` is a word of SQL, hence `play`."""

    __tablename__: ClassVar[str] = "play"

    id: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    name: str
    number: int  # from 1, within its session
    state: SessionState = Field(default=SessionState.WAITING, sa_type=choice(SessionState))
    parent_id: str | None = None  # the table it was forked from, with the version it shares
    parent_version: int | None = None
    clock_ms: int = Field(
        default=0, sa_type=BigInteger
    )  # game time that has passed; stands still while paused
    away: str | None = None  # JSON, by seat: since when in game time nobody of it is connected


class PersonRow(SQLModel, table=True):
    """Somebody in a session; `name` is empty once it was erased."""

    __tablename__: ClassVar[str] = "person"

    id: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    kind: PersonKind = Field(sa_type=choice(PersonKind))
    name: str
    joined_at: datetime = Field(sa_type=Utc)
    left_at: datetime | None = Field(default=None, sa_type=Utc)
    wish_table: str | None = None  # with `wish_seat`: the seat that they ask to share
    wish_seat: str | None = None
    watches: str | None = None  # the table that an observer chose; None: the first one
    sat_table: str | None = None  # with `sat_seat`: where they sat when they left
    sat_seat: str | None = None
    sat_beside: str | None = None  # who shared that seat with them then: ids with spaces between


class PassRow(SQLModel, table=True):
    """The right to be somebody in a session; only the hash of its 128 bits is kept."""

    __tablename__: ClassVar[str] = "pass_"

    hash: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    kind: PassKind = Field(sa_type=choice(PassKind))
    person_id: str | None = Field(default=None, index=True)  # None: a screen, or a facilitator
    table_id: str | None = None  # None: every table of the session
    created_at: datetime = Field(sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)


class JoinCodeRow(SQLModel, table=True):
    """What people type to come in."""

    __tablename__: ClassVar[str] = "join_code"

    code: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    is_open: bool = True
    expires_at: datetime = Field(sa_type=Utc)


class LinkRow(SQLModel, table=True):
    """A link that gives one pass, once; only the hash of its code is kept."""

    __tablename__: ClassVar[str] = "one_time_link"

    hash: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    kind: PassKind = Field(sa_type=choice(PassKind))
    person_id: str | None = None
    table_id: str | None = None
    expires_at: datetime = Field(sa_type=Utc)
    used_at: datetime | None = Field(default=None, sa_type=Utc)


class FacilitatorKeyRow(SQLModel, table=True):
    """Whoever holds such a key may create sessions; only its hash is kept."""

    __tablename__: ClassVar[str] = "facilitator_key"

    hash: str = Field(primary_key=True)
    label: str
    created_at: datetime = Field(sa_type=Utc)
    revoked_at: datetime | None = Field(default=None, sa_type=Utc)


class RulesetRow(SQLModel, table=True):
    """A ruleset as it was when a game began under it."""

    __tablename__: ClassVar[str] = "ruleset_version"

    digest: str = Field(primary_key=True)
    ruleset_id: str
    body: bytes
    kept_at: datetime = Field(sa_type=Utc)


class DebriefRow(SQLModel, table=True):
    """How the debrief of a table is led: the plan with its revision, and where it stands."""

    __tablename__: ClassVar[str] = "debrief"

    table_id: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    revision: int = 0
    plan: str = "{}"  # JSON
    lead: str = "{}"  # JSON
    box_ends_at: datetime | None = Field(default=None, sa_type=Utc)


class AnswerRow(SQLModel, table=True):
    """What somebody answered in a debrief; it can be changed and taken back by nobody else."""

    __tablename__: ClassVar[str] = "answer"

    table_id: str = Field(primary_key=True)
    person_id: str = Field(primary_key=True)
    asked: str = Field(primary_key=True)  # such as reflection:strength
    session_id: str = Field(index=True)
    words: str


class ReportRow(SQLModel, table=True):
    """What the facilitator wrote for the report of a table, whole, with its revision."""

    __tablename__: ClassVar[str] = "report"

    table_id: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    revision: int = 0
    sheet: str = "{}"  # JSON


class ReportRevisionRow(SQLModel, table=True):
    """A report's sheet as somebody saved it once; the newest one lies with the report too."""

    __tablename__: ClassVar[str] = "report_revision"

    table_id: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    session_id: str = Field(index=True)
    sheet: str  # JSON
    person_id: str | None = None  # None: nobody noted it then, or a facilitator without a name
    saved_at: datetime | None = Field(default=None, sa_type=Utc)  # None: nobody noted it then


class EvaluationRow(SQLModel, table=True):
    """What an evaluator or facilitator judged of an objective, pinned to a moment of a log."""

    __tablename__: ClassVar[str] = "evaluation"

    session_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    table_id: str = Field(index=True)
    version: int
    at_ms: int = Field(sa_type=BigInteger)  # game time of that moment
    round: int
    phase: str
    person_id: str | None = None  # None: a facilitator without a name
    objective: str
    task: str | None = None  # None: of the objective as a whole
    rating: str | None = None  # P, S, M or U; None: an observation without a judgement
    words: str
    written_at: datetime = Field(sa_type=Utc)


class RosterRow(SQLModel, table=True):
    """Somebody who is expected: a name, where they are to sit, and the link that is theirs."""

    __tablename__: ClassVar[str] = "roster"

    session_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)  # in the order of the list, from 1
    name: str
    table_id: str | None = None  # None: the facilitator decides
    seat: str | None = None
    link_hash: str | None = Field(default=None, index=True)
    person_id: str | None = None  # who came in by it
