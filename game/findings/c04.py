"""C04: Trust lubricates."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C04",
    title="Trust lubricates",
    grade="A",
    paper="Bekkers 2007",
    says="Trust is one of the lubricants of the process.",
    coded="Tokens waive objections, and pairs that trust each other build faster (RULES 3).",
    is_coded=True,
    emerges="How much sooner, and that broken words do not eat the gain.",
    arms=(
        Arm("trust"),
        Arm("none", params={"hand": 0}, history=False),
    ),
    halved=(
        Arm("trust", params={"hand": 2}),
        Arm("none", params={"hand": 0}, history=False),
    ),
    off=(
        Arm("trust", traits={"trusting": 0.0}, history=False),
        Arm("none", traits={"trusting": 0.0}, params={"hand": 0}, history=False),
    ),
    checks=(
        difference(
            "rounds until need was signed: without tokens less with",
            "signed_round",
            "none",
            "trust",
        ),
        difference("joined up: with tokens less without", "joined_up", "trust", "none"),
    ),
    fails_if="Tables without tokens sign as early.",
    if_it_fails="Answers are too cheap: nobody needs trust to get past an objection.",
    look_for=(
        "A signature that only stands because of tokens, and what it rests on when a card comes."
    ),
    ask="Where did trust save you work? What did you put at risk for it?",
)
"""The claim with its experiment."""
