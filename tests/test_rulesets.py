"""Every ruleset that comes with the game can be played, and `newborn` is what it says it is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.actions import ACTIONS
from game.effects import EFFECTS, AnyEffect, dependencies
from game.effects.base import Condition
from game.goals import AnyPredicate
from game.parse import parse
from game.parse.words import word_keys
from game.ruleset import Card, Ruleset
from game.talk import SEAT_COMMANDS
from game.vocabulary import CardKind, Context, Rationality
from tests.rulesets import COUNT, RULESETS, TINY, files_of, load

FOLDERS = sorted(path.parent for path in RULESETS.glob("*/ruleset.toml"))
SCENARIOS = (
    "newborn",
    "new_address",
    "one_counter",
    "functional_equivalents",
    "the_partnership",
)
"""Whole games for four to seven players, each after one paper."""
SIZES = ("4", "5", "6", "7")


@pytest.fixture(scope="module")
def newborn() -> Ruleset:
    return load(RULESETS / "newborn")


@pytest.fixture(scope="module")
def tiny() -> Ruleset:
    return load(TINY)


@pytest.fixture(scope="module", params=SCENARIOS)
def scenario(request: pytest.FixtureRequest) -> Ruleset:
    return load(RULESETS / str(request.param))


def effects_of(card: Card) -> Iterator[AnyEffect]:
    yield from card.effects
    for option in card.choice.options if card.choice else ():
        yield from option.effects


def kinds(cards: tuple[Card, ...]) -> set[CardKind]:
    return {card.kind for card in cards}


@pytest.mark.parametrize("folder", [*FOLDERS, COUNT], ids=lambda folder: folder.name)
def test_a_ruleset_in_the_checkout_has_no_fault(folder: Path) -> None:
    ruleset = load(folder)
    assert ruleset.id == folder.name
    assert word_keys().keys() <= ruleset.texts["en"].keys()


@pytest.mark.parametrize("folder", [*FOLDERS, COUNT], ids=lambda folder: folder.name)
def test_the_digest_of_a_ruleset_does_not_hang_on_its_words(folder: Path) -> None:
    ruleset = load(folder)
    assert ruleset.digest == load(folder).digest
    files = files_of(folder)
    files["texts/en.toml"] = files["texts/en.toml"].replace('data = "', 'data = "And ')
    assert parse(files).digest == ruleset.digest


def test_tiny_and_the_scenarios_come_with_the_game() -> None:
    assert {"tiny", *SCENARIOS} <= {folder.name for folder in FOLDERS}


def test_newborn_seats_four_to_seven_and_always_its_sponsor(newborn: Ruleset) -> None:
    assert list(newborn.seating) == ["4", "5", "6", "7"]
    assert "tax" not in newborn.seating["4"]
    assert {"digital"} == set(newborn.seating["6"]) - set(newborn.seating["5"])
    assert {"treasury"} == set(newborn.seating["7"]) - set(newborn.seating["6"])
    assert newborn.sponsor == "families"


def test_newborn_has_the_seats_and_dependencies_of_rules_section_11(newborn: Ruleset) -> None:
    logic = {seat.id: seat.rationality.value for seat in newborn.seats}
    assert logic == {
        "registry": "technical",
        "tax": "economic",
        "municipality": "political",
        "social": "economic",
        "families": "legal",
        "digital": "technical",
        "treasury": "economic",
    }
    weights = [(one.sensitivity, one.effort) for one in newborn.dependencies]
    assert weights[:10] == [
        (2, 2), (2, 3), (3, 2), (2, 2), (3, 3), (2, 3), (3, 3), (3, 3), (2, 2), (2, 2),
    ]  # fmt: skip
    later = [set(one.between) for one in newborn.dependencies[10:]]
    assert all(pair & {"digital", "treasury"} for pair in later)


def test_a_scenario_seats_four_to_seven_and_always_its_sponsor(scenario: Ruleset) -> None:
    assert tuple(scenario.seating) == SIZES
    for size in SIZES[:-1]:
        bigger = SIZES[SIZES.index(size) + 1]
        assert set(scenario.seating[size]) < set(scenario.seating[bigger])
    assert scenario.sponsor in scenario.seating["4"]
    assert {seat.id for seat in scenario.seats} == set(scenario.seating["7"])


def test_with_five_seats_a_scenario_has_every_rationality_and_about_ten_dependencies(
    scenario: Ruleset,
) -> None:
    five = scenario.seating["5"]
    logics = {seat.rationality for seat in scenario.seats if seat.id in five}
    assert logics == set(Rationality)
    playing = [one for one in scenario.dependencies if set(one.between) <= set(five)]
    assert 9 <= len(playing) <= 12


def test_every_seat_of_a_scenario_is_party_to_two_dependencies_at_each_table(
    scenario: Ruleset,
) -> None:
    for seats in scenario.seating.values():
        playing = [one.between for one in scenario.dependencies if set(one.between) <= set(seats)]
        parties = Counter(seat for pair in playing for seat in pair)
        assert min(parties[seat] for seat in seats) >= 2


def test_no_public_goal_of_a_scenario_is_that_of_another_seat(scenario: Ruleset) -> None:
    goals = [frozenset(seat.goal) for seat in scenario.seats]
    assert len(set(goals)) == len(goals)


def test_a_scenario_has_eight_concerns_that_differ(scenario: Ruleset) -> None:
    assert len({frozenset(concern.met_when) for concern in scenario.concerns}) == 8


def test_a_scenario_has_cards_enough_of_every_kind(scenario: Ruleset) -> None:
    assert len(scenario.events) >= 24
    assert kinds(scenario.events) == set(CardKind)
    assert len(scenario.year_one) >= 8
    assert kinds(scenario.year_one) == set(CardKind)
    turning = [
        card
        for card in scenario.events
        if any(isinstance(effect, dependencies.Turn) for effect in effects_of(card))
    ]
    assert len(turning) >= 4
    assert sum(card.choice is not None for card in scenario.events) >= 6


def test_what_a_card_of_a_scenario_asks_of_one_seat_is_asked_at_every_table(
    scenario: Ruleset,
) -> None:
    asked = {card.choice.by for card in scenario.events if card.choice is not None}
    assert asked <= {"all", *scenario.seating["4"]}


def test_a_scenario_has_two_agenda_cards_of_each_rationality(scenario: Ruleset) -> None:
    assert Counter(card.rationality for card in scenario.agenda) == dict.fromkeys(Rationality, 2)


def test_newborn_has_the_eight_concerns_of_rules_section_8(newborn: Ruleset) -> None:
    assert [concern.id for concern in newborn.concerns] == [
        "keep_the_keys",
        "war_chest",
        "own_brand",
        "broker",
        "quiet_reformer",
        "our_words",
        "clean_hands",
        "not_first",
    ]


def test_in_a_scenario_half_of_all_ordered_pairs_trust(scenario: Ruleset) -> None:
    for seats in scenario.seating.values():
        lying = sum(one.by in seats and one.other in seats for one in scenario.trust)
        assert lying == len(seats) * (len(seats) - 1) // 2


def test_a_scenario_says_where_every_card_and_seat_comes_from(scenario: Ruleset) -> None:
    sources = (RULESETS / scenario.id / "SOURCES.md").read_text(encoding="utf-8")
    names: set[str] = {card.id for card in (*scenario.events, *scenario.year_one)}
    names |= {seat.id for seat in scenario.seats}
    assert {name for name in names if f"| `{name}` |" not in sources} == set()


def test_in_new_address_the_seats_choose_the_governance_and_portals_tempt() -> None:
    rules = load(RULESETS / "new_address")
    assert rules.modules.governance is None
    assert rules.params.portal_points > load(RULESETS / "newborn").params.portal_points
    assert rules.sponsor != "digital"


def test_in_one_counter_a_level_of_routines_carries_one_dependency() -> None:
    rules = load(RULESETS / "one_counter")
    assert rules.params.room == 1
    assert sum("unit" in one.between for one in rules.dependencies) >= 5


@pytest.mark.parametrize("context", list(Context))
def test_functional_equivalents_is_played_in_each_context_by_changing_one_line(
    context: Context,
) -> None:
    files = files_of(RULESETS / "functional_equivalents")
    line = 'context = "plain"'
    assert files["ruleset.toml"].count(line) == 1
    found = parse(
        files | {"ruleset.toml": files["ruleset.toml"].replace(line, f'context = "{context}"')}
    )
    assert found.context is context
    assert found.modules.architectures


def test_in_the_partnership_the_inner_house_is_on_and_the_partner_is_party_to_most_links() -> None:
    rules = load(RULESETS / "the_partnership")
    assert rules.modules.inner_house
    links = [one.between for one in rules.dependencies]
    assert sum("partner" in pair for pair in links) > len(links) / 2


def test_tiny_uses_every_effect_condition_and_predicate(tiny: Ruleset) -> None:
    used = [effect for card in (*tiny.events, *tiny.year_one) for effect in effects_of(card)]
    assert {type(effect) for effect in used} == set(EFFECTS)
    asked = {
        field
        for effect in used
        if effect.when is not None
        for field in Condition.__struct_fields__
        if getattr(effect.when, field) is not None
    }
    assert asked == set(Condition.__struct_fields__)
    goals = [seat.goal for seat in tiny.seats] + [concern.met_when for concern in tiny.concerns]
    predicates = {type(one) for goal in goals for one in goal}
    assert predicates == set(AnyPredicate.__args__)


def test_tiny_has_every_module_on_and_governance_to_be_backed(tiny: Ruleset) -> None:
    modules = tiny.modules
    assert modules.governance is None
    assert modules.architectures
    assert modules.inner_house
    assert modules.scan


def test_every_action_and_every_command_of_a_seat_must_have_words() -> None:
    keys = word_keys()
    for action in ACTIONS:
        assert keys[f"acts.{action.kind}"] == set(action.objects)
        for part in ("name", "text", "effect", "risk"):
            assert f"actions.{action.kind}.{part}" in keys
    for command in SEAT_COMMANDS:
        assert f"asked.{command.__struct_config__.tag}" in keys
