"""Golden games: their logs load, fold and verify for ever, and show the same views."""

import pytest

from game.actions import ACTIONS
from game.commands import STAFF_COMMANDS
from game.controls import CHANCE_COMMANDS, CLOCK_COMMANDS
from game.effects import EFFECTS
from game.fold import fold
from game.log import Entry, decode
from game.talk import SEAT_COMMANDS
from game.verify import verify
from game.vocabulary import Phase, Reason
from tests.golden import geometry
from tests.golden.bots import DIGESTS, digests
from tests.golden.recording import (
    GAMES,
    log_file,
    log_text,
    reached,
    recorded,
    views_file,
    views_text,
)
from tests.rulesets import ROOT, RULESETS, load

NUMBERED = [
    (name, number)
    for name, numbers in GAMES.items()
    for number in numbers
    if log_file(name, number).exists()  # that none is missing is a test of its own
]
BLESS = "changed on purpose? make bless, and read the difference"


def entries_of(name: str, number: int) -> list[Entry]:
    lines = log_file(name, number).read_text(encoding="utf-8").splitlines()
    return [decode(line) for line in lines]


@pytest.mark.parametrize(("name", "number"), NUMBERED)
def test_a_golden_log_is_decided_again_to_the_same_events(name: str, number: int) -> None:
    entries = entries_of(name, number)
    verdict = verify(entries, load(RULESETS / name), entries[-1].hash)
    assert (verdict.drift, verdict.broken_at) == (None, None), BLESS
    assert fold(entries).phase is Phase.ENDED


@pytest.mark.parametrize(("name", "number"), NUMBERED)
def test_a_golden_log_shows_every_viewer_what_it_always_showed(name: str, number: int) -> None:
    entries, rules = entries_of(name, number), load(RULESETS / name)
    tables = [fold(entries[: place + 1]) for place in range(0, len(entries), 16)]
    game = recorded(name, number)
    assert tables == game.tables[::16]
    written = views_file(name, number).read_text(encoding="utf-8")
    assert views_text(rules, game.entries, game.tables) == written, BLESS


@pytest.mark.parametrize(("name", "number"), NUMBERED)
def test_the_players_at_random_still_play_the_golden_game(name: str, number: int) -> None:
    written = log_file(name, number).read_text(encoding="utf-8")
    assert log_text(recorded(name, number).entries) == written, BLESS


def everything() -> set[str]:
    """All that a golden game must reach."""
    commands = (*SEAT_COMMANDS, *STAFF_COMMANDS, *CHANCE_COMMANDS, *CLOCK_COMMANDS)
    return {
        *(f"action {one.kind}" for one in ACTIONS),
        *(f"effect {one.__struct_config__.tag}" for one in EFFECTS),
        *(f"command {one.__struct_config__.tag}" for one in commands),
    }


def test_bots_play_every_ruleset_as_they_always_did() -> None:
    assert digests() == DIGESTS.read_text(encoding="utf-8"), BLESS


def test_every_ruleset_has_a_golden_game() -> None:
    rulesets = {path.parent.name for path in RULESETS.glob("*/ruleset.toml")}
    assert {name for name in rulesets if not log_file(name, GAMES[name][0]).exists()} == set()


def test_every_action_effect_control_and_command_of_a_seat_is_in_a_golden_game() -> None:
    rules = {name: load(RULESETS / name) for name in GAMES}
    found = {
        one for name, number in NUMBERED for one in reached(rules[name], entries_of(name, number))
    }
    assert everything() - found == set()


def test_every_reason_is_given_in_a_test() -> None:
    tests = sorted((ROOT / "tests" / "game").glob("test_*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    assert {one.name for one in Reason if f"Reason.{one.name}" not in text} == set()


def test_figures_for_paper_stand_where_they_are_written_down() -> None:
    assert geometry.FILE.read_bytes() == geometry.written(), BLESS
