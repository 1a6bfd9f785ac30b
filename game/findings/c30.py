"""C30: Model the relation between hub and offices."""

from game.findings.base import difference
from game.laboratory.arms import Arm
from game.laboratory.claim import Claim

CLAIM = Claim(
    id="C30",
    title="Model the relation between hub and offices",
    grade="B",
    paper="Hedestig and Söderström 2008",
    says=(
        "Develop models for the relationship between the one-stop shop and the rest of the "
        "organisation."
    ),
    coded="",
    is_coded=False,
    emerges=(
        "That tables that settle every objection, also where trust would let it pass, have "
        "fewer cases that bounce."
    ),
    arms=(
        Arm("explicit", ruleset="one_counter", habit="explicit"),
        Arm("tacit", ruleset="one_counter", habit="tacit"),
    ),
    halved=(
        Arm("explicit", ruleset="one_counter", habit="explicit"),
        Arm("tacit", ruleset="one_counter"),
    ),
    checks=(
        difference("missing links: tacit less explicit", "missing", "tacit", "explicit"),
        difference("links lost in year one: tacit less explicit", "lost", "tacit", "explicit"),
    ),
    fails_if="As many cases bounce.",
    if_it_fails="Few cards ask who owns a case: what trust let pass is seldom tested.",
    look_for="A card of year one that suspends what nobody had written down.",
    ask="Who owned the case when it came back? Where was that written?",
)
"""The claim with its experiment."""
