"""What a ruleset says: seats, dependencies, decks, goals and numbers. Shapes only.

Parsing lies in `game.parse`. Words for people lie apart, per language, under the same ids.
"""

from hashlib import sha256
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field, json
from msgspec.structs import replace

from game.choice import Choice
from game.effects import AnyEffect
from game.goals import AnyPredicate
from game.latest import latest
from game.model.cards import AgendaCard
from game.model.params import Modules, Params
from game.script import WORDS, LineSpec, LineWords
from game.vocabulary import (
    CardId,
    CardKind,
    ConcernId,
    Context,
    DependencyId,
    ObjectiveId,
    Rationality,
    SeatId,
    TaskId,
)

FORMAT: Final = 1
GUIDE_KEYS: Final = "objectives."
"""How the keys of the evaluation guide begin among the texts."""
Colour: TypeAlias = Literal["blue", "brick", "jade", "violet", "ochre", "teal", "plum"]
"""Of a marker; its shape comes with it."""
Late: TypeAlias = Literal["observer", "reserve", "take_over_bot", "share_seat"]
"""What becomes of somebody who comes when play has begun."""
SCRIPT_KEYS: Final = "script."
"""How the keys of the facilitator's words begin."""


class Shape(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a ruleset file. Ids are `snake_case`."""


class SeatSpec(Shape, frozen=True):
    """An agency: its logic, its marker, its public goal, and where it starts apart from params."""

    id: SeatId
    rationality: Rationality
    colour: Colour
    code: str
    """The marker's two letters."""
    goal: tuple[AnyPredicate, ...]
    budget: int | None = None
    hand: int | None = None
    autonomy: int = 10
    routines: int = 0
    portals: int = 0
    backing: int = 3


class DependencySpec(Shape, frozen=True):
    """A possible dependency between two agencies; it plays where both are seated."""

    id: DependencyId
    between: tuple[SeatId, SeatId]
    sensitivity: int
    """1 to 3."""
    effort: int
    """1 to 4."""


class TrustSpec(Shape, frozen=True):
    """Tokens that lie at the start: the history between two agencies."""

    by: SeatId
    other: SeatId = field(name="with")
    tokens: int = 1


class Card(Shape, frozen=True):
    """An event card: its kind, what it does at once, and its choice, if it poses one."""

    id: CardId
    kind: CardKind
    effects: tuple[AnyEffect, ...] = ()
    choice: Choice | None = None

    @property
    def is_lucky(self) -> bool:
        """Whether chance decides which dependency an effect of this card meets."""
        options = self.choice.options if self.choice is not None else ()
        effects = (*self.effects, *(effect for one in options for effect in one.effects))
        return any(effect.lucky for effect in effects)


class Concern(Shape, frozen=True):
    """A secret concern and when it is met."""

    id: ConcernId
    met_when: tuple[AnyPredicate, ...]


class Task(Shape, frozen=True):
    """A critical task: what one sees people do when an objective is met."""

    id: TaskId
    seen_in: tuple[str, ...] = ()
    """Kinds of lines of the log in which it may show (`signed`), or `act.` and an action that
    worked (`act.map`). Candidates for evidence: whether it was done well, people judge."""


class Objective(Shape, frozen=True):
    """What a session is to exercise, for evaluators and the report. It changes nothing in play."""

    id: ObjectiveId
    tasks: tuple[Task, ...]


class Ruleset(Shape, frozen=True):
    """Everything that a game is played by."""

    format: Literal[1]
    id: str
    version: str
    licence: str
    late_joiner: Late
    """What becomes of somebody who joins when every seat is taken or play has begun."""
    sponsor: SeatId
    seats: tuple[SeatSpec, ...]
    """In seat order."""
    seating: dict[str, tuple[SeatId, ...]]
    """By number of players (`"4"` to `"7"`; the parser takes `"2"` to `"7"`): who is seated."""
    dependencies: tuple[DependencySpec, ...]
    trust: tuple[TrustSpec, ...]
    agenda: tuple[AgendaCard, ...]
    events: tuple[Card, ...]
    year_one: tuple[Card, ...]
    concerns: tuple[Concern, ...]
    script: tuple[LineSpec, ...] = ()
    """The injects that a facilitator finds ready."""
    params: Params = Params()
    modules: Modules = Modules()
    context: Context = Context.PLAIN
    contexts: tuple[Context, ...] = ()
    """Those a facilitator may choose, `context` among them; empty: no choice."""
    objectives: tuple[Objective, ...] = ()
    """The evaluation guide; none: the ruleset has no guide."""
    real_shares: dict[str, float] = {}
    """By number of players: the share of dependencies that is real, where `params` will not do."""
    texts: dict[str, dict[str, str]] = {}
    """By language, then by key (`seats.tax.name`): the words, those of the game included."""

    def seat(self, seat: SeatId) -> SeatSpec:
        """The agency of this id; `LookupError` if there is none."""
        for one in self.seats:
            if one.id == seat:
                return one
        raise LookupError(seat)

    @property
    def offered(self) -> tuple[Context, ...]:
        """The contexts in which a table may be laid, as the ruleset lists them."""
        return self.contexts or (self.context,)

    def params_for(self, players: int) -> Params:
        """The numbers of a table of this size."""
        share = self.real_shares.get(str(players))
        return self.params if share is None else replace(self.params, real_share=share)

    def concern(self, concern: ConcernId) -> Concern:
        """The concern of this id; `LookupError` if there is none."""
        for one in self.concerns:
            if one.id == concern:
                return one
        raise LookupError(concern)

    def card(self, card: CardId, written: str | None = None) -> Card:
        """The card of this id, or the one that the facilitator wrote; `LookupError` if there is
        none.
        """
        if written is not None:
            return json.decode(written, type=Card)
        return cards_of(self)[card]

    def shared_texts(self, language: str) -> dict[str, str]:
        """The words that everybody may read: all but the briefs, which are their seats' own, and
        the guide and the script, which are for facilitators and evaluators.
        """
        briefs = {brief_key(seat.id) for seat in self.seats}
        return {
            key: text
            for key, text in self.texts.get(language, {}).items()
            if key not in briefs and not key.startswith((GUIDE_KEYS, SCRIPT_KEYS))
        }

    def line_words(self, language: str, number: int) -> LineWords:
        """The words of a line of the script, as the ruleset has them; empty where it has none."""
        texts, key = self.texts.get(language, {}), f"{SCRIPT_KEYS}{number}"
        found = {name: texts.get(f"{key}.{name}", "") for name in WORDS}
        ways = (one.ways for one in self.script if one.number == number)
        labels = [texts.get(f"{key}.options.{way.id}", "") for way in next(ways, ())]
        return LineWords(**found, options=tuple(labels))

    def brief(self, language: str, seat: SeatId) -> str:
        """What only this seat reads of itself (RULES section 9); empty where nobody wrote it."""
        return self.texts.get(language, {}).get(brief_key(seat), "")

    @property
    def digest(self) -> str:
        """SHA-256, in hex, over all that plays: not words, guide or script. Pins a table."""
        return digest_of(self)


@latest
def cards_of(rules: Ruleset) -> dict[CardId, Card]:
    """The event cards of both decks, by their ids; each stands once (the parser demands it)."""
    return {one.id: one for one in (*rules.events, *rules.year_one)}


@latest
def digest_of(rules: Ruleset) -> str:
    """The digest of a ruleset: asked of the same one for every table that is laid."""
    plays = replace(rules, texts={}, objectives=(), script=())
    return sha256(json.encode(plays, order="deterministic")).hexdigest()


def brief_key(seat: SeatId) -> str:
    """The key of a seat's brief among the texts."""
    return f"seats.{seat}.brief"
