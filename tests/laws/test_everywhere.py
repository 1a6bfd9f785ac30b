"""The same log under any hash seed and on every Python that is here; the others are named."""

import os
import shutil
import subprocess
import sys
from functools import cache
from math import ceil

import pytest

from game.fold import fold
from game.verify import verify
from game.vocabulary import Phase
from tests.laws.games import FOLDERS, rules_of
from tests.playing import play, setup_of
from tests.rulesets import ROOT, TINY

VERSIONS = ("python3.11", "python3.12", "python3.13", "python3.14")


def pythons() -> list[str]:
    """Those on the path, and those that JOINEDUP_PYTHONS names (paths, parted as in PATH)."""
    named = os.environ.get("JOINEDUP_PYTHONS", "").split(os.pathsep)
    found = [path for name in VERSIONS if (path := shutil.which(name))]
    return [*found, *(one for one in named if one)]


def has_msgspec(python: str) -> bool:
    asked = subprocess.run([python, "-c", "import msgspec"], capture_output=True, check=False)
    return asked.returncode == 0


def digest(python: str, hash_seed: str, games: int = 3) -> str:
    run = subprocess.run(
        [python, "-m", "tests.laws.digest", str(TINY), str(games)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
        text=True,
    )
    return run.stdout.strip()


@cache
def expected() -> str:
    return digest(sys.executable, "0")


@pytest.mark.parametrize("hash_seed", ["1", "4242", "random"])
def test_the_hash_seed_changes_no_log(hash_seed: str) -> None:
    assert digest(sys.executable, hash_seed) == expected()


def test_every_python_here_plays_the_same_games(capsys: pytest.CaptureFixture[str]) -> None:
    there = pythons()
    without = [one for one in there if not has_msgspec(one)]
    for python in set(there) - set(without):
        assert digest(python, "random") == expected()
    with capsys.disabled():
        for python in without:
            print(f"\nnot tested: {python} (msgspec is not installed there)")
        for name in VERSIONS:
            if not any(name in one for one in there) and name not in sys.executable:
                print(f"\nnot tested: {name} (not found)", end="")


@pytest.mark.parametrize("name", sorted(FOLDERS))
@pytest.mark.parametrize("number", range(3))
def test_every_ruleset_is_played_to_the_end_by_players_at_random(name: str, number: int) -> None:
    game = play(rules_of(name), setup_of(number), number)
    assert game.table.phase is Phase.ENDED
    assert game.table.outcome is not None


@pytest.mark.torture
@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_ten_thousand_games_in_all_come_to_their_end_and_are_decided_again(name: str) -> None:
    rules = rules_of(name)
    for number in range(ceil(10_000 / len(FOLDERS))):
        game = play(rules, setup_of(number), number)
        assert game.table.phase is Phase.ENDED
        assert verify(game.entries, rules).sound
        assert fold(game.entries) == game.table
