"""A seat's own paper: what its brief and the scenario tell it, and no more.

Taken from the ruleset and from what was chosen at set-up, which all know; never from play.
"""

from collections.abc import Mapping

from msgspec import Struct

from game.goals import Amount, AnyPredicate, CoreValueKept, FrameIs, Measure, NotFirst, OutcomeIs
from game.ruleset import Ruleset
from game.vocabulary import ConcernId, Context, Outcome, Rationality, SeatId


class Prices(Struct, frozen=True, gc=False):
    """The numbers of the rules that a player has to know by heart (RULES sections 3, 7, 8)."""

    vote_support: int
    vote_from: int
    guard_below: int
    room: int
    open_offers: int
    open_promises: int
    agenda_swing: int
    hub_effort: int
    clearing_house_effort: int
    host_room: int
    joined_up: int
    facade: int
    paper: int
    withdrawn: int
    early: int
    portal: int
    tokens: float
    """Points for one token that lies here."""
    goal: int
    core_value: int
    concern: int


class Sheet(Struct, frozen=True):
    """The seat's paper."""

    seat: SeatId
    rationality: Rationality
    context: Context
    architectures: bool
    """Seats may back an architecture: the module is on."""
    prices: Prices
    wishes: "Wishes"
    words: Mapping[str, str]
    """What it can say, by key, in the language of the table; empty: it plays without a word."""


class Wishes(Struct, frozen=True):
    """Public goal and concern, sorted by what they ask for, with points for each part."""

    amounts: Mapping[Measure, tuple[tuple[Amount, float], ...]]
    outcome: float
    """Points that hang on a service that is joined up."""
    frame: Rationality | None
    """The frame that the end should find."""
    core: bool
    """The concern asks for the core value too."""
    shy: bool
    """It would rather not be in the first signing."""


def wishes_of(sheet: tuple[tuple[int, tuple[AnyPredicate, ...]], ...], own: Rationality) -> Wishes:
    """The wishes that these goals hold, each with its points."""
    parts = [(one, points / len(goal)) for points, goal in sheet for one in goal]
    amounts: dict[Measure, tuple[tuple[Amount, float], ...]] = {}
    for one, points in parts:
        if isinstance(one, Amount):
            amounts[one.of] = (*amounts.get(one.of, ()), (one, points))
    frames = [one.value or own for one, _ in parts if isinstance(one, FrameIs)]
    return Wishes(
        amounts=amounts,
        outcome=sum(
            points
            for one, points in parts
            if isinstance(one, OutcomeIs) and Outcome.JOINED_UP in one.one_of
        ),
        frame=frames[0] if frames else None,
        core=any(isinstance(one, CoreValueKept) for one, _ in parts),
        shy=any(isinstance(one, NotFirst) for one, _ in parts),
    )


def sheet_of(
    rules: Ruleset,
    seat: SeatId,
    concern: ConcernId,
    *,
    context: Context,
    architectures: bool,
    language: str = "en",
) -> Sheet:
    """The paper of this seat with the concern that it was dealt, and what was chosen at set-up."""
    spec = rules.seat(seat)
    params = rules.params
    goals = (
        (params.goal_points, spec.goal),
        (params.concern_points, rules.concern(concern).met_when),
    )
    return Sheet(
        seat=seat,
        rationality=spec.rationality,
        context=context,
        architectures=architectures,
        prices=prices_of(rules, context),
        wishes=wishes_of(goals, spec.rationality),
        words=rules.texts.get(language, {}),
    )


def prices_of(rules: Ruleset, context: Context) -> Prices:
    """The numbers of this ruleset; those of one table may differ a little, which is no secret."""
    params = rules.params
    by_law = context is Context.HUB_BY_LAW
    return Prices(
        vote_support=params.vote_support,
        vote_from=params.vote_from,
        guard_below=params.guard_below,
        room=params.room,
        open_offers=params.open_offers,
        open_promises=params.open_promises,
        agenda_swing=params.agenda_swing,
        hub_effort=params.hub_by_law_effort if by_law else params.hub_effort,
        clearing_house_effort=0 if by_law else params.clearing_house_effort,
        host_room=params.host_room,
        joined_up=params.joined_up_value,
        facade=params.facade_value,
        paper=params.paper_value,
        withdrawn=params.withdrawn_value,
        early=params.early_value,
        portal=params.portal_points,
        tokens=params.tokens_points / params.tokens_a_point,
        goal=params.goal_points,
        core_value=params.core_value_points,
        concern=params.concern_points,
    )
