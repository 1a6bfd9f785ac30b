"""C28: Managers' consensus is not enough."""

from game.findings.base import difference, same
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

ARMS = (
    Arm("routines"),
    Arm("consensus", habit="unreformed"),
)

CLAIM = Claim(
    id="C28",
    title="Managers' consensus is not enough",
    grade="A",
    paper="Hedestig and Söderström 2008",
    says=(
        "Managers agreed on why and how to change; roles and routines on lower levels were missing."
    ),
    coded="A link goes live only where routines carry it (RULES 3).",
    is_coded=True,
    emerges="How far agreement gets without routines.",
    arms=ARMS,
    halved=same(ARMS, {"room": 4}),
    off=same(ARMS, {"room": 20}, start_routines=1),
    checks=(
        difference(
            "links live in the end: with routines less consensus alone",
            "live",
            "routines",
            "consensus",
        ),
    ),
    fails_if="Agreement alone brings links live.",
    if_it_fails=(
        "It cannot while routines carry links by rule; a failure would be a fault of the engine."
    ),
    look_for="A link that is signed and built, and does not go live.",
    ask="Everybody at this table agreed. Who did not know of it?",
)
"""The claim with its experiment."""
