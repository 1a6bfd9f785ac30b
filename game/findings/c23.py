"""C23: Some hierarchy speeds up a network."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim
from game.vocabulary import Governance

CLAIM = Claim(
    id="C23",
    title="Some hierarchy speeds up a network",
    grade="B",
    paper="Boudreau and Bernier 2017",
    says=(
        "Vertical mechanisms mitigate constraints on cooperation and accelerate the implementation."
    ),
    coded="The means are coded, not what comes of them.",
    is_coded=False,
    emerges=(
        "That a network with some directives signs sooner, with no fewer links live in the "
        "end; also where autonomy is dear."
    ),
    arms=(
        Arm("network", governance=Governance.NETWORK),
        Arm("mixed", governance=Governance.HYBRID),
        Arm("turf_network", temper="turf_minded", governance=Governance.NETWORK),
        Arm("turf_mixed", temper="turf_minded", governance=Governance.HYBRID),
    ),
    halved=(
        Arm("network", governance=Governance.NETWORK),
        Arm("mixed", governance=Governance.HYBRID, params={"hybrid_directives": 1}),
        Arm("turf_network", temper="turf_minded", governance=Governance.NETWORK),
        Arm(
            "turf_mixed",
            temper="turf_minded",
            governance=Governance.HYBRID,
            params={"hybrid_directives": 1},
        ),
    ),
    checks=(
        difference(
            "rounds until need was signed: network less mixed", "signed_round", "network", "mixed"
        ),
        difference(
            "links live in the end: mixed less network (none fewer)",
            "live",
            "mixed",
            "network",
            least=-0.1,
        ),
        difference(
            "rounds until need was signed, turf-minded: network less mixed",
            "signed_round",
            "turf_network",
            "turf_mixed",
        ),
    ),
    fails_if="The time does not fall, or falls only with fewer links.",
    if_it_fails="Directives would come when the parties have already agreed.",
    look_for="A directive that ends a quarrel, and one that begins one.",
    ask="Which order were you glad of? Which one would you have liked to refuse?",
)
"""The claim with its experiment."""
