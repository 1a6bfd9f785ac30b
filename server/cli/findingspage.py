"""The page of the findings: every claim with its verdict, a failed one as failed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from game.laboratory.arms import Arm
from game.laboratory.checks import Verdict
from game.laboratory.claim import Claim, Result, Told

GRADES: Final = {
    "A": "the paper says it",
    "B": "the paper gives the direction; the measure is ours",
    "C": "our hypothesis; the paper names the ingredients",
}
RUN_WORDS: Final = {
    "main": "house bots",
    "fresh": "fresh seeds",
    "ahead": "bots that look ahead",
    "halved": "half the difference",
    "off": "lesson switched off",
}
COMMAND: Final = "joinedup findings --page docs/findings.md"


class Conduct(Struct, frozen=True):
    """How the experiments were run."""

    games: int
    """Of each arm in the main run."""
    played: int
    """In all; arms that several claims ask for are played once."""
    seed: str
    digests: Mapping[str, str]
    """Of the scenarios that were played."""


def findings_table(claims: Sequence[Claim], judged: Sequence[Result]) -> Iterator[str]:
    """A line a check of the main run, under the verdict of its claim."""
    for claim, result in zip(claims, judged, strict=True):
        yield f"{claim.id}  {result.verdict.upper():<14}  {claim.title}"
        for told in result.told:
            if told.run == "main":
                yield f"     {interval(told):<28}  {told.check}"


def interval(told: Told) -> str:
    """A value with its interval, and what it has to be above."""
    above = f", above {told.least:g}?" if told.least else ""
    return f"{told.found.value:+.3f} ({told.found.low:+.3f} to {told.found.high:+.3f}){above}"


def findings_page(claims: Sequence[Claim], judged: Sequence[Result], conduct: Conduct) -> str:
    """The whole page."""
    lines = [*opening(conduct), *summary(claims, judged)]
    for claim, result in zip(claims, judged, strict=True):
        lines += ["", *section(claim, result)]
    return "\n".join(lines) + "\n"


def opening(conduct: Conduct) -> Iterator[str]:
    """What this is, and how it was run."""
    yield from (
        "# Findings",
        "",
        f"<!-- Made by `{COMMAND}`. Do not edit: change `game/findings` and run it again. -->",
        "",
        *PROSE.split("\n"),
        "",
        f"Run with `{COMMAND} --games {conduct.games} --seed {conduct.seed}`:",
        f"{conduct.played} games.",
        f"Each arm is played {conduct.games} times by the house bots, and half as often with fresh",
        "seeds, by bots that look ahead, with half the difference between the arms and, for coded",
        "claims, with the lesson switched off. All arms of a claim are dealt the same cards.",
        "Intervals hold the true value in 95 of 100 cases. Scenarios, by digest:",
        ", ".join(f"`{one}` {digest[:12]}" for one, digest in conduct.digests.items()) + ".",
        "",
    )


PROSE: Final = """\
Does play show what the game says that it teaches? Each claim of the five papers that can be tried
out with bots has an experiment: a file in `game/findings` with the arms, the measure, and what
would count as failure, written down before the first run. Arms differ in behaviour or set-up, never
in a rule that names the claim. A claim that is *coded* is a rule of the game: running it proves
nothing, so it is only asked how sturdy the effect is, and whether it goes when the lesson is
switched off.

What bots show is a property of this game, not of public administration. Nobody was asked for
successes: a claim that fails is shown as failed.

- **holds**: every check is sure (95 %) with the house bots, and on the wrong side in no other run.
- **direction only**: the house bots point the right way, but not surely, or not sturdily.
- **fails**: a check lies on the wrong side, or does so surely with the bots that look ahead."""


def summary(claims: Sequence[Claim], judged: Sequence[Result]) -> Iterator[str]:
    """One line a claim."""
    yield "| claim | | grade | coded | verdict | house bots | bots that look ahead |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for claim, result in zip(claims, judged, strict=True):
        first = claim.checks[0].words
        cells = {one.run: interval(one) for one in result.told if one.check == first}
        coded = "yes" if claim.is_coded else "no"
        yield (
            f"| [{claim.id}](#{anchor(claim)}) | {claim.title} | {claim.grade} | {coded} "
            f"| **{result.verdict}** | {cells['main']} | {cells['ahead']} |"
        )


def anchor(claim: Claim) -> str:
    """Where the claim's section is found."""
    kept = "".join(one for one in heading(claim).lower() if one.isalnum() or one in " -")
    return kept.replace(" ", "-")


def heading(claim: Claim) -> str:
    """The words over its section."""
    return f"{claim.id} {claim.title}"


def section(claim: Claim, result: Result) -> Iterator[str]:
    """All of one claim."""
    yield from (
        f"## {heading(claim)}",
        "",
        f"**{result.verdict.capitalize()}.** {claim.paper}; {claim.grade}: {GRADES[claim.grade]}.",
        "",
        f"- *The paper*: {claim.says}",
        f"- *Coded*: {claim.coded or 'nothing.'}",
        f"- *Emerges*: {claim.emerges}",
        f"- *Fails if*: {claim.fails_if}",
    )
    if result.verdict is not Verdict.HOLDS:
        yield f"- *What that may mean*: {claim.if_it_fails}"
    yield ""
    yield from arms(claim, result)
    yield ""
    yield from checks(claim, result)
    yield from (
        "",
        f"*Look for*: {claim.look_for}",
        "",
        f"*Ask*: {claim.ask}",
    )


def arms(claim: Claim, result: Result) -> Iterator[str]:
    """A line an arm: what sets it apart, and how its games with the house bots ended."""
    yield f"| arm | set up so | {' | '.join(SHOWN.values())} |"
    yield f"| --- | --- |{' --- |' * len(SHOWN)}"
    for arm in claim.arms:
        means = result.means[arm.name]
        cells = (f"{means[name]:.2f}" for name in SHOWN)
        yield f"| {arm.name} | {arm_words(arm)} | {' | '.join(cells)} |"


SHOWN: Final = {
    "joined_up": "joined up",
    "launched": "launched",
    "signed_round": "need signed in round",
    "live": "links live",
    "missing": "links missing",
    "portals": "portals",
}
"""Measures that are shown of every arm, with the words over their column."""


def checks(claim: Claim, result: Result) -> Iterator[str]:
    """A line a check, a column a run."""
    runs = list(dict.fromkeys(one.run for one in result.told))
    yield f"| should be above 0 | {' | '.join(RUN_WORDS[one] for one in runs)} |"
    yield f"| --- |{' --- |' * len(runs)}"
    for check in claim.checks:
        cells = {one.run: interval(one) for one in result.told if one.check == check.words}
        yield f"| {check.words} | {' | '.join(cells[one] for one in runs)} |"


def arm_words(arm: Arm) -> str:
    """What sets an arm apart, in the words of the set-up."""
    told = [f"{name} {value:g}" for name, value in (*arm.traits.items(), *arm.params.items())]
    if arm.ruleset != "newborn":
        told.append(f"`{arm.ruleset}`")
    if arm.temper != "mixed":
        told.append(f"temper {arm.temper}")
    if arm.habit:
        told.append(f"habit {arm.habit}")
    named = (arm.governance, arm.architecture, arm.context)
    told += [one.value for one in named if one is not None]
    numbers = (("backing", arm.backing), ("routines", arm.start_routines))
    told += [f"{name} {value}" for name, value in numbers if value is not None]
    if arm.inner_house is not None:
        told.append(f"inner house {'on' if arm.inner_house else 'off'}")
    if not arm.history:
        told.append("no tokens lie at the start")
    return ", ".join(told) or "as it comes"
