"""C01: Shared understanding is the engine."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.checks import Predicts
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C01",
    title="Shared understanding is the engine",
    grade="A",
    paper="Bekkers 2007",
    says=(
        "Integration comes out of a process in which offices come to share an understanding "
        "of why it is necessary."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That tables at which everybody shows what it knows get further, with the same tokens "
        "and the same pressure."
    ),
    arms=(
        Arm("open", traits={"openness": 1.0}),
        Arm("closed", traits={"openness": 0.0}, habit="secretive"),
    ),
    halved=(
        Arm("open", traits={"openness": 0.75}),
        Arm("closed", traits={"openness": 0.25}),
    ),
    checks=(
        difference("joined up: open less closed tables", "joined_up", "open", "closed"),
        Predicts(
            words="joined up for more understanding after round 2, trust and pressure held",
            cause="understanding",
            effect="joined_up",
            given=("trust", "pressure"),
            arms=("open", "closed"),
        ),
    ),
    fails_if=(
        "Tables that show all they know join up no more often, or early understanding "
        "foretells nothing once trust and pressure are held constant."
    ),
    if_it_fails=(
        "Bots may find out by themselves what others would have told them; then mapping is "
        "too cheap in this game for understanding to be scarce."
    ),
    look_for="The first time somebody shows a fact to all, and what is signed in the round after.",
    ask="When did you all see the same problem? What did you do differently from then on?",
)
"""The claim with its experiment."""
