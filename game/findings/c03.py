"""C03: Recognising interdependence is continuous work."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

ARMS = (
    Arm("again"),
    Arm("once", habit="maps_once"),
)

CLAIM = Claim(
    id="C03",
    title="Recognising interdependence is continuous work",
    grade="A",
    paper="Bekkers 2007",
    says=(
        "Understanding is reached by recognising again and again how offices depend on each other."
    ),
    coded=(
        "Cards turn dependencies (RULES 5): what was known may no longer hold. That mapping "
        "again pays is not coded."
    ),
    is_coded=False,
    emerges=(
        "That tables that go on finding out and showing do better than those that stop after "
        "round 1."
    ),
    arms=ARMS,
    halved=same(ARMS, {"facts": 2}),
    checks=(difference("joined up: mapping again less once", "joined_up", "again", "once"),),
    fails_if="Mapping once, in round 1, does as well, although cards turn dependencies.",
    if_it_fails=(
        "What is known after round 1 would be enough to reach need: too few cards turn what "
        "matters."
    ),
    look_for="The card that turns a dependency: who finds out again, and who goes on as planned.",
    ask="What did you believe about the others that was no longer true? How did you notice?",
)
"""The claim with its experiment."""
