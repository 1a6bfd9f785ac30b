"""The laboratory: arms, habits, measures, checks, verdicts; an effect is found, a null is not."""

from collections.abc import Sequence

import pytest
from msgspec import json
from msgspec.structs import replace

from game.acts import Act, Pledge, Terms
from game.bots.base import Bot, Move
from game.bots.sheet import Sheet
from game.findings.base import difference
from game.laboratory.arms import Arm, lineup_of, rules_of
from game.laboratory.checks import (
    BeatsCopies,
    BestDiffers,
    Check,
    Contrast,
    Found,
    Less,
    Predicts,
    Sample,
    Spread,
    Unrelated,
    Verdict,
    mean_of,
    slope,
)
from game.laboratory.claim import RUNS, Claim, Told, overall
from game.laboratory.habits import HABITS
from game.laboratory.measures import MEASURES, measured
from game.laboratory.trial import batches, key_of, play, results
from game.model.table import Table
from game.opening import Setup
from game.rng import Dice
from game.ruleset import Ruleset
from game.simulate.play import play_game
from game.talk import AnySeatCommand
from game.talk.backing import BackArchitecture
from game.talk.deals import Accept, Decline, Offer
from game.talk.facts import ShowFact
from game.talk.pace import Done
from game.talk.plan import Plan
from game.views.view import View
from game.vocabulary import Architecture, Context, Governance, Phase, SeatId, State
from game.voices import Why
from tests.game.test_bots import Fixed, offered, paper, seen
from tests.given import (
    COUNCIL,
    FEES,
    LIBRARY,
    NAMES,
    TITLES,
    joined,
    laid,
    seat,
    seats,
    side,
    tiny,
    trusting,
)
from tests.rulesets import RULESETS, load


def claim(*checks: Check, coded: bool = False, arms: tuple[Arm, ...] = ()) -> Claim:
    return Claim(
        id="T00",
        title="",
        grade="A",
        paper="",
        says="",
        coded="",
        is_coded=coded,
        emerges="",
        arms=arms,
        halved=(),
        checks=checks,
        fails_if="",
        if_it_fails="",
        look_for="",
        ask="",
    )


def sample(*values: float, name: str = "x") -> Sample:
    return [{name: value} for value in values]


# --- arms


def test_an_arm_changes_the_set_up_and_no_card() -> None:
    arm = Arm(
        "x",
        params={"hand": 1, "haphazard_share": 0.5},
        context=Context.FEDERAL,
        backing=1,
        start_routines=2,
        history=False,
        inner_house=True,
        governance=Governance.NETWORK,
        architecture=Architecture.CENTRAL,
    )
    rules = rules_of(arm, tiny())
    assert (rules.params.hand, rules.params.haphazard_share) == (1, 0.5)
    assert (rules.context, rules.trust) == (Context.FEDERAL, ())
    assert {(one.backing, one.routines) for one in rules.seats} == {(1, 2)}
    assert rules.modules.inner_house
    assert rules.modules.architectures
    assert rules.modules.governance is Governance.NETWORK
    assert (rules.events, rules.dependencies) == (tiny().events, tiny().dependencies)


def test_an_arm_that_says_nothing_is_the_scenario_itself() -> None:
    rules = rules_of(Arm("x"), tiny())
    assert replace(rules, texts=tiny().texts) == tiny()
    assert list(lineup_of(Arm("x"), "house")) == ["x"]


# --- habits


class Says(Bot):
    """Says what it was told to say."""

    name = "says"

    def __init__(self, *commands: AnySeatCommand) -> None:
        self.commands = commands

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:  # noqa: ARG002  says it anyway
        return tuple(Move(one, Why.AT_RANDOM) for one in self.commands)


def with_habit(
    name: str, table: Table, *commands: AnySeatCommand, by: SeatId = COUNCIL
) -> Sequence[object]:
    bot = HABITS[name](Says(*commands))
    moves = bot.choose(seen(table, by), paper(table, by), Fixed())
    return [one.command for one in moves]


def plan_with(name: str, table: Table, *acts: Act) -> tuple[Act, ...]:
    (plan,) = with_habit(name, replace(table, phase=Phase.PLAN), Plan(acts))
    assert isinstance(plan, Plan)
    return plan.acts


MAP, SIGN, REFORM = Act("map", NAMES), Act("sign", FEES), Act("reform")


