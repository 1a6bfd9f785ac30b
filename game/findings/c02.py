"""C02: Content before turf and money."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C02",
    title="Content before turf and money",
    grade="A",
    paper="Bekkers 2007",
    says=(
        "Understanding is reached by a focus on the content of the problem, and not on "
        "jurisdictions and costs."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That tables that mind their turf, and talk of it, agree later. What is said aloud "
        "has no effect of its own in the rules."
    ),
    arms=(
        Arm("content", traits={"turf": 0.0}),
        Arm("turf", traits={"turf": 0.8}),
    ),
    halved=(
        Arm("content", traits={"turf": 0.0}),
        Arm("turf", traits={"turf": 0.4}),
    ),
    checks=(
        difference(
            "rounds until need was signed: turf less content", "signed_round", "turf", "content"
        ),
        difference("joined up: content less turf", "joined_up", "content", "turf"),
    ),
    fails_if="Tables that talk turf first sign as early, or join up as often.",
    if_it_fails=(
        "In this game turf is talked of beside the work, not instead of it: talk costs no "
        "action point."
    ),
    look_for=(
        "The count of what is said aloud in rounds 1 and 2, beside the round of the first "
        "signature."
    ),
    ask=(
        "What did you talk about before the first signature? What would have changed had you "
        "begun elsewhere?"
    ),
)
"""The claim with its experiment."""
