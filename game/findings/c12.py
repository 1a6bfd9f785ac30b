"""C12: No best architecture."""

from game.laboratory.arms import Arm
from game.laboratory.checks import BestDiffers
from game.laboratory.claim import Claim
from game.vocabulary import Architecture, Context

CONTEXTS = (Context.STRONG_REGISTERS, Context.FEDERAL, Context.HUB_BY_LAW)
TABLE = {
    context.value: {shape.value: f"{context}_{shape}" for shape in Architecture}
    for context in CONTEXTS
}

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
    arms=(
        *(
            Arm(
                f"{context}_{shape}",
                ruleset="functional_equivalents",
                context=context,
                architecture=shape,
            )
            for context in CONTEXTS
            for shape in Architecture
        ),
    ),
    halved=(
        *(
            Arm(
                f"{context}_{shape}",
                ruleset="functional_equivalents",
                context=context,
                architecture=shape,
                params={"hub_effort": 3, "host_room": 2},
            )
            for context in CONTEXTS
            for shape in Architecture
        ),
    ),
    checks=(
        BestDiffers(
            words="joined up: the best for each context less the best for all",
            measure="joined_up",
            table=TABLE,
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
