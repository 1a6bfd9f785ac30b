"""C16: Outside depends on inside."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.checks import Predicts
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C16",
    title="Outside depends on inside",
    grade="B",
    paper="Baker",
    says="Cooperation inside and between organisations stand in a dialectic relationship.",
    coded=(
        "A house without backing has fewer action points, and actions fail (RULES 6). That "
        "promises break, and that this comes back, is not coded."
    ),
    is_coded=False,
    emerges=(
        "That torn houses break more promises, and that broken promises leave houses more torn."
    ),
    arms=(
        Arm("whole", ruleset="the_partnership", inner_house=True, backing=5),
        Arm("torn", ruleset="the_partnership", inner_house=True, backing=0),
    ),
    halved=(
        Arm("whole", ruleset="the_partnership", inner_house=True, backing=4),
        Arm("torn", ruleset="the_partnership", inner_house=True, backing=1),
    ),
    checks=(
        difference("share of promises broken: torn less whole", "broken", "torn", "whole"),
        Predicts(
            words="backing that is lacking in the end for a larger share of broken promises",
            cause="broken",
            effect="quarrel",
            given=("understanding",),
            arms=("whole",),
        ),
    ),
    fails_if=(
        "Torn houses keep their word as often, or broken words do not come back into the house."
    ),
    if_it_fails=(
        "The loop has only one arm in this game: nothing at home reacts to a broken promise "
        "outside."
    ),
    look_for="A seat that explains a broken promise by what happened at home.",
    ask="What did your house do to your word? What did your word do to your house?",
)
"""The claim with its experiment."""
