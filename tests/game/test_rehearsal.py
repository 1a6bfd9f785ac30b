"""What stands out in many games: each flag is raised by figures that show it, and by no others."""

import pytest
from msgspec.structs import replace

from game.opening import Setup
from game.rehearsal import Flag, flags, length, planned_minutes
from game.simulate.many import many
from game.simulate.tally import Tally
from game.vocabulary import Governance, Outcome
from tests.given import tiny

RULES = tiny()
SETUP = Setup("l", governance=Governance.HYBRID, scan=True)
SEATS = [seat.id for seat in RULES.seats]


def even() -> Tally:
    """A hundred games in which everything happens now and then and everybody does alike."""
    sums = {f"outcome.{one}": 20.0 for one in Outcome}
    sums |= {f"goal.{seat}": 50.0 for seat in SEATS}
    sums |= {f"lowest.{seat}": 33.0 for seat in SEATS}
    sums |= {f"dealt.{one.id}": 40.0 for one in RULES.concerns}
    sums |= {f"met.{one.id}": 20.0 for one in RULES.concerns}
    sums |= {f"card.{one.id}": 30.0 for one in (*RULES.events, *RULES.year_one)}
    for kind in KINDS:
        sums |= {f"users.{kind}": 50.0, f"edge.{kind}": 0.0}
    squares = {name: 50.0 if name.startswith("edge.") else value for name, value in sums.items()}
    return Tally(100, sums, squares)


KINDS = ("map", "scan", "guard", "reform", "frame", "sign", "direct", "portal", "build", "answer")


def found(changed: dict[str, float], other: dict[str, float] | None = None) -> list[Flag]:
    one, two = even(), even()
    for tally, more in ((one, changed), (two, changed if other is None else other)):
        for name, value in more.items():
            tally.sums[name] = value
    return [
        flag for flag in flags(RULES, SETUP, {"a": one, "b": two}) if flag.kind != "action_unused"
    ]


def test_an_even_game_raises_no_flag() -> None:
    assert found({}) == []


@pytest.mark.parametrize(
    ("changed", "kind", "what"),
    [
        ({"outcome.paper": 2}, "outcome_out_of_reach", "paper"),
        ({"goal.library": 1}, "goal_out_of_reach", "library"),
        ({"goal.library": 99}, "goal_for_nothing", "library"),
        ({f"met.{RULES.concerns[0].id}": 1}, "concern_out_of_reach", RULES.concerns[0].id),
        ({f"met.{RULES.concerns[0].id}": 40}, "concern_for_nothing", RULES.concerns[0].id),
        ({f"card.{RULES.events[0].id}": 0}, "card_never_drawn", RULES.events[0].id),
        ({"lowest.archive": 80}, "always_last", "archive"),
        ({"edge.portal": -50}, "action_dominated", "portal"),
    ],
)
def test_what_stands_out_in_every_population_is_flagged(
    changed: dict[str, float], kind: str, what: str
) -> None:
    assert [(flag.kind, flag.what) for flag in found(changed)] == [(kind, what)]
    # what one population does, can be done
    assert found(changed, {}) == []


def test_a_concern_that_was_not_dealt_shows_nothing() -> None:
    concern = RULES.concerns[0].id
    undealt = {f"dealt.{concern}": 0.0, f"met.{concern}": 0.0}
    assert found(undealt) == []
    dealt = {f"met.{concern}": 0.0}
    assert [flag.kind for flag in found(undealt, dealt)] == ["concern_out_of_reach"]


def test_an_action_that_nobody_uses_is_flagged() -> None:
    tally = even()
    tally.sums["users.portal"] = 0
    assert Flag("action_unused", "portal", 0.0) in flags(RULES, SETUP, {"a": tally})


@pytest.mark.parametrize(
    ("kind", "without"),
    [
        ("scan", replace(Setup("l"), scan=False)),
        ("direct", replace(Setup("l"), governance=Governance.NETWORK)),
    ],
)
def test_an_action_that_this_set_up_has_not_is_no_finding(kind: str, without: Setup) -> None:
    tally = even()
    tally.sums[f"users.{kind}"] = 0
    unused = Flag("action_unused", kind, 0.0)
    assert unused in flags(RULES, SETUP, {"a": tally})
    assert unused not in flags(RULES, without, {"a": tally})


def test_a_few_games_call_no_action_dominated() -> None:
    few = {"users.portal": 3.0, "edge.portal": -6.0}
    assert found(few) == []
    assert even().edge("portal") is not None
    tally = even()
    tally.sums["users.portal"] = 19
    assert tally.edge("portal") is None


def test_a_game_takes_as_long_as_its_rounds() -> None:
    setup = Setup("l", players=3, bots="mixed")
    tally = many(RULES, setup, (), range(12))
    taken = length(RULES, setup, tally)
    assert 0 < taken.expected <= taken.longest
    assert planned_minutes(RULES.params) == round(taken.longest)
    short = replace(setup, params=replace(RULES.params, rounds=1))
    assert length(RULES, short, many(RULES, short, (), range(4))).longest < taken.longest


def test_nobody_is_last_in_a_game_without_scores_and_edges_add_up() -> None:
    tally = many(RULES, Setup("l", players=3, bots="random"), (), range(20))
    assert sum(tally.sums[f"lowest.{seat}"] for seat in SEATS) == pytest.approx(20)
    assert Tally().edge("map") is None
