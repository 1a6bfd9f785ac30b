"""Where a finished game stands among simulated ones."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.debrief.placing import MEASURES, Spread, setup_like, spread_of, standing
from game.model.table import Table
from game.opening import Setup, open_command
from game.simulate.play import play_game
from game.vocabulary import Context, Governance, Outcome
from tests.given import tiny
from tests.rulesets import RULESETS, load


def played(seed: str) -> Table:
    return play_game(tiny(), Setup(seed, players=3, bots="mixed")).table


def test_a_table_is_laid_anew_just_as_it_was_set_up() -> None:
    rules = load(RULESETS / "newborn")
    for chosen in (
        Setup("a", players=6, inner_house=True, governance=Governance.HIERARCHY),
        Setup("a", players=4, open_governance=True, architectures=False, scan=False),
        Setup("a", params=replace(rules.params, rounds=3, capacity=2)),
    ):
        laid = open_command(rules, chosen).table
        again = open_command(rules, setup_like(laid, "a")).table
        assert (again.modules, again.params) == (laid.modules, laid.params)
        assert [one.id for one in again.seats] == [one.id for one in laid.seats]
        assert again.dependencies == laid.dependencies


def test_a_table_is_laid_anew_in_its_own_context() -> None:
    rules = load(RULESETS / "functional_equivalents")
    laid = open_command(rules, Setup("a", context=Context.FEDERAL)).table
    assert laid.context is Context.FEDERAL
    again = open_command(rules, setup_like(laid, "a")).table
    assert (again.context, again.dependencies) == (laid.context, laid.dependencies)


def test_parts_merge_into_what_the_whole_gives() -> None:
    setup = Setup("s", players=3, bots="mixed")
    whole, parts = spread_of(tiny(), setup, range(6)), Spread()
    for numbers in (range(4, 6), range(4)):
        parts.merge(spread_of(tiny(), setup, numbers))
    assert parts == whole
    assert whole.games == sum(whole.outcomes.values()) == 6
    assert set(whole.outcomes) <= {str(one) for one in Outcome}
    assert set(whole.values) <= set(MEASURES)


def test_a_game_stands_by_what_its_table_shows() -> None:
    table = played("x")
    found = standing(table)
    assert found["public"] == table.public_value
    assert found["support"] == table.support
    assert 0 <= found["trust"] <= 300
    assert "kept" not in standing(replace(table, promises=()))
    assert 0 <= found.get("kept", 0) <= 100


@given(st.dictionaries(st.integers(-5, 30), st.integers(1, 50), min_size=1), st.integers(-9, 40))
@settings(max_examples=50)
def test_more_stand_below_a_higher_value(counts: dict[int, int], value: int) -> None:
    spread = Spread(sum(counts.values()), {}, {"public": counts})
    assert 0 <= spread.below("public", value) <= spread.below("public", value + 1) <= 1
    assert Spread().below("public", value) == 0.5
