"""Whole games by bots, and what is counted of them."""

import pytest
from msgspec import json
from msgspec.structs import replace

from game.bots.lineup import BOTS
from game.fold import after
from game.model.params import Modules
from game.opening import BLANK, Setup
from game.ruleset import Ruleset
from game.simulate.many import chunks, games, many
from game.simulate.play import play_game
from game.simulate.tally import Tally, measures
from game.vocabulary import Context, Governance, Outcome, Phase
from tests.given import tiny
from tests.rulesets import RULESETS, load


@pytest.fixture(scope="module")
def newborn() -> Ruleset:
    return load(RULESETS / "newborn")


@pytest.mark.parametrize("bot", BOTS)
def test_every_bot_plays_tiny_to_its_end(bot: str) -> None:
    played = play_game(tiny(), Setup("seed", bots=bot))
    assert played.table.phase is Phase.ENDED
    assert played.table.outcome in set(Outcome)


@pytest.mark.parametrize("players", [4, 5, 6, 7])
@pytest.mark.parametrize("bot", ["random", "mixed", "self_serving"])
def test_newborn_is_played_with_every_number_of_seats(
    newborn: Ruleset, players: int, bot: str
) -> None:
    played = play_game(newborn, Setup("seed", players=players), [bot] * players)
    assert len(played.table.scores) == players


@pytest.mark.parametrize("context", Context)
@pytest.mark.parametrize("governance", [*Governance, None])
def test_house_bots_play_in_every_context_and_governance(
    newborn: Ruleset, context: Context, governance: Governance | None
) -> None:
    rules = replace(
        newborn, context=context, modules=Modules(governance, inner_house=True, scan=True)
    )
    played = play_game(rules, Setup(f"{context}", bots="turf_minded"))
    assert played.table.phase is Phase.ENDED


def test_a_first_game_has_its_practice_round(newborn: Ruleset) -> None:
    played = play_game(newborn, Setup("seed", first_game=True, bots="mixed"))
    assert played.table.practised
    assert played.table.phase is Phase.ENDED


def test_equal_seeds_play_equal_games_and_others_others(newborn: Ruleset) -> None:
    first, again, other = (
        play_game(newborn, Setup(seed, bots="mixed")) for seed in ("a", "a", "b")
    )
    assert first == again
    assert first.table != other.table


def test_each_seat_may_have_its_own_bot() -> None:
    bots = ["random", "mixed", "self_serving"]
    played = play_game(tiny(), Setup("seed"), bots)
    assert [one.bot for one in played.table.seats] == bots


def test_bots_that_are_not_there_or_too_few_are_refused() -> None:
    with pytest.raises(LookupError, match="no bot is called 'nobody'"):
        play_game(tiny(), Setup("seed", bots="nobody"))
    with pytest.raises(LookupError, match="2 bots for 3 seats"):
        play_game(tiny(), Setup("seed"), ["mixed", "mixed"])


def test_kept_turns_lead_from_nothing_to_the_table() -> None:
    played = play_game(tiny(), Setup("seed", bots="mixed"), keep=True)
    table = BLANK
    for turn in played.turns:
        table = after(table, turn.events)
    assert replace(table, version=0) == replace(played.table, version=0)
    assert play_game(tiny(), Setup("seed", bots="mixed")).turns == ()


def test_chunks_give_the_same_figures_as_one_go() -> None:
    whole = many(tiny(), Setup("seed"), ["mixed"] * 3, range(6))
    parts = Tally()
    for numbers in chunks(6, 4):
        parts.merge(many(tiny(), Setup("seed"), ["mixed"] * 3, numbers))
    assert parts.figures() == whole.figures()
    assert whole.games == 6


def test_a_tally_survives_the_way_between_processes() -> None:
    tally = many(tiny(), Setup("seed"), ["random"] * 3, range(3))
    assert json.decode(json.encode(tally), type=Tally).figures() == tally.figures()


def test_measures_count_what_the_log_holds(newborn: Ruleset) -> None:
    (played,) = games(newborn, Setup("seed"), ["public_spirited"] * 5, range(1))
    found = measures(played)
    assert found[f"outcome.{played.table.outcome}"] == 1
    assert found["act.sign"] >= found["worked.sign"] > 0
    judged = found.get("promises.kept", 0) + found.get("promises.broken", 0)
    assert judged + found.get("promises.lapsed", 0) == found["promises.made"]
    assert found["own"] == sum(one.own for one in played.table.scores) / 5


def test_a_tally_of_nothing_promises_nothing() -> None:
    empty = Tally()
    assert empty.figure("outcome.paper").high == 1
    assert empty.figure("own").mean == 0
    assert empty.ratio("promises.kept", "promises.kept", "promises.broken") is None


def test_a_ratio_weighs_the_part_by_the_whole() -> None:
    tally = Tally()
    tally.add({"promises.kept": 3, "promises.broken": 1})
    assert tally.ratio("promises.kept", "promises.kept", "promises.broken") == 0.75


@pytest.mark.slow
def test_public_spirited_houses_join_up_far_more_often_than_random_ones(newborn: Ruleset) -> None:
    arms = {
        bot: many(newborn, Setup("claim"), [bot] * 5, range(24)).figure("outcome.joined_up")
        for bot in ("public_spirited", "random")
    }
    assert arms["public_spirited"].mean - arms["random"].mean >= 0.25
    assert arms["public_spirited"].low > arms["random"].high


@pytest.mark.slow
def test_a_table_of_self_serving_houses_hardly_ever_joins_up(newborn: Ruleset) -> None:
    arms = {
        bot: many(newborn, Setup("claim"), [bot] * 5, range(16)).figure("outcome.joined_up")
        for bot in ("public_spirited", "self_serving")
    }
    assert arms["self_serving"].high < arms["public_spirited"].low
