"""The numbers and modules in force at a table."""

from game.acts import Value
from game.vocabulary import Architecture, Governance


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
