"""What a table is at one moment: frozen values, tuples for lists.

No rules, no defaults that hide a rule, nothing that changes in place. Only `evolve` makes the
next `Table`. Sequences about seats (`seats`, `placed`, `earned` ...) share one order: seat order.
"""

from operator import add
from typing import Literal, TypeAlias, assert_never

from game.acts import Act, Terms, Value
from game.vocabulary import (
    Architecture,
    CardId,
    ConcernId,
    Context,
    DealId,
    DealState,
    DependencyId,
    Due,
    Governance,
    Holder,
    Holding,
    OptionId,
    Outcome,
    PersonId,
    Phase,
    PromiseId,
    PulseForm,
    PulseId,
    PulseQuestion,
    Rationality,
    Reason,
    SeatId,
    State,
    TextId,
    Topic,
    Track,
    Verdict,
)


class PulseAnswer(Value, frozen=True):
    """What one seat answered to a pulse; the last answer counts."""

    pulse: PulseId
    answer: str


class Pulse(Value, frozen=True):
    """A question of the facilitator to all seats. It and its answers change nothing in play."""

    id: PulseId
    form: PulseForm
    round: int
    """When it was asked."""
    phase: Phase
    question: PulseQuestion | None = None
    """None: in the facilitator's own words."""
    text: TextId | None = None
    about: SeatId | None = None
    open: bool = True


class Jot(Value, frozen=True):
    """Something that the facilitator noted, marked or counted, and may still take back."""

    version: int
    """Of its entry."""
    kind: Literal["note", "mark", "count"]
    topic: Topic | None = None
    """Of a count."""


class StandIn(Value, frozen=True):
    """A bot that sits in for a seat whose people are all away, until one of them is back."""

    after_min: int
    """Minutes of game time without a device before it sits in."""
    bot: str
    """The name of its preset."""


class Seat(Value, frozen=True):
    """One agency and what its seat has done this round."""

    id: SeatId
    rationality: Rationality
    concern: ConcernId
    capacity: int
    """Action points a round, before a lost backing takes one."""
    budget: int
    hand: int
    """Trust tokens in hand."""
    autonomy: int = 10
    routines: int = 0
    portals: int = 0
    backing: int = 3
    known: tuple[DependencyId, ...] = ()
    """The dependencies whose truth this seat knows now."""
    scanned: Rationality | None = None
    """What a scan told of the next agenda card, until that card comes."""
    holder: Holder = Holder.NOBODY
    person: PersonId | None = None
    sharers: tuple[PersonId, ...] = ()
    """Who shares the seat with `person`: they see and do the same."""
    bot: str | None = None
    stands_in: bool = False
    """The bot sat in because nobody of the seat was there; they may have it back at any time."""
    dropped: bool = False
    """Gates do not wait for this seat (a facilitator's act)."""
    asks_help: bool = False
    help_text: TextId | None = None
    """What it asks, while its hand is up."""
    done: bool = False
    plan: tuple[Act, ...] | None = None
    spoilt: tuple[int, ...] = ()
    """The places in its plan of the actions that its own house lets fail (coded: C17)."""
    ready: bool = False
    vote: bool | None = None
    """True: launch. None: not voted."""
    choice: OptionId | None = None
    """The option voted for on the standing card."""
    calls_vote: bool = False
    architecture: Architecture | None = None
    """The architecture backed now."""
    host: SeatId | None = None
    governance: Governance | None = None
    broken: int = 0
    """Promises broken in this game."""
    autonomy_lost: int = 0
    """Autonomy lost in this round, net of gains; with the inner house, 2 or more costs backing."""
    placed_with: tuple[SeatId, ...] = ()
    taken_from: tuple[SeatId, ...] = ()
    bound_to: tuple[SeatId, ...] = ()
    """Partners with whom a token was placed in a deal this round."""
    pulses: tuple[PulseAnswer, ...] = ()
    """Its answers to pulses, in the order of the first ones."""

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody who sits here, whoever came first in front."""
        return self.sharers if self.person is None else (self.person, *self.sharers)

    def holding(self, holding: Holding) -> int:
        """What the agency has of this: each holding is a field of its own name."""
        found: int = getattr(self, holding.value)
        return found


class Side(Value, frozen=True):
    """One side of a dependency and its objection."""

    seat: SeatId
    answered: bool = False
    protest: bool = False
    held: int = 0
    """Tokens placed with the other side that waive this objection and may not be taken back."""


class Dependency(Value, frozen=True):
    """A possible need of two agencies for each other's data (RULES section 1)."""

    id: DependencyId
    sides: tuple[Side, Side]
    base_sensitivity: int
    base_effort: int
    sensitivity: int
    """As it counts now, after architecture and context."""
    effort: int
    real: bool
    """The truth; hidden."""
    common: bool = False
    """All know the truth: it is on the common map."""
    state: State = State.OPEN
    progress: int = 0
    signed_round: int | None = None
    boosted: bool = False
    """The bonus for mutual trust was used this round."""

    @property
    def protested(self) -> bool:
        """A side is under protest."""
        first, second = self.sides
        return first.protest or second.protest


