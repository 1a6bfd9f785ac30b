"""The counts of a game small enough to be walked, and the order of what is legal."""

import tomllib

from game.explore import divide, perft, reached
from game.vocabulary import Phase, Reason
from tests.perft.counting import COUNTS, ORDER, counts, order, positions
from tests.rulesets import COUNT, load


def test_nothing_became_possible_impossible_or_visible_unawares() -> None:
    assert counts() == COUNTS.read_text(encoding="utf-8"), "changed on purpose? make bless"


def test_what_is_legal_comes_in_the_same_order_as_ever() -> None:
    assert len(positions()) == 10
    assert order() == ORDER.read_text(encoding="utf-8"), "changed on purpose? make bless"


def test_plans_and_votes_are_secret_in_numbers() -> None:
    found = tomllib.loads(COUNTS.read_text(encoding="utf-8"))
    for phase in ("plan", "vote"):
        tables, views = found[phase]["tables"][1], found[phase]["views"]
        assert views["observer"][1] < tables
        assert views["north"][1] < tables


def test_the_last_plays_of_the_vote_end_the_game() -> None:
    found = tomllib.loads(COUNTS.read_text(encoding="utf-8"))
    assert found["vote"]["plays"][-1] == 0


def test_dividing_by_the_first_command_adds_up_to_the_plays() -> None:
    rules = load(COUNT)
    table = reached(rules, Phase.TALK)
    parts = divide(table, rules, 2)
    assert sum(parts.values()) == perft(table, rules, 2).plays[-1]
    assert 'north {"type":"done"}' in parts


def test_refusals_are_counted_by_reasons_that_there_are() -> None:
    found = tomllib.loads(COUNTS.read_text(encoding="utf-8"))
    reasons = {reason for one in found.values() for reason in one.get("refusals", {})}
    assert reasons <= {one.value for one in Reason}
    assert len(reasons) >= 15
