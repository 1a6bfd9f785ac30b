"""C15: Inside depends on outside."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

ARMS = (
    Arm("partners", ruleset="the_partnership", inner_house=True),
    Arm("alone", ruleset="the_partnership", inner_house=True, habit="alone"),
)

CLAIM = Claim(
    id="C15",
    title="Inside depends on outside",
    grade="A",
    paper="Baker",
    says=(
        "Reform that lets an organisation work together inside depends on cooperation between "
        "organisations."
    ),
    coded="With the inner house on, a level of routines needs links outside (RULES 6).",
    is_coded=True,
    emerges="How much reform is left undone without partners.",
    arms=ARMS,
    halved=same(ARMS, {"room": 4}),
    off=(
        Arm("partners", ruleset="the_partnership", inner_house=False),
        Arm("alone", ruleset="the_partnership", inner_house=False, habit="alone"),
    ),
    checks=(
        difference("levels of routines: with partners less alone", "routines", "partners", "alone"),
    ),
    fails_if="Agencies that sign late have as many routines at the end.",
    if_it_fails="Late signing would be early enough: the last rounds suffice to catch up.",
    look_for="A reform that fails because too little is joined outside.",
    ask="What could you change at home only because of what you had agreed outside?",
)
"""The claim with its experiment."""
