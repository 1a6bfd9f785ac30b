"""Which games a set of claims needs, each played once however many of them ask for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct, json
from msgspec.structs import replace

from game.laboratory.arms import Arm, lineup_of, rules_of
from game.laboratory.checks import Samples
from game.laboratory.claim import RUNS, Claim, Result, Run, arms_in, judged
from game.laboratory.measures import measured
from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.play import play_game

PLAYER: Final = "player"
LEAST: Final = 4
"""Games of a run, at least: fewer have no interval."""


class Batch(Struct, frozen=True):
    """Games of one arm by one make of bots: number n is played with the seed `<seed>-n`."""

    arm: Arm
    make: str
    seed: str


def games_in(run: Run, games: int) -> int:
    """How many games a run has where the main one has so many."""
    return max(LEAST, round(games * run.share))


def batch_of(arm: Arm, run: Run, seed: str) -> Batch:
    """The games of an arm in a run; what the arm is called in its claim makes no difference."""
    return Batch(replace(arm, name=PLAYER), run.make, f"{seed}-{run.seed}")


def key_of(batch: Batch) -> bytes:
    """What tells batches apart: two with the same key are the same games."""
    return json.encode(batch, order="deterministic")


def batches(claims: Iterable[Claim], games: int, seed: str) -> list[tuple[Batch, int]]:
    """Every batch that these claims need, once, with the number of its games."""
    found: dict[bytes, tuple[Batch, int]] = {}
    for claim in claims:
        for run in RUNS:
            for arm in arms_in(claim, run):
                batch = batch_of(arm, run, seed)
                key = key_of(batch)
                count = max(games_in(run, games), found.get(key, (batch, 0))[1])
                found[key] = (batch, count)
    return list(found.values())


def play(batch: Batch, rules: Ruleset, numbers: range) -> list[dict[str, float]]:
    """The measures of these games; `rules`: the scenario that the arm names."""
    set_up, lineup = rules_of(batch.arm, rules), lineup_of(batch.arm, batch.make)
    return [
        measured(play_game(set_up, Setup(f"{batch.seed}-{number}", bots=PLAYER), lineup=lineup))
        for number in numbers
    ]


def results(
    claims: Sequence[Claim],
    games: int,
    seed: str,
    played: Mapping[bytes, Sequence[Mapping[str, float]]],
) -> list[Result]:
    """What each claim came to; `played`: the measures of each batch by its key."""
    found: list[Result] = []
    for claim in claims:
        samples: dict[str, Samples] = {
            run.name: {
                arm.name: played[key_of(batch_of(arm, run, seed))][: games_in(run, games)]
                for arm in arms_in(claim, run)
            }
            for run in RUNS
            if arms_in(claim, run)
        }
        found.append(judged(claim, samples))
    return found
