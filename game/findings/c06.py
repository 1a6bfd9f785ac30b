"""C06: Pressure needs trust."""

from game.findings.base import CALM, difference
from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C06",
    title="Pressure needs trust",
    grade="C",
    paper="Bekkers 2007",
    says=(
        "The paper lists trust and pressure side by side. That pressure without trust gives "
        "compliance on paper is our hypothesis."
    ),
    coded="",
    is_coded=False,
    emerges="That the same pressure leaves more cases to bounce where there is little trust.",
    arms=(
        Arm("trust_calm", params=CALM),
        Arm("trust_pressed", params={"legal_pressure": 6}),
        Arm(
            "wary_calm",
            params={"hand": 0, **CALM},
            history=False,
        ),
        Arm("wary_pressed", params={"hand": 0, "legal_pressure": 6}, history=False),
    ),
    halved=(
        Arm("trust_calm", params=CALM),
        Arm("trust_pressed", params={"legal_pressure": 3}),
        Arm(
            "wary_calm",
            params={"hand": 0, **CALM},
            history=False,
        ),
        Arm("wary_pressed", params={"hand": 0, "legal_pressure": 3}, history=False),
    ),
    checks=(
        Contrast(
            words="missing links that pressure adds: without trust less with it",
            measure="missing",
            weights={"wary_pressed": 1, "wary_calm": -1, "trust_pressed": -1, "trust_calm": 1},
        ),
        difference(
            "rounds until need was signed, with trust: calm less pressed",
            "signed_round",
            "trust_calm",
            "trust_pressed",
        ),
    ),
    fails_if="Pressure changes the cases that bounce by as much with trust as without.",
    if_it_fails=(
        "Protests are answered later as a matter of course, so that compliance on paper heals "
        "in this game."
    ),
    look_for="A seat under protest that has no reason to build.",
    ask="Who of you was only obeying? How would the others have known?",
)
"""The claim with its experiment."""
