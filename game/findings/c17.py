"""C17: Broken inner relations give haphazard execution."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.checks import Spread
from game.laboratory.claim import Claim

ARMS = (
    Arm("whole", ruleset="the_partnership", inner_house=True, backing=5),
    Arm("torn", ruleset="the_partnership", inner_house=True, backing=0),
)

CLAIM = Claim(
    id="C17",
    title="Broken inner relations give haphazard execution",
    grade="A",
    paper="Baker",
    says=(
        "Where inner relations break down, an authority becomes uncoordinated and execution "
        "haphazard."
    ),
    coded="Without backing, each action fails with a probability (RULES 6).",
    is_coded=True,
    emerges="That results scatter more, and are not only worse.",
    arms=ARMS,
    halved=same(ARMS, {"haphazard_share": 0.125}),
    off=same(ARMS, {"haphazard_share": 0.0}),
    checks=(
        Spread(
            words="variance of links live in the end: torn less whole",
            measure="live",
            more="torn",
            less="whole",
        ),
        difference("share of actions that worked: whole less torn", "worked", "whole", "torn"),
    ),
    fails_if="Results scatter as little.",
    if_it_fails="Torn houses would do so little that there is nothing left to scatter.",
    look_for="The same plan, twice, with different results.",
    ask="When did your partners stop counting on you? What was the last thing that they saw?",
)
"""The claim with its experiment."""