def test_who_maps_once_maps_and_shows_in_round_1_alone() -> None:
    later = replace(laid(), round=2)
    assert plan_with("maps_once", laid(), MAP, SIGN) == (MAP, SIGN)
    assert plan_with("maps_once", later, MAP, SIGN) == (SIGN,)
    assert with_habit("maps_once", later, ShowFact(NAMES), Done()) == [Done()]
    assert with_habit("maps_once", laid(), ShowFact(NAMES)) == [ShowFact(NAMES)]


def test_a_habit_neither_offers_nor_accepts_what_it_shuns() -> None:
    later = replace(laid(), round=2)
    terms = Terms(promise=(Pledge(MAP, 2),))
    assert with_habit("maps_once", later, Offer(LIBRARY, terms, Terms())) == []
    asked = offered(later, LIBRARY, Offer(COUNCIL, Terms(), terms))
    (deal,) = asked.deals
    assert with_habit("maps_once", asked, Accept(deal.id)) == [Decline(deal.id)]
    harmless = offered(later, LIBRARY, Offer(COUNCIL, Terms(), Terms(pay=1)))
    (deal,) = harmless.deals
    assert with_habit("maps_once", harmless, Accept(deal.id)) == [Accept(deal.id)]
    assert with_habit("maps_once", later, Accept(deal.id)) == [Accept(deal.id)]  # gone: refused


def test_the_secretive_show_nothing() -> None:
    assert with_habit("secretive", laid(), ShowFact(NAMES), Done()) == [Done()]


def test_packages_wait_until_need_can_be_signed_at_once_or_it_is_late() -> None:
    table = replace(laid(), need=2)
    assert plan_with("packages", table, SIGN, REFORM) == (REFORM,)
    ready = joined(joined(table, NAMES), TITLES)
    assert plan_with("packages", ready, SIGN, REFORM) == (SIGN, REFORM)
    assert plan_with("packages", replace(table, round=4), SIGN) == (SIGN,)


def test_who_goes_alone_signs_late() -> None:
    assert plan_with("alone", laid(), SIGN, REFORM) == (REFORM,)
    assert plan_with("alone", replace(laid(), round=4), SIGN) == (SIGN,)


def test_the_unreformed_do_not_reform_and_the_front_heavy_serve_instead() -> None:
    assert plan_with("unreformed", laid(), SIGN, REFORM) == (SIGN,)
    assert plan_with("front_heavy", laid(), REFORM) == (REFORM,)
    assert plan_with("front_heavy", seats(laid(), routines=1), REFORM) == (Act("counter"),)


def test_the_tacit_leave_unanswered_what_tokens_waive() -> None:
    answer, other = Act("answer", NAMES, LIBRARY), Act("answer", FEES, LIBRARY)
    waived = trusting(laid(), LIBRARY, COUNCIL, 1)
    assert plan_with("tacit", waived, answer, other) == (other,)
    assert plan_with("tacit", waived, Act("answer"), SIGN) == (Act("answer"), SIGN)


def test_the_explicit_give_up_an_idle_act_for_an_answer_that_is_missing() -> None:
    table = side(joined(laid(), FEES), FEES, LIBRARY, answered=False)
    answer = Act("answer", FEES, LIBRARY)
    assert plan_with("explicit", table, REFORM, Act("lobby")) == (REFORM, answer)
    assert plan_with("explicit", table, REFORM) == (REFORM,)
    assert plan_with("explicit", table, answer, Act("lobby")) == (answer, Act("lobby"))
    assert plan_with("explicit", joined(laid(), TITLES), Act("lobby")) == (Act("lobby"),)


def test_a_table_that_is_given_an_architecture_backs_it_once_and_no_other() -> None:
    other = BackArchitecture(Architecture.CLEARING_HOUSE)
    (backed,) = with_habit("backs_central", laid(), other)
    assert isinstance(backed, BackArchitecture)
    assert (backed.architecture, backed.host) == (Architecture.CENTRAL, COUNCIL)
    done = seat(laid(), COUNCIL, architecture=Architecture.CENTRAL, host=COUNCIL)
    assert with_habit("backs_central", done, other) == []
    assert with_habit("backs_exchange", laid(), other) == []
    (hub,) = with_habit("backs_clearing_house", laid())
    assert hub == BackArchitecture(Architecture.CLEARING_HOUSE, None)


@pytest.mark.parametrize("habit", HABITS)
def test_a_game_can_be_played_with_every_habit(habit: str) -> None:
    lineup = lineup_of(Arm("x", habit=habit), "house")
    played = play_game(tiny(), Setup("habits", bots="x"), lineup=lineup)
    assert played.table.phase is Phase.ENDED


