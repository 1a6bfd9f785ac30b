"""C21: Heavy structures and old routines delay."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim
from game.vocabulary import Governance

CLAIM = Claim(
    id="C21",
    title="Heavy structures and old routines delay",
    grade="A",
    paper="Boudreau and Bernier 2017",
    says="Persistent practices and cumbersome structures have held integration back.",
    coded=(
        "A steering committee limits the signings of a round; a level of routines carries so "
        "many links (RULES 3, 6). By how much that delays is not coded."
    ),
    is_coded=False,
    emerges=(
        "That each narrower gate delays, and that willing players do not make up for old practices."
    ),
    arms=(
        Arm("light", governance=Governance.HIERARCHY, params={"hierarchy_signings": 4}),
        Arm("heavy", governance=Governance.HIERARCHY, params={"hierarchy_signings": 1}),
        Arm("willing_new", temper="public_spirited", params={"room": 2}),
        Arm("willing_old", temper="public_spirited", params={"room": 1}),
    ),
    halved=(
        Arm("light", governance=Governance.HIERARCHY, params={"hierarchy_signings": 4}),
        Arm("heavy", governance=Governance.HIERARCHY, params={"hierarchy_signings": 2}),
        Arm("willing_new", temper="public_spirited", params={"room": 4}),
        Arm("willing_old", temper="public_spirited", params={"room": 2}),
    ),
    checks=(
        difference(
            "rounds until need was signed: heavy less light", "signed_round", "heavy", "light"
        ),
        difference(
            "rounds until need was live, willing players: old practices less new",
            "live_round",
            "willing_old",
            "willing_new",
        ),
    ),
    fails_if=(
        "The round of signing stays the same, or willing players cancel the effect of old "
        "practices."
    ),
    if_it_fails="The gate would not be what takes time: building and answering are.",
    look_for="A link that is ready and has to wait for the next meeting.",
    ask="Which of your rules was there before you? Who could have changed it?",
)
"""The claim with its experiment."""
