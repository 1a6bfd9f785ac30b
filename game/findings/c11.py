"""C11: Anticipate the agenda."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C11",
    title="Anticipate the agenda",
    grade="A",
    paper="Bekkers 2007",
    says="Who wants support should anticipate a changing political agenda.",
    coded=(
        "Frame and agenda move support, and headlines foretell a shift (RULES 2). That "
        "preparing pays is not coded."
    ),
    is_coded=False,
    emerges="That tables that prepare keep more support when the agenda shifts.",
    arms=(
        Arm("prepare", traits={"foresight": 1.0}),
        Arm("react", traits={"foresight": 0.0}),
    ),
    halved=(
        Arm("prepare", traits={"foresight": 0.75}),
        Arm("react", traits={"foresight": 0.25}),
    ),
    checks=(
        difference(
            "support in the rounds of a shift: prepared less not",
            "shifted_support",
            "prepare",
            "react",
        ),
    ),
    fails_if="Support after a shift is the same.",
    if_it_fails="Headlines would be too unsure, or reacting in the same round too easy.",
    look_for="The headline one round before the agenda shifts, and who speaks of it.",
    ask="Who saw the shift coming? What did you do with what you knew?",
)
"""The claim with its experiment."""
