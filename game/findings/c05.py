"""C05: Pressure lubricates."""

from game.findings.base import CALM, difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C05",
    title="Pressure lubricates",
    grade="A",
    paper="Bekkers 2007",
    says=(
        "Political and legal pressure are lubricants too. Nothing is said of how much is too much."
    ),
    coded="Pressure lets trust go further, and overrides objections (RULES 3).",
    is_coded=True,
    emerges="Whether some pressure shortens the way, and where it turns.",
    arms=(
        Arm("some"),
        Arm("none", params=CALM),
        Arm("much", params={"legal_pressure": 7}),
    ),
    halved=(
        Arm("some", params={"push_step": 6}),
        Arm("none", params=CALM),
    ),
    off=(
        Arm("some", params={"push_step": 10, "push_support": 11}),
        Arm("none", params=CALM),
    ),
    checks=(
        difference(
            "rounds until need was signed: no pressure less some", "signed_round", "none", "some"
        ),
        difference("joined up: some pressure less none", "joined_up", "some", "none"),
    ),
    fails_if="Tables without pressure sign as early.",
    if_it_fails=(
        "Bots answer objections rather than have them overridden: pressure comes too late to "
        "spare them work."
    ),
    look_for=(
        "The first signature under protest, and the round in which the protest ends, or does not."
    ),
    ask="What did the pressure make easier? What would you have done without it?",
)
"""The claim with its experiment."""
