"""C13: Copying does not carry over."""

from game.findings.base import ALIKE, CONTEXTS, SHAPED, SHAPES, same
from game.laboratory.arms import Arm
from game.laboratory.checks import BeatsCopies
from game.laboratory.claim import Claim

FREE = {context.value: f"{context}_chosen" for context in CONTEXTS}

ARMS = (
    *SHAPED,
    *(
        Arm(f"{context}_chosen", ruleset="functional_equivalents", context=context)
        for context in CONTEXTS
    ),
)

CLAIM = Claim(
    id="C13",
    title="Copying does not carry over",
    grade="A",
    paper="Westholm 2005",
    says=(
        "What has grown in one state cannot simply be copied in another; those on the spot "
        "need leeway to choose."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That tables that choose for themselves do better than those that are given what won "
        "elsewhere."
    ),
    arms=ARMS,
    halved=same(ARMS, ALIKE),
    checks=(
        BeatsCopies(
            words="joined up: chosen less copied from another context",
            measure="joined_up",
            table=SHAPES,
            free=FREE,
        ),
    ),
    fails_if="The imposed winner of another context does as well as what the players choose.",
    if_it_fails=(
        "The players choose badly (bots weigh architectures by rules of thumb), or winners "
        "are good everywhere: see C12."
    ),
    look_for=(
        "How many rounds pass before an architecture is backed by enough, and what is signed "
        "until then."
    ),
    ask="Did you choose your architecture, or did it happen to you?",
)
"""The claim with its experiment."""
