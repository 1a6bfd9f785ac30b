"""Between which ends the numbers of a ruleset may lie, and which words a card may use.

The ends of the scales are those of RULES section 1; the others keep a game playable on a phone
within an afternoon. What depends on other parts of a ruleset is checked elsewhere.
"""

from typing import Final

from game.cues import SeatCue, TableCue
from game.effects import agencies, base, dependencies, shared
from game.goals import Amount
from game.model.params import Params
from game.moves import HOLDING_MAX, SENSITIVITY_MAX, TRACK_MAX, TRUST_MAX
from game.ruleset import DependencySpec, SeatSpec, TrustSpec
from game.script import LAST_NUMBER, LONGEST_S, SCRIPT_PHASES, SHORTEST_WINDOW_S, LineSpec
from game.vocabulary import Holding, Track

EFFORT_MAX: Final = 4
STEPS: Final = 5  # how far one effect may move anything
SUPPORT: Final = (0, TRACK_MAX[Track.SUPPORT])
COUNT: Final = (0, 20)  # of cards, offers, promises, directives, tokens
GAUGED: Final = (0, 99)  # what a cue may ask of a number; no number of a table grows beyond
POINTS: Final = (-50, 50)
PHASE_S: Final = (10, 7200)  # from ten seconds to two hours
SHARE: Final = (0, 1)

SEAT_BOUNDS: Final[dict[tuple[type, str], tuple[int, int]]] = {
    (SeatSpec, holding.value): (0, HOLDING_MAX[holding])
    for holding in Holding
    if holding is not Holding.CAPACITY
}
PARAM_BOUNDS: Final[dict[str, tuple[int, int]]] = {
    "rounds": (1, 12),
    "capacity": (1, HOLDING_MAX[Holding.CAPACITY]),
    "budget": (0, HOLDING_MAX[Holding.BUDGET]),
    "hand": (0, HOLDING_MAX[Holding.HAND]),
    "facts": COUNT,
    "support": SUPPORT,
    "first_game_support": SUPPORT,
    "legal_pressure": (0, TRACK_MAX[Track.LEGAL_PRESSURE]),
    "real_share": SHARE,
    "need_offset": (0, 10),
    "push_step": (1, 10),
    "push_support": (0, 11),
    "income_support": (0, 11),
    "income_more_support": (0, 11),
    "agenda_swing": (0, STEPS),
    "cards_a_round": (0, 3),
    "headline_share": SHARE,
    "open_offers": (1, 20),
    "open_promises": COUNT,
    "vote_from": (1, 12),
    "vote_support": SUPPORT,
    "guard_below": (0, 10),
    "room": (1, 10),
    "promise_trust": (0, TRUST_MAX),
    "lobby_a_round": (0, 10),
    "turning_cards": COUNT,
    "hybrid_directives": COUNT,
    "hierarchy_directives": COUNT,
    "hierarchy_signings": (1, 20),
    "hub_effort": (1, 20),
    "hub_by_law_effort": (1, 20),
    "clearing_house_effort": (0, EFFORT_MAX),
    "host_room": (1, 20),
    "haphazard_share": SHARE,
    "joined_up_value": POINTS,
    "facade_value": POINTS,
    "paper_value": POINTS,
    "withdrawn_value": POINTS,
    "early_value": POINTS,
    "portal_points": POINTS,
    "tokens_points": POINTS,
    "tokens_a_point": (1, 20),
    "goal_points": POINTS,
    "core_value_points": POINTS,
    "concern_points": POINTS,
    "briefing_s": PHASE_S,
    "talk_s": PHASE_S,
    "plan_s": PHASE_S,
    "reveal_s": PHASE_S,
    "vote_s": PHASE_S,
    "quarter_s": PHASE_S,
}
"""Every number of `Params`; 11 where a threshold may be out of reach."""

BOUNDS: Final[dict[tuple[type, str], tuple[int, int]]] = {
    **SEAT_BOUNDS,
    **{(Params, name): ends for name, ends in PARAM_BOUNDS.items()},
    (DependencySpec, "sensitivity"): (1, SENSITIVITY_MAX),
    (DependencySpec, "effort"): (1, EFFORT_MAX),
    (TrustSpec, "tokens"): (1, TRUST_MAX),
    (Amount, "by_round"): (1, 12),
    (shared.Track, "by"): (-STEPS, STEPS),
    (agencies.Agency, "by"): (-STEPS, STEPS),
    (agencies.Trust, "by"): (-TRUST_MAX, TRUST_MAX),
    (dependencies.Weigh, "sensitivity"): (-SENSITIVITY_MAX, SENSITIVITY_MAX),
    (dependencies.Weigh, "effort"): (-EFFORT_MAX, EFFORT_MAX),
    (dependencies.Suspend, "sensitivity"): (1, SENSITIVITY_MAX),
    (shared.Freeze, "sensitivity"): (1, SENSITIVITY_MAX),
    (shared.Directives, "by"): (-STEPS, STEPS),
    (shared.Deadline, "round"): (2, 12),
    (LineSpec, "number"): (1, LAST_NUMBER),
    (LineSpec, "round"): (1, 12),
    (LineSpec, "after_s"): (0, LONGEST_S),
    (LineSpec, "window_s"): (SHORTEST_WINDOW_S, LONGEST_S),
    (LineSpec, "contingency"): (1, LAST_NUMBER),
    (TableCue, "at_least"): GAUGED,
    (TableCue, "at_most"): GAUGED,
    (SeatCue, "at_least"): GAUGED,
    (SeatCue, "at_most"): GAUGED,
}
"""By type and field: the lowest and the highest that may stand there."""

CARD_TRACKS: Final = (Track.SUPPORT.value, Track.LEGAL_PRESSURE.value, Track.COUNTER.value)
CARD_HOLDINGS: Final = (Holding.BUDGET.value, Holding.AUTONOMY.value, Holding.ROUTINES.value)

# RULES section 5: a card moves these tracks and these holdings; the rating follows from play.
NARROWED: Final[dict[tuple[type, str], tuple[str, ...]]] = {
    (shared.Track, "track"): CARD_TRACKS,
    (base.Condition, "track"): CARD_TRACKS,
    (agencies.Agency, "holding"): CARD_HOLDINGS,
    (LineSpec, "phase"): tuple(one.value for one in SCRIPT_PHASES),
}
"""By type and field: the only words of a longer list that may stand there."""
