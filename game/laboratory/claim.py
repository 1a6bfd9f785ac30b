"""A claim with its experiment, the runs that it takes, and the verdict over all of them."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from game.laboratory.arms import Arm
from game.laboratory.checks import Check, Found, Samples, Verdict

Grade = Literal["A", "B", "C"]
"""A: the paper says it. B: it gives the direction. C: it names the ingredients; ours."""


class Claim(Struct, frozen=True, kw_only=True):
    """What a paper says, and how this game would show it."""

    id: str
    title: str
    grade: Grade
    paper: str
    says: str
    """What the paper says, in our words."""
    coded: str
    """What the rules put in on purpose, whether or not that is the claim; empty: nothing."""
    is_coded: bool
    """The claim itself is a rule: then it is not tested, only how sturdy it is."""
    emerges: str
    """What no rule says and play has to bring about."""
    arms: tuple[Arm, ...]
    halved: tuple[Arm, ...]
    """The same arms, with what sets them apart halved."""
    off: tuple[Arm, ...] = ()
    """Of a coded claim: the same arms with the lesson switched off; the effect has to go."""
    checks: tuple[Check, ...]
    fails_if: str
    if_it_fails: str
    """What a failure may mean."""
    look_for: str
    """The moment to look for in play."""
    ask: str
    """The question for the debrief."""


class Run(Struct, frozen=True):
    """One way to play all arms of a claim again."""

    name: Literal["main", "fresh", "ahead", "halved", "off"]
    make: str
    seed: str
    share: float
    """Of the games of the main run."""


RUNS: Final = (
    Run("main", "house", "main", 1.0),
    Run("fresh", "house", "fresh", 0.5),
    Run("ahead", "ahead", "main", 0.5),
    Run("halved", "house", "main", 0.5),
    Run("off", "house", "main", 0.5),
)


def arms_in(claim: Claim, run: Run) -> tuple[Arm, ...]:
    """The arms of a claim in a run; empty: the run does not apply."""
    match run.name:
        case "halved":
            return claim.halved
        case "off":
            return claim.off
        case _:
            return claim.arms


class Told(Struct, frozen=True):
    """What one check came to in one run."""

    run: str
    check: str
    found: Found
    verdict: Verdict
    least: float


class Result(Struct, frozen=True):
    """What an experiment came to."""

    claim: str
    verdict: Verdict
    told: tuple[Told, ...]
    means: Mapping[str, Mapping[str, float]]
    """Of the main run: by arm, then by measure."""
    games: int
    """Of all runs together, shared ones counted each time."""


def judged(claim: Claim, samples: Mapping[str, Samples]) -> Result:
    """The verdict over all runs; `samples`: by name of the run."""
    told = tuple(
        Told(run, check.words, check.found(found), check.verdict(found), check.least)
        for run, found in samples.items()
        for check in claim.checks
    )
    return Result(
        claim=claim.id,
        verdict=overall(claim, told),
        told=told,
        means=means_of(samples["main"]),
        games=sum(len(sample) for found in samples.values() for sample in found.values()),
    )


def overall(claim: Claim, told: tuple[Told, ...]) -> Verdict:
    """One verdict for all runs.

    *Fails*: a check lies on the wrong side in the main run, or surely so with the other bots.
    *Holds*: every check is sure in the main run, and in no other run on the wrong side; of a coded
    claim, besides, the first check is no longer sure where the lesson is switched off.
    *Direction only*: all else.
    """
    main = [one.verdict for one in told if one.run == "main"]
    against = any(one.run == "ahead" and one.found.high <= one.least for one in told)
    if Verdict.FAILS in main or against:
        return Verdict.FAILS
    wrong = any(one.verdict is Verdict.FAILS for one in told if one.run != "off")
    first = claim.checks[0].words
    stays = any(
        one.verdict is Verdict.HOLDS for one in told if one.run == "off" and one.check == first
    )
    sure = all(one is Verdict.HOLDS for one in main)
    return Verdict.HOLDS if sure and not wrong and not stays else Verdict.DIRECTION


def means_of(samples: Samples) -> dict[str, dict[str, float]]:
    """By arm, the mean of every measure."""
    return {
        arm: {
            name: round(sum(game[name] for game in sample) / len(sample), 3)
            for name in (sample[0] if sample else {})
        }
        for arm, sample in samples.items()
    }
