"""C29: Routines do not appear by themselves."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

ARMS = (
    Arm("even"),
    Arm("front", habit="front_heavy"),
)

CLAIM = Claim(
    id="C29",
    title="Routines do not appear by themselves",
    grade="A",
    paper="Hedestig and Söderström 2008",
    says=(
        "New work routines will not show up by themselves; front office and back office "
        "deserve equal attention."
    ),
    coded="Routines come from nothing but reform (RULES 3).",
    is_coded=True,
    emerges="That an even split is worth more over the whole game than a front-heavy one.",
    arms=ARMS,
    halved=same(ARMS, {"room": 4}),
    off=same(ARMS, {"room": 20}, start_routines=1),
    checks=(difference("public value: even less front-heavy", "public", "even", "front"),),
    fails_if="Front-heavy play wins over the whole game.",
    if_it_fails=(
        "One level of routines would be enough for need; the counter then absorbs what is left."
    ),
    look_for=(
        "The action point that goes to the counter in the round in which a link waits for room."
    ),
    ask="What did the counter cost you behind it?",
)
"""The claim with its experiment."""
