"""The table: one play of the game at one moment."""

from operator import add
from typing import TypeAlias, assert_never

from game.acts import Value
from game.model.cards import AgendaCard, ScriptLine, Sent, Standing
from game.model.deals import Deal, Promise
from game.model.dependencies import Dependency
from game.model.jots import Jot, Look
from game.model.params import Modules, Params
from game.model.past import Count, Quarter, Resolved, RoundPast, Score, rating_of
from game.model.pulses import Pulse
from game.model.seats import Seat, StandIn
from game.vocabulary import (
    Architecture,
    CardId,
    Context,
    DependencyId,
    Due,
    Governance,
    Outcome,
    Phase,
    Rationality,
    SeatId,
    State,
    TextId,
    Track,
)

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
    """What was noted, marked and counted, by its entry, oldest first. Secret."""
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
        return rating_of(self.counter, self.support) if self.rating is None else self.rating

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