class Promise(Value, frozen=True):
    """What a seat has promised another in a deal (RULES section 4)."""

    id: PromiseId
    by: SeatId
    to: SeatId
    act: Act
    due: int
    """The round at whose reveal (for a vote: after whose count) it is judged."""
    confidential: bool
    verdict: Verdict = Verdict.OPEN


class Deal(Value, frozen=True):
    """An offer between two seats, open or what became of it; kept until its round ends."""

    id: DealId
    by: SeatId
    to: SeatId
    give: Terms
    get: Terms
    topic: Topic
    confidential: bool
    thread: DealId
    """The first offer of this thread of counter-offers."""
    counters: DealId | None = None
    state: DealState = DealState.OPEN
    reason: Reason | None = None


class Standing(Value, frozen=True):
    """The card on the table in this round or quarter."""

    card: CardId
    luck: int
    """Drawn by chance; decides which of several targets an effect meets."""
    written: str | None = None
    """The card itself as JSON, where the facilitator wrote it."""
    words: TextId | None = None
    """Its words, where the facilitator wrote it."""
    choosing: bool = False
    """Its choice is still open."""
    option: OptionId | None = None
    defaulted: bool = False


class ScriptLine(Value, frozen=True):
    """A line of the script of injects, and what became of it; `game.script` reads it."""

    number: int
    body: str
    """What its author wrote, as JSON."""
    words: TextId | None = None
    """Its words, where they were written at the table; else the ruleset has them."""
    held: bool = False
    """It is not proposed until the facilitator lets it go on."""
    skipped: bool = False
    fired: bool = False
    met: bool | None = None
    """What was expected came, or (False) did not, as the facilitator judged it; None: not said."""


class Sent(Value, frozen=True):
    """A card of this round that only some seats were given."""

    card: CardId
    to: tuple[SeatId, ...]
    written: str | None = None
    words: TextId | None = None


class Resolved(Value, frozen=True):
    """What became of one planned action at the last reveal."""

    seat: SeatId
    act: Act
    worked: bool
    reason: Reason | None = None


class Count(Value, frozen=True):
    """A counted launch vote, in seat order; None abstained. No votes: none was held."""

    votes: tuple[bool | None, ...]
    passed: bool


class Quarter(Value, frozen=True):
    """One quarter of year one, as it ended."""

    card: CardId
    bounced: int
    absorbed: int
    rating: int


class SeatPast(Value, frozen=True):
    """What a seat had when a round ended; for goals that ask `by round r`."""

    budget: int
    autonomy: int
    routines: int
    portals: int
    live: int
    signed: int
    answered: int
    broken: int
    tokens: int


class RoundPast(Value, frozen=True):
    """The table when a round ended."""

    round: int
    support: int
    legal_pressure: int
    counter: int
    live: int
    signed: int
    fragmentation: int
    frame: Rationality
    agenda: Rationality
    seats: tuple[SeatPast, ...]


def rating_of(moment: "Table | RoundPast") -> int:
    """The citizens' rating before a launch (RULES section 1)."""
    return 5 + (moment.counter >= 4) + (moment.support >= 6)


class Score(Value, frozen=True):
    """A seat's own score, item by item (RULES section 8)."""

    seat: SeatId
    autonomy: int
    budget: int
    portals: int
    tokens: int
    goal: int
    core_value: int
    concern: int

    @property
    def own(self) -> int:
        """The sum of the items."""
        return (
            self.autonomy
            + self.budget
            + self.portals
            + self.tokens
            + self.goal
            + self.core_value
            + self.concern
        )


class Look(Value, frozen=True):
    """The facilitator looked over the shoulder of a seat."""

    seat: SeatId
    round: int
    phase: Phase
    version: int
    """The entry in which it is written down."""


class AgendaCard(Value, frozen=True):
    """A card of the agenda deck: what politics will care about, and a story of its own."""

    id: CardId
    rationality: Rationality


class Modules(Value, frozen=True):
    """Which modules are on (RULES section 6)."""

    governance: Governance | None = None
    """Set at set-up; None: proposed and backed in round 1."""
    architectures: bool = True
    inner_house: bool = False
    scan: bool = True


