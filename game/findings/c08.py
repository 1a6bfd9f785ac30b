"""C08: Command and control: important, not decisive."""

from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast, Less
from game.laboratory.claim import Claim

LEAD = Contrast(
    words="joined up: a strong lead less none",
    measure="joined_up",
    weights={"led_open": 0.5, "led_closed": 0.5, "free_open": -0.5, "free_closed": -0.5},
)
OPENNESS = Contrast(
    words="joined up: open less closed",
    measure="joined_up",
    weights={"led_open": 0.5, "free_open": 0.5, "led_closed": -0.5, "free_closed": -0.5},
)

CLAIM = Claim(
    id="C08",
    title="Command and control: important, not decisive",
    grade="A",
    paper="Bekkers 2007",
    says="Command and control plays an important role, but not a decisive one.",
    coded="The means of the lead (directives) are coded, not what comes of them.",
    is_coded=False,
    emerges="That orders help, and that shared understanding explains more.",
    arms=(
        Arm("led_open", traits={"openness": 1.0}, params={"hybrid_directives": 6}),
        Arm("free_open", traits={"openness": 1.0}, params={"hybrid_directives": 0}),
        Arm(
            "led_closed",
            traits={"openness": 0.0},
            habit="secretive",
            params={"hybrid_directives": 6},
        ),
        Arm(
            "free_closed",
            traits={"openness": 0.0},
            habit="secretive",
            params={"hybrid_directives": 0},
        ),
    ),
    halved=(
        Arm("led_open", traits={"openness": 0.75}, params={"hybrid_directives": 3}),
        Arm("free_open", traits={"openness": 0.75}, params={"hybrid_directives": 0}),
        Arm("led_closed", traits={"openness": 0.25}, params={"hybrid_directives": 3}),
        Arm("free_closed", traits={"openness": 0.25}, params={"hybrid_directives": 0}),
    ),
    checks=(
        LEAD,
        Less(
            words="what understanding adds to joined up, less what the lead adds",
            larger=OPENNESS,
            smaller=LEAD,
        ),
    ),
    fails_if="A strong lead changes nothing, or explains more than understanding does.",
    if_it_fails=(
        "If the lead explains more, orders are too cheap here; if it explains nothing, too "
        "few links wait for one."
    ),
    look_for="The first directive: was the work understood by those who had to do it?",
    ask="What could the sponsor order, and what not? What happened to what was ordered?",
)
"""The claim with its experiment."""
