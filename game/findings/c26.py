"""C26: Shallow integration is the resting point."""

from game.findings.base import CALM, difference
from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast
from game.laboratory.claim import Claim
from game.vocabulary import Governance

CLAIM = Claim(
    id="C26",
    title="Shallow integration is the resting point",
    grade="A",
    paper="Boudreau and Bernier 2017",
    says=(
        "Nobody questions the use of integration, yet services stay side by side and link to "
        "one another."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That free play without levers ends in services and portals without joined back "
        "offices more often than joined up."
    ),
    arms=(
        Arm(
            "free",
            governance=Governance.NETWORK,
            params=CALM,
        ),
        Arm("levers", governance=Governance.HYBRID),
    ),
    halved=(
        Arm("free", governance=Governance.NETWORK, params={"push_step": 6}),
        Arm("levers", governance=Governance.HYBRID, params={"hybrid_directives": 1}),
    ),
    checks=(
        Contrast(words="free play: shallow less joined up", measure="resting", weights={"free": 1}),
        difference("joined up: with levers less free play", "joined_up", "levers", "free"),
    ),
    fails_if="Free play is joined up as often as it stays shallow.",
    if_it_fails=(
        "Goodwill would be enough at these tables: they are more public-spirited than the "
        "papers found."
    ),
    look_for="The last round: what is opened for the public, and what is left for after.",
    ask="You all wanted this. What kept it from happening?",
)
"""The claim with its experiment."""