class Params(Value, frozen=True):
    """Every number that RULES.md puts in brackets, as in force at this table.

    Rounds are counted from 1, lengths are in seconds, shares run from 0 to 1.
    """

    rounds: int = 5
    capacity: int = 3
    budget: int = 2
    hand: int = 4
    facts: int = 1
    support: int = 4
    first_game_support: int = 6
    legal_pressure: int = 2
    real_share: float = 0.6
    need_offset: int = 1
    push_step: int = 3
    push_support: int = 8
    income_support: int = 3
    income_more_support: int = 7
    agenda_rounds: tuple[int, ...] = (3, 5)
    agenda_swing: int = 2
    cards_a_round: int = 1
    headline_share: float = 2 / 3
    open_offers: int = 5
    open_promises: int = 3
    vote_from: int = 4
    vote_support: int = 4
    guard_below: int = 8
    room: int = 2
    promise_trust: int = 2
    lobby_a_round: int = 2
    turning_cards: int = 4
    hybrid_directives: int = 3
    hierarchy_directives: int = 2
    hierarchy_signings: int = 2
    architecture: Architecture = Architecture.EXCHANGE
    """In force until the seats adopt another."""
    hub_effort: int = 6
    hub_by_law_effort: int = 2
    clearing_house_effort: int = 1
    host_room: int = 4
    haphazard_share: float = 0.25
    joined_up_value: int = 12
    facade_value: int = 5
    paper_value: int = 3
    withdrawn_value: int = -3
    early_value: int = 1
    portal_points: int = 1
    tokens_points: int = 1
    tokens_a_point: int = 3
    goal_points: int = 3
    core_value_points: int = 3
    concern_points: int = 5
    briefing_s: int = 90
    talk_s: int = 360
    plan_s: int = 180
    reveal_s: int = 120
    vote_s: int = 90
    quarter_s: int = 45


Matrix: TypeAlias = tuple[tuple[int, ...], ...]
"""Rows: who placed; columns: with whom; both in seat order."""