# --- measures


def test_every_measure_has_words_and_every_word_a_measure() -> None:
    assert set(measured(play_game(tiny(), Setup("m", bots="mixed")))) == set(MEASURES)


def test_protest_is_not_whole_and_a_portal_of_its_own_is_shallow() -> None:
    played = play_game(tiny(), Setup("m", bots="mixed"))
    table = joined(laid(), NAMES, state=State.LIVE)
    protest = side(table, NAMES, COUNCIL, protest=True)
    whole = measured(replace(played, table=replace(table, past=())))
    assert whole["live"] == measured(replace(played, table=protest))["live"] + 1
    portals = measured(replace(played, table=seats(table, portals=1)))
    assert (whole["resting"], portals["resting"]) == (0, 1)
    assert (whole["live_round"], whole["rating"]) == (table.params.rounds + 1, 5)


def test_what_is_understood_is_forgotten_where_a_card_turns_it() -> None:
    newborn = load(RULESETS / "newborn")
    found = [measured(play_game(newborn, Setup(f"{n}", bots="mixed"))) for n in range(6)]
    assert all(0 < one["understanding"] <= 1 for one in found)
    assert any(one["content"] < 1 for one in found)


# --- checks


def test_a_contrast_is_paired_game_by_game() -> None:
    found = difference("", "x", "a", "b").found({"a": sample(3, 7, 5), "b": sample(2, 6, 4)})
    assert found == Found(1, 1, 1)


def test_one_game_tells_nothing() -> None:
    assert mean_of([]).low == float("-inf")
    assert mean_of([3.0]).high == float("inf")


def test_a_check_holds_where_its_whole_interval_lies_above() -> None:
    check = difference("", "x", "a", "b")
    zero = sample(0, 0, 0, 0)
    assert check.verdict({"a": sample(1, 2, 1, 2), "b": zero}) is Verdict.HOLDS
    assert check.verdict({"a": sample(-1, 3, -1, 3), "b": zero}) is Verdict.DIRECTION
    assert check.verdict({"a": zero, "b": zero}) is Verdict.FAILS


def test_effects_are_compared_arm_by_arm() -> None:
    large, small = difference("", "x", "a", "c"), difference("", "x", "b", "c")
    less = Less(words="", larger=large, smaller=small)
    samples = {"a": sample(5, 6), "b": sample(2, 3), "c": sample(1, 1)}
    assert less.found(samples).value == 3


def test_spread_is_seen_where_the_mean_is_the_same() -> None:
    wide, narrow = sample(0, 10, 0, 10), sample(5, 5, 5, 5)
    found = Spread(words="", measure="x", more="a", less="b").found({"a": wide, "b": narrow})
    assert found.value == 25


def rows(*pairs: tuple[float, float], held: Sequence[float] = ()) -> Sample:
    return [
        {"x": x, "y": y, "launched": 1.0, "z": held[at] if held else 0.0}
        for at, (x, y) in enumerate(pairs)
    ]


