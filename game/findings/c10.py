"""C10: Small, re-openable steps."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

ARMS = (
    Arm("steps"),
    Arm("package", habit="packages"),
)

CLAIM = Claim(
    id="C10",
    title="Small, re-openable steps",
    grade="B",
    paper="Bekkers 2007",
    says="Integration is a goal-searching, incremental process.",
    coded="",
    is_coded=False,
    emerges=(
        "That signing step by step gets further than waiting until everything can be signed "
        "at once. No rule punishes a large package."
    ),
    arms=ARMS,
    halved=same(ARMS, {"facts": 2}),
    checks=(difference("joined up: steps less package", "joined_up", "steps", "package"),),
    fails_if="Packages launch as often.",
    if_it_fails=(
        "What is learnt by the first links would be worth too little here to make up for the "
        "overview."
    ),
    look_for="The first link that goes live, and what it changes in the next round.",
    ask="What did you learn from the first link that you could not have planned?",
)
"""The claim with its experiment."""
