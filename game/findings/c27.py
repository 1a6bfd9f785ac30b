"""C27: The front is easier, and it misleads."""

from game.findings.base import same
from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast, Unrelated
from game.laboratory.claim import Claim

ARMS = (
    Arm("mixed"),
    Arm("public", temper="public_spirited"),
)

CLAIM = Claim(
    id="C27",
    title="The front is easier, and it misleads",
    grade="A",
    paper="Hedestig and Söderström 2008",
    says=(
        "A service for citizens may be easier to develop than procedures behind it; citizens "
        "were content while the organisation was not."
    ),
    coded=(
        "Both ledgers are coded (RULES 1). That the rating does not foretell the back office "
        "is open."
    ),
    is_coded=False,
    emerges=(
        "That the counter shines before the links are live, and that the rating at launch "
        "says little about them."
    ),
    arms=ARMS,
    halved=same(ARMS, {"budget": 1}),
    checks=(
        Contrast(
            words="rounds by which the counter stands at 4 before need is live",
            measure="front_lead",
            weights={"mixed": 1},
        ),
        Unrelated(
            words="0.3 less the correlation of rating and live links at launch",
            one="rating",
            other="live_then",
            arms=("mixed",),
            only="launched",
        ),
    ),
    fails_if="Both ledgers rise together, or the rating predicts the back office.",
    if_it_fails="Tables that have their house in order find the points for the counter too.",
    look_for="The launch: what the room sees, and what the back ledger shows when it is opened.",
    ask="What did the citizens know at launch? What did you know?",
)
"""The claim with its experiment."""
