"""What the JSON endpoints give; what they take stands in `bodies`, the socket in `frames`."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from game.ruleset import Late
from game.vocabulary import SeatId
from server.protocol.session import Qr


class Reply(Struct, frozen=True, kw_only=True):
    """What goes out."""


class ErrorBody(Reply, frozen=True, omit_defaults=True):
    """What went wrong, where, and what now."""

    reason: str
    sentence: str
    where: str = ""
    retry_s: int = 0
    faults: tuple["LineFault", ...] = ()


class LineFault(Reply, frozen=True):
    """A fault of an imported log; lines are counted from 1."""

    line: int
    sentence: str


class Failure(Reply, frozen=True):
    """The one shape of every error."""

    error: ErrorBody


class SeatOffer(Reply, frozen=True):
    """A seat as somebody sees it who has not joined yet."""

    seat: str
    state: Literal["free", "taken", "bot", "kept"]
    """`kept`: for somebody by name."""


class TableOffer(Reply, frozen=True):
    """A table that can be joined."""

    id: str
    name: str
    number: int
    seats: tuple[SeatOffer, ...]


class RulesetName(Reply, frozen=True):
    """What is played."""

    id: str
    title: str
    blurb: str
    digest: str


class SessionName(Reply, frozen=True):
    """A session by name."""

    id: str
    title: str


class Opened(Reply, frozen=True):
    """What a join code opens. `admit`: the facilitator has to let one in.

    `late`: what becomes of somebody who comes now; null: play has not begun.
    `watched`: what evaluators see of play, where there can be any.
    """

    session: SessionName
    ruleset: RulesetName
    admit: bool
    late: Late | None
    assigns: bool
    watched: Literal["no", "room", "all"]
    tables: tuple[TableOffer, ...]


class Joined(Reply, frozen=True):
    """One is in; `pass` only where it was asked for."""

    person: str
    address: str
    seat: str | None
    pass_: str | UnsetType = field(name="pass", default=UNSET)


class Seated(Reply, frozen=True):
    """Where one sits now."""

    seat: str


class KeyTaken(Reply, frozen=True):
    """The key is good."""

    pass_: str | UnsetType = field(name="pass", default=UNSET)


class Redeemed(Reply, frozen=True):
    """A one-time link gave a pass."""

    kind: Literal["player", "observer", "screen", "facilitator", "evaluator"]
    address: str
    pass_: str | UnsetType = field(name="pass", default=UNSET)


class ModulesCard(Reply, frozen=True):
    """How the ruleset sets its modules."""

    governance: str | None
    architectures: bool
    inner_house: bool


class ContextCard(Reply, frozen=True):
    """What a country may bring along, in the words of the ruleset."""

    id: str
    name: str
    text: str


class RulesetCard(Reply, frozen=True):
    """A ruleset to choose. `minutes`: a game of full length, all phases used up."""

    id: str
    version: str
    digest: str
    title: str
    blurb: str
    players: tuple[int, ...]
    minutes: int
    rounds: int
    late_joiner: str
    modules: ModulesCard
    context: str
    contexts: tuple[ContextCard, ...]
    """Those to choose from, `context` among them; one alone: no choice."""
    lengths: dict[str, int]
    seats: dict[str, tuple[str, ...]]
    names: dict[str, str]
    """Of the seats."""


class BrokenRuleset(Reply, frozen=True):
    """A folder that holds no ruleset that can be played, and why."""

    folder: str
    faults: tuple[str, ...]


class Rulesets(Reply, frozen=True):
    """All that can be played; the broken ones only for those who may create sessions."""

    rulesets: tuple[RulesetCard, ...]
    broken: tuple[BrokenRuleset, ...]


class TableCard(Reply, frozen=True):
    """A table in a list; `phase`: `playing` where another worker of the server knows which."""

    id: str
    name: str
    number: int
    phase: str
    round: int


class SessionCard(Reply, frozen=True):
    """A session in a list; `created` in UTC, ISO 8601."""

    id: str
    title: str
    ruleset: str
    state: Literal["waiting", "playing", "ended"]
    created: str
    tables: tuple[TableCard, ...]


class Sessions(Reply, frozen=True):
    """The sessions that these passes open."""

    sessions: tuple[SessionCard, ...]


class SessionMade(Reply, frozen=True):
    """A new session."""

    session: str
    address: str
    pass_: str | UnsetType = field(name="pass", default=UNSET)


class CodeMade(Reply, frozen=True):
    """A new join code."""

    code: str
    address: str
    qr: Qr


class LinkMade(Reply, frozen=True):
    """A one-time link and how long it is good."""

    address: str
    qr: Qr
    minutes: int


class Forked(Reply, frozen=True):
    """The new table that plays on, paused, and where its console is."""

    table: str
    name: str
    address: str


class Imported(Reply, frozen=True):
    """A log that was taken in to be read; `pass`, its facilitator's, only for a program."""

    session: str
    table: str
    address: str
    pass_: str | UnsetType = field(name="pass", default=UNSET)


class Fine(Reply, frozen=True):
    """Done; there is nothing to tell."""


class Briefs(Reply, frozen=True):
    """What seats alone read of themselves, by seat: only those that the asker may read."""

    briefs: dict[SeatId, str]


class Health(Reply, frozen=True):
    """How the server is; `trouble`: what the store failed with, until it is written again."""

    well: bool
    trouble: str | None
    tables: int
    sockets: int
