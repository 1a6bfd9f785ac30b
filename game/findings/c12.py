"""C12: No best architecture."""

from game.findings.base import ALIKE, SHAPED, SHAPES, same
from game.laboratory.checks import BestDiffers
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C12",
    title="No best architecture",
    grade="B",
    paper="Westholm 2005",
    says="Different solutions in different countries are functional equivalents.",
    coded=(
        "Contexts change the numbers of the architectures (RULES 6). That no one wins "
        "everywhere is balance, and is tested."
    ),
    is_coded=False,
    emerges="That the best architecture differs from context to context.",
    arms=SHAPED,
    halved=same(SHAPED, ALIKE),
    checks=(
        BestDiffers(
            words="joined up: the best for each context less the best for all",
            measure="joined_up",
            table=SHAPES,
        ),
    ),
    fails_if="One architecture is best, or as good as the best, in nearly all contexts.",
    if_it_fails=(
        "The balance of the game is wrong, or the bots use one architecture better than the others."
    ),
    look_for="The moment in which somebody says what worked elsewhere.",
    ask=(
        "Which architecture would you take home? What would have to be so at home for it to work?"
    ),
)
"""The claim with its experiment."""
