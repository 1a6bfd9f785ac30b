"""C20: Autonomy breeds many services."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C20",
    title="Autonomy breeds many services",
    grade="A",
    paper="Boudreau and Bernier 2017",
    says=(
        "The desire for autonomy has contributed to a diversity of online services, at the "
        "expense of an integrated one."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That seats to whom autonomy is dear build portals of their own, and that fewer links "
        "go live."
    ),
    arms=(
        Arm("sharing", traits={"turf": 0.0}),
        Arm("guarding", traits={"turf": 1.0, "own": 0.6}),
    ),
    halved=(
        Arm("sharing", traits={"turf": 0.0}),
        Arm("guarding", traits={"turf": 0.5, "own": 0.49}),
    ),
    checks=(
        difference(
            "portals of single agencies: guarding less sharing", "portals", "guarding", "sharing"
        ),
        difference("links live in the end: sharing less guarding", "live", "sharing", "guarding"),
    ),
    fails_if="The number of portals does not rise with the weight of autonomy.",
    if_it_fails="Portals would pay too little to be the way out for who minds its turf.",
    look_for="The first portal, and what its builder had been offered in that round.",
    ask="What did your own portal give you that the joint service did not?",
)
"""The claim with its experiment."""