class Table(Value, frozen=True):
    """One play of the game at one moment."""

    version: int
    """Entries that led here."""
    ruleset: str
    digest: str
    """SHA-256 of the ruleset that this table began with, in hex."""
    seed: str
    """Secret: with it every draw can be foretold."""
    params: Params
    modules: Modules
    context: Context
    first_game: bool
    sponsor: SeatId
    need: int
    seats: tuple[Seat, ...]
    dependencies: tuple[Dependency, ...]
    placed: Matrix
    """Tokens that can be taken back: placed in play, or lying there as history."""
    earned: Matrix
    """Tokens from the bank; they stay."""
    support: int
    legal_pressure: int
    agenda: Rationality
    frame: Rationality
    agenda_deck: tuple[AgendaCard, ...]
    """Next card first."""
    event_deck: tuple[CardId, ...]
    year_one_deck: tuple[CardId, ...]
    directives: int
    """Left in the game (hybrid) or in the round (hierarchy)."""
    governance: Governance | None
    """None until the seats have backed one or round 1 reached Plan."""
    practice: bool = False
    """This is the practice round of a first game, which does not count."""
    practised: bool = False
    phase: Phase = Phase.LOBBY
    round: int = 0
    quarter: int = 0
    length_s: int | None = None
    """How long the phase lasts in seconds of game time, extensions included; None: no clock."""
    due: Due | None = None
    paused: bool = False
    pause_text: TextId | None = None
    set_back: bool = False
    """A rewind led here, and play has not gone on since; the pause text says why."""
    emergency: bool = False
    autopilot: bool = False
    counter: int = 0
    counter_high: int = 0
    """The highest counter so far; support rises when it first reaches 2 and 4."""
    rating: int | None = None
    """None before launch; until then the formula of RULES section 1 gives it."""
    agenda_card: CardId | None = None
    """The agenda card that brought the agenda of now, if one did."""
    headline: Rationality | None = None
    standing: Standing | None = None
    played: tuple[CardId, ...] = ()
    drawn: int = 0
    """Cards that chance drew in this Briefing."""
    architecture: Architecture = Architecture.EXCHANGE
    host: SeatId | None = None
    hub_progress: int = 0
    signings: int = 0
    lobbied: int = 0
    freeze: int | None = None
    """Building for dependencies of this sensitivity or more rests in this round."""
    audit: bool = False
    deadlines: tuple[int, ...] = ()
    deals: tuple[Deal, ...] = ()
    """Of this round, oldest first."""
    promises: tuple[Promise, ...] = ()
    thanked: tuple[tuple[SeatId, SeatId], ...] = ()
    """(who trusts more, promiser): pairs raised by a kept promise in this round."""
    warmed: tuple[tuple[SeatId, SeatId], ...] = ()
    """Pairs, in seat order, whose trust a signing has raised in this game."""
    first_signed: DependencyId | None = None
    resolved: tuple[Resolved, ...] = ()
    """What became of the plans at the last reveal, in the order of resolution."""
    count: Count | None = None
    """The launch vote of this round, once counted."""
    launched: int | None = None
    """The round of the launch."""
    stopped: bool = False
    quarters: tuple[Quarter, ...] = ()
    trust_before: Matrix = ()
    """T[i][j] as this round began; empty: no round has begun."""
    counted: tuple[int, int, int] = (0, 0, 0)
    """What was said aloud, by what it was about, in the order of `Topic`."""
    past: tuple[RoundPast, ...] = ()
    outcome: Outcome | None = None
    public_value: int | None = None
    scores: tuple[Score, ...] = ()
    opened_secrets: tuple[str, ...] = ()
    """What the facilitator has opened in the debrief."""
    spotlight: str | None = None
    spotlight_text: TextId | None = None
    looks: tuple[Look, ...] = ()
    """Each look over a shoulder; shown to all when the game is over."""
    locked: bool = False
    stand_in: StandIn | None = None
    """None: no bot sits in by itself."""
    jots: tuple[Jot, ...] = ()
    """What was noted, marked and counted last, oldest first. Secret."""
    struck: tuple[int, ...] = ()
    """The entries of those that were taken back."""
    pulses: tuple[Pulse, ...] = ()
    """What the facilitator asked all seats, oldest first; at most the last one is open."""
    script: tuple[ScriptLine, ...] = ()
    """The facilitator's injects, by number. Secret."""
    sent: tuple[Sent, ...] = ()
    """Cards of this round for some seats alone."""

    def seat(self, seat: SeatId) -> Seat:
        """The seat of this id; `LookupError` if it is not at the table."""
        for one in self.seats:
            if one.id == seat:
                return one
        raise LookupError(seat)

    def has(self, seat: SeatId) -> bool:
        """Whether a seat of this id is at the table."""
        for one in self.seats:  # noqa: SIM110  asked for every command: a generator takes twice as long
            if one.id == seat:
                return True
        return False

    def index(self, seat: SeatId) -> int:
        """The place of a seat in seat order; `LookupError` if it is not at the table."""
        for index, one in enumerate(self.seats):
            if one.id == seat:
                return index
        raise LookupError(seat)

    def dependency(self, dependency: DependencyId) -> Dependency:
        """The dependency of this id; `LookupError` if it is not at the table."""
        for one in self.dependencies:
            if one.id == dependency:
                return one
        raise LookupError(dependency)

    @property
    def trust_now(self) -> Matrix:
        """T[i][j], in seat order."""
        rows = zip(self.placed, self.earned, strict=True)
        return tuple([tuple(map(add, placed, earned)) for placed, earned in rows])

    def trust(self, truster: SeatId, trusted: SeatId) -> int:
        """T[truster][trusted], 0 to 3: tokens that lie there, history and earned included."""
        row, column = self.index(truster), self.index(trusted)
        return self.placed[row][column] + self.earned[row][column]

    def tokens_here(self, seat: SeatId) -> int:
        """Tokens that all others have placed with this seat."""
        column = self.index(seat)
        return sum([row[column] for row in (*self.placed, *self.earned)])

    @property
    def fragmentation(self) -> int:
        """The sum of own portals."""
        return sum([seat.portals for seat in self.seats])

    @property
    def push(self) -> int:
        """How much legal and political pressure lubricates (RULES section 1; coded: C04, C05)."""
        params = self.params
        return self.legal_pressure // params.push_step + (self.support >= params.push_support)

    @property
    def citizens_rating(self) -> int:
        """The rating of the front ledger, 0 to 10."""
        return rating_of(self) if self.rating is None else self.rating

    @property
    def bounced(self) -> int:
        """Cases that bounce now: what is missing from need (RULES section 1)."""
        return max(0, self.need - self.sound)

    @property
    def sound(self) -> int:
        """Dependencies that are live, and nobody protests."""
        live = State.LIVE
        return len([one for one in self.dependencies if one.state is live and not one.protested])

    @property
    def trust_a_pair(self) -> float:
        """Tokens that lie between two seats, on average over all ordered pairs."""
        pairs = max(1, len(self.seats) * (len(self.seats) - 1))
        return (sum(map(sum, self.placed)) + sum(map(sum, self.earned))) / pairs

    def track(self, track: Track) -> int:
        """Where a shared track stands."""
        match track:
            case Track.SUPPORT:
                return self.support
            case Track.LEGAL_PRESSURE:
                return self.legal_pressure
            case Track.COUNTER:
                return self.counter
            case Track.RATING:
                return self.citizens_rating
            case _:
                assert_never(track)