def test_what_is_related_is_not_called_unrelated() -> None:
    check = Unrelated(words="", one="x", other="y", arms=("a",), only="launched")
    line = rows(*((float(n), float(n)) for n in range(40)))
    assert check.verdict({"a": line}) is Verdict.FAILS
    cross = rows(*((float(n % 2), float(n // 2 % 2)) for n in range(400)))
    assert check.verdict({"a": cross}) is Verdict.HOLDS
    nobody = [{**one, "launched": 0.0} for one in line]
    assert check.found({"a": nobody}).value == check.most


def test_a_cause_that_only_follows_what_is_held_constant_predicts_nothing() -> None:
    check = Predicts(words="", cause="x", effect="y", given=("z",), arms=("a",))
    held = [float(n % 7) for n in range(70)]
    follows = rows(*((z, 2 * z) for z in held), held=held)
    assert check.verdict({"a": follows}) is Verdict.FAILS
    own = [(z + n % 3, 2 * z + n % 3) for n, z in enumerate(held)]
    assert check.verdict({"a": rows(*own, held=held)}) is Verdict.HOLDS
    twice = replace(check, given=("z", "launched"))
    assert twice.verdict({"a": rows(*own, held=held)}) is Verdict.HOLDS
    assert slope([0.0, 0.0], [1.0, -1.0], 1).low == float("-inf")
    constant = rows(*((1.0, float(n)) for n in range(9)), held=[1.0] * 9)
    assert check.found({"a": constant}).high == float("inf")


TABLE = {"here": {"p": "hp", "q": "hq"}, "there": {"p": "tp", "q": "tq"}}


def test_no_best_choice_is_seen_where_each_place_has_another() -> None:
    check = BestDiffers(words="", measure="x", table=TABLE)
    ones, noughts = sample(*[1.0] * 8), sample(*[0.0] * 8)
    assert check.found({"hp": ones, "hq": noughts, "tp": noughts, "tq": ones}).value == 0.5
    assert check.found({"hp": ones, "hq": noughts, "tp": ones, "tq": noughts}).value == 0


def test_a_copy_is_what_won_elsewhere() -> None:
    free = {"here": "hf", "there": "tf"}
    check = BeatsCopies(words="", measure="x", table=TABLE, free=free)
    ones, noughts = sample(*[1.0] * 8), sample(*[0.0] * 8)
    arms = {"hp": ones, "hq": noughts, "tp": noughts, "tq": ones, "hf": ones, "tf": ones}
    assert check.found(arms).value == 1


# --- verdicts


def told(run: str, value: float, low: float, high: float) -> Told:
    return Told(
        run,
        "c",
        Found(value, low, high),
        Verdict.HOLDS if low > 0 else Verdict.DIRECTION if value > 0 else Verdict.FAILS,
        0,
    )


SURE, UNSURE, WRONG = (2.0, 1.0, 3.0), (1.0, -1.0, 3.0), (-1.0, -3.0, 1.0)
SURELY_WRONG = (-2.0, -3.0, -1.0)


@pytest.mark.parametrize(
    ("runs", "verdict"),
    [
        ({"main": SURE, "ahead": SURE, "fresh": UNSURE}, Verdict.HOLDS),
        ({"main": UNSURE, "ahead": SURE}, Verdict.DIRECTION),
        ({"main": SURE, "ahead": WRONG}, Verdict.DIRECTION),
        ({"main": SURE, "ahead": SURE, "fresh": WRONG}, Verdict.DIRECTION),
        ({"main": SURE, "ahead": SURELY_WRONG}, Verdict.FAILS),
        ({"main": WRONG, "ahead": SURE}, Verdict.FAILS),
        ({"main": SURE, "ahead": SURE, "off": WRONG}, Verdict.HOLDS),
        ({"main": SURE, "ahead": SURE, "off": SURE}, Verdict.DIRECTION),
    ],
)
def test_a_verdict_is_over_all_runs(
    runs: dict[str, tuple[float, float, float]], verdict: Verdict
) -> None:
    check = Contrast(words="c", measure="x", weights={})
    found = overall(claim(check, coded=True), tuple(told(run, *one) for run, one in runs.items()))
    assert found is verdict


# --- the machinery, with real games


def trial(one: Claim, games: int, rules: Ruleset) -> Verdict:
    played = {
        key_of(batch): play(batch, rules, range(count))
        for batch, count in batches([one], games, "trial")
    }
    (result,) = results([one], games, "trial", played)
    assert json.decode(json.encode(result), type=type(result)) == result
    return result.verdict


@pytest.mark.slow
def test_a_planted_effect_is_found_and_a_null_is_not() -> None:
    newborn = load(RULESETS / "newborn")
    check = difference("public value", "public", "one", "other")
    spirited = Arm("one", temper="public_spirited")
    planted = claim(check, arms=(spirited, Arm("other", temper="self_serving")))
    assert trial(planted, 8, newborn) is Verdict.HOLDS
    # The same arm under two names: not even chance tells them apart.
    null = claim(check, arms=(Arm("one"), Arm("other")))
    assert trial(null, 8, newborn) is not Verdict.HOLDS


def test_an_arm_that_two_claims_ask_for_is_played_once() -> None:
    check = difference("", "public", "a", "b")
    first = claim(check, arms=(Arm("a"), Arm("b", temper="wary")))
    second = claim(check, arms=(Arm("a", temper="wary"), Arm("b", habit="alone")))
    alone = [len(batches([one], 10, "s")) for one in (first, second)]
    assert len(batches([first, second], 10, "s")) < sum(alone)
    counts = {(one.make, one.seed): count for one, count in batches([first], 10, "s")}
    expected = {(run.make, f"s-{run.seed}"): round(10 * run.share) for run in RUNS[:3]}
    assert counts == expected
