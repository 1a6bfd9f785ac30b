"""C06: Pressure needs trust."""

from game.findings.base import CALM, difference
from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast
from game.laboratory.claim import Claim


def tables(*, pressure: int) -> tuple[Arm, ...]:
    """Without pressure and with so much of it, each with trust and without."""
    wary: dict[str, float] = {"hand": 0}
    pressed: dict[str, float] = {"legal_pressure": pressure}
    return (
        Arm("trust_calm", params=CALM),
        Arm("trust_pressed", params=pressed),
        Arm("wary_calm", params={**wary, **CALM}, history=False),
        Arm("wary_pressed", params={**wary, **pressed}, history=False),
    )


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
    arms=tables(pressure=6),
    halved=tables(pressure=3),
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
        "Pressure hardly ever overrides anybody here: one signature in fifty is under protest. It "
        "lets one token do for two or three, and that helps most where there are few."
    ),
    look_for="A seat under protest that has no reason to build.",
    ask="Who of you was only obeying? How would the others have known?",
)
"""The claim with its experiment."""
