"""The words of xAPI 1.0.3 and of its Serious Games profile, and what lines become in them.

The profile is that of Serrano-Laguna et al. 2017 (Computer Standards & Interfaces 50), with its
completables, accessibles, alternatives and game objects.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

HOME: Final = "https://joined-up.invalid"
"""Before every id: a name that belongs to nobody (RFC 2606), so that it cannot be looked up."""
PROFILE: Final = "https://w3id.org/xapi/seriousgames/v1.0"
GAMES: Final = "https://w3id.org/xapi/seriousgames"
ADL: Final = "http://adlnet.gov/expapi"
VERBS: Final = {
    "initialized": f"{ADL}/verbs/initialized",
    "progressed": f"{ADL}/verbs/progressed",
    "completed": f"{ADL}/verbs/completed",
    "interacted": f"{ADL}/verbs/interacted",
    "accessed": f"{GAMES}/verbs/accessed",
    "used": f"{GAMES}/verbs/used",
    "selected": "https://w3id.org/xapi/adb/verbs/selected",
}
TYPES: Final = {
    "serious-game": f"{GAMES}/activity-types/serious-game",
    "level": f"{GAMES}/activity-types/level",
    "quest": f"{GAMES}/activity-types/quest",
    "area": f"{GAMES}/activity-types/area",
    "cutscene": f"{GAMES}/activity-types/cutscene",
    "dialog-tree": f"{GAMES}/activity-types/dialog-tree",
    "item": f"{GAMES}/activity-types/item",
    "game-object": f"{GAMES}/activity-types/game-object",
    "question": f"{ADL}/activities/question",
}
PROGRESS: Final = f"{GAMES}/extensions/progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What kind of statement a kind of line becomes."""

    verb: str
    type: str
    of: str
    """What is acted on: the place of the line that names it, `act`, `deal`, or a word for all."""
    actor: str = ""
    """The place of the line that names the acting seat; empty: whoever acted."""
    success: bool | None = None
    completion: bool | None = None


SHAPES: Final[Mapping[str, Shape]] = {
    "act_worked": Shape(verb="used", type="item", of="act", actor="seat", success=True),
    "act_failed": Shape(verb="used", type="item", of="act", actor="seat", success=False),
    "act_did_not_succeed": Shape(verb="used", type="item", of="act", actor="seat", success=False),
    "act_inside": Shape(verb="used", type="item", of="inside", actor="seat"),
    "card_drawn": Shape(verb="accessed", type="cutscene", of="card"),
    "card_injected": Shape(verb="accessed", type="cutscene", of="card"),
    "choice_made": Shape(verb="selected", type="question", of="card", actor="seat"),
    "choice_taken": Shape(verb="selected", type="question", of="card"),
    "choice_taken_by_default": Shape(verb="selected", type="question", of="card"),
    "offered": Shape(verb="interacted", type="dialog-tree", of="deal", actor="by"),
    "deal_accepted": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_declined": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_countered": Shape(verb="selected", type="dialog-tree", of="deal", actor="to"),
    "deal_withdrawn": Shape(verb="selected", type="dialog-tree", of="deal", actor="by"),
    "promised": Shape(verb="initialized", type="quest", of="act", actor="by"),
    "promise_kept": Shape(
        verb="completed", type="quest", of="act", actor="by", success=True, completion=True
    ),
    "promise_broken": Shape(
        verb="completed", type="quest", of="act", actor="by", success=False, completion=True
    ),
    "promise_lapsed": Shape(verb="completed", type="quest", of="act", actor="by", completion=False),
    "fact_shown": Shape(verb="interacted", type="game-object", of="dependency", actor="by"),
    "fact_shown_to_all": Shape(verb="interacted", type="game-object", of="dependency", actor="by"),
    "token_placed": Shape(verb="interacted", type="game-object", of="other", actor="seat"),
    "token_taken": Shape(verb="interacted", type="game-object", of="other", actor="seat"),
    "said": Shape(verb="interacted", type="dialog-tree", of="talk", actor="by"),
    "said_in_confidence": Shape(verb="interacted", type="dialog-tree", of="talk", actor="by"),
    "vote_called": Shape(verb="selected", type="question", of="launch", actor="seat"),
    "architecture_backed": Shape(verb="selected", type="question", of="architecture", actor="seat"),
    "central_backed": Shape(verb="selected", type="question", of="architecture", actor="seat"),
    "governance_backed": Shape(verb="selected", type="question", of="governance", actor="seat"),
    "signed": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_under_protest": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_by_directive": Shape(verb="progressed", type="quest", of="dependency"),
    "signed_by_directive_under_protest": Shape(verb="progressed", type="quest", of="dependency"),
    "went_live": Shape(
        verb="completed", type="quest", of="dependency", success=True, completion=True
    ),
    "went_live_again": Shape(
        verb="completed", type="quest", of="dependency", success=True, completion=True
    ),
}
"""The kinds of lines that become statements; others are told by the sheets and the log."""
FOLDERS: Final = {
    "act": "actions",
    "card": "cards",
    "dependency": "dependencies",
    "other": "agencies",
    "deal": "deals",
}
