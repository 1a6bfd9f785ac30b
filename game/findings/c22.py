"""C22: Hybrid beats both pure forms."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim
from game.vocabulary import Governance

CLAIM = Claim(
    id="C22",
    title="Hybrid beats both pure forms",
    grade="B",
    paper="Boudreau and Bernier 2017",
    says=(
        "Advice: apply a hybrid governance, for the stability of the hierarchy and the "
        "flexibility of the network."
    ),
    coded="The means of each mode (directives, signings, votes) are coded; not which is best.",
    is_coded=False,
    emerges="That a mix joins up more often than either pure form.",
    arms=(
        Arm("hybrid", governance=Governance.HYBRID),
        Arm("network", governance=Governance.NETWORK),
        Arm("hierarchy", governance=Governance.HIERARCHY),
    ),
    halved=(
        Arm("hybrid", governance=Governance.HYBRID, params={"hybrid_directives": 1}),
        Arm("network", governance=Governance.NETWORK),
        Arm("hierarchy", governance=Governance.HIERARCHY, params={"hierarchy_directives": 1}),
    ),
    checks=(
        difference("joined up: hybrid less network", "joined_up", "hybrid", "network"),
        difference("joined up: hybrid less hierarchy", "joined_up", "hybrid", "hierarchy"),
    ),
    fails_if="A pure form does as well.",
    if_it_fails=(
        "If hierarchy does as well: its gate on signings costs too little here. If the "
        "network does: nobody needs orders."
    ),
    look_for="What the sponsor does with its first directive, and what the others say to it.",
    ask="What would have gone better with more hierarchy? What with less?",
)
"""The claim with its experiment."""
