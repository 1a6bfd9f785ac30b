"""What every seat, the room display and observers see (RULES section 9)."""

from msgspec import UNSET, UnsetType

from game.choice import Choice
from game.course.gates import clock_ends, waiting_for
from game.effects import AnyEffect
from game.model.jots import Look
from game.model.past import Quarter
from game.model.table import Table
from game.moves import hub_effort
from game.ruleset import Ruleset
from game.signing import signings_limit
from game.views.deals import DealView, PromiseView, deals_for_all, promises_for_all
from game.views.dependencies import DependencyShown, dependencies_shown
from game.views.pulses import PulseShown, open_pulse
from game.views.reveal import Turn, turns_seen_by_others
from game.views.seats import SeatShown, seats_shown
from game.views.shown import Shown, back_ledger_open
from game.vocabulary import (
    Architecture,
    CardId,
    CardKind,
    Context,
    Governance,
    OptionId,
    Outcome,
    Phase,
    Rationality,
    SeatId,
    TextId,
)


class CardShown(Shown, frozen=True):
    """The card on the table."""

    id: CardId
    kind: CardKind
    words: TextId | None
    """Its words, where the facilitator wrote it; else the ruleset has them."""
    effects: tuple[AnyEffect, ...]
    """As the ruleset has them."""
    choice: Choice | None
    choosing: bool
    option: OptionId | None
    defaulted: bool


class RoundShown(Shown, frozen=True):
    """A past round on the shared tracks."""

    round: int
    support: int
    legal_pressure: int
    counter: int
    live: int
    signed: int
    fragmentation: int


class ScoreShown(Shown, frozen=True):
    """A seat's own score in one number."""

    seat: SeatId
    own: int


class Public(Shown, frozen=True):
    """The part of a view that all viewers share."""

    phase: Phase
    round: int
    rounds: int
    quarter: int
    length_s: int | None
    clock_ends: bool
    """The clock ends this phase by itself."""
    drawing: bool
    """Chance is at work; nobody else can act for a moment."""
    paused: bool
    pause_text: TextId | None
    set_back: bool
    """A rewind led here, and play has not gone on since; the pause text says why."""
    emergency: bool
    autopilot: bool
    first_game: bool
    practice: bool
    locked: bool
    waiting_for: tuple[SeatId, ...]
    spotlight: str | None
    spotlight_text: TextId | None
    looks: tuple[Look, ...]
    """Looks of the facilitator over shoulders; told when the game is over."""
    pulse: PulseShown | None
    """What the facilitator asks all seats at this moment."""
    sponsor: SeatId
    need: int
    support: int
    legal_pressure: int
    counter: int
    rating: int
    push: int
    fragmentation: int
    bounced: int | None
    """None: not opened by an audit."""
    agenda: Rationality
    agenda_card: CardId | None
    frame: Rationality
    headline: Rationality | None
    agenda_rounds: tuple[int, ...]
    governance: Governance | None
    directives: int
    signings_left: int | None
    architecture: Architecture
    host: SeatId | None
    hub_progress: int
    hub_effort: int
    freeze: int | None
    audit: bool
    deadlines: tuple[int, ...]
    card: CardShown | None
    seats: tuple[SeatShown, ...]
    dependencies: tuple[DependencyShown, ...]
    trust: tuple[tuple[int, ...], ...]
    """T[i][j]: tokens that seat i has placed with seat j, in seat order."""
    trust_before: tuple[tuple[int, ...], ...]
    """The same as this round began; empty before the first."""
    earned: tuple[tuple[int, ...], ...]
    """How many of those came from the bank and stay."""
    deals: tuple[DealView, ...]
    """Open to all eyes, of this round, oldest first."""
    promises: tuple[PromiseView, ...]
    turns: tuple[Turn, ...]
    """The last reveal, in order."""
    votes: tuple[bool | None, ...] | None
    """The counted vote in seat order; None: not counted. Empty: none was held."""
    passed: bool | None
    launched: int | None
    stopped: bool
    quarters: tuple[Quarter, ...]
    past: tuple[RoundShown, ...]
    outcome: Outcome | None
    public_value: int | None
    scores: tuple[ScoreShown, ...]
    context: Context | UnsetType = UNSET
    """Unset: plain."""


def public(table: Table, rules: Ruleset) -> Public:
    """What all may see of this table."""
    counted = table.count
    limit = signings_limit(table)
    trust = table.trust_now
    return Public(
        phase=table.phase,
        round=table.round,
        rounds=table.params.rounds,
        quarter=table.quarter,
        length_s=table.length_s,
        clock_ends=clock_ends(table),
        drawing=table.due is not None,
        paused=table.paused,
        pause_text=table.pause_text,
        set_back=table.set_back,
        emergency=table.emergency,
        autopilot=table.autopilot,
        first_game=table.first_game,
        practice=table.practice,
        locked=table.locked,
        waiting_for=waiting_for(table),
        spotlight=table.spotlight,
        spotlight_text=table.spotlight_text,
        looks=table.looks if table.phase is Phase.ENDED else (),
        pulse=open_pulse(table),
        sponsor=table.sponsor,
        need=table.need,
        support=table.support,
        legal_pressure=table.legal_pressure,
        counter=table.counter,
        rating=table.citizens_rating,
        push=table.push,
        fragmentation=table.fragmentation,
        bounced=table.bounced if back_ledger_open(table) else None,
        agenda=table.agenda,
        agenda_card=table.agenda_card,
        frame=table.frame,
        headline=table.headline,
        agenda_rounds=table.params.agenda_rounds,
        governance=table.governance,
        directives=table.directives,
        signings_left=None if limit is None else max(0, limit - table.signings),
        architecture=table.architecture,
        host=table.host,
        hub_progress=table.hub_progress,
        hub_effort=hub_effort(table),
        freeze=table.freeze,
        audit=table.audit,
        deadlines=table.deadlines,
        card=card_shown(table, rules),
        seats=seats_shown(table, trust),
        dependencies=dependencies_shown(table, trust),
        trust=trust,
        trust_before=table.trust_before,
        earned=table.earned,
        deals=deals_for_all(table.deals),
        promises=promises_for_all(table.promises),
        turns=turns_seen_by_others(table),
        votes=None if counted is None else counted.votes,
        passed=None if counted is None else counted.passed,
        launched=table.launched,
        stopped=table.stopped,
        quarters=table.quarters,
        past=past_shown(table),
        outcome=table.outcome,
        public_value=table.public_value,
        scores=tuple(ScoreShown(one.seat, one.own) for one in table.scores),
        context=UNSET if table.context is Context.PLAIN else table.context,
    )


def card_shown(table: Table, rules: Ruleset) -> CardShown | None:
    """The card on the table."""
    standing = table.standing
    if standing is None:
        return None
    card = rules.card(standing.card, standing.written)
    return CardShown(
        id=card.id,
        kind=card.kind,
        words=standing.words,
        effects=card.effects,
        choice=card.choice,
        choosing=standing.choosing,
        option=standing.option,
        defaulted=standing.defaulted,
    )


def past_shown(table: Table) -> tuple[RoundShown, ...]:
    """The past rounds, first one first."""
    return tuple(
        RoundShown(
            round=one.round,
            support=one.support,
            legal_pressure=one.legal_pressure,
            counter=one.counter,
            live=one.live,
            signed=one.signed,
            fragmentation=one.fragmentation,
        )
        for one in table.past
    )
