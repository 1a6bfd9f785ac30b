"""The planned actions of RULES section 3, one file each.

Here stands the one list of them, in the order in which a reveal resolves them.
"""

from typing import Final

from game.actions.answer import Answer
from game.actions.base import Action
from game.actions.build import Build
from game.actions.counter import Counter
from game.actions.direct import Direct
from game.actions.frame import Frame
from game.actions.guard import Guard
from game.actions.lobby import Lobby
from game.actions.map import Map
from game.actions.portal import Portal
from game.actions.reform import Reform
from game.actions.scan import Scan
from game.actions.sign import Sign

ACTIONS: Final[tuple[Action, ...]] = (
    Scan(),
    Map(),
    Answer(),
    Frame(),
    Guard(),
    Direct(),
    Sign(),
    Reform(),
    Build(),
    Counter(),
    Lobby(),
    Portal(),
)
BY_KIND: Final[dict[str, Action]] = {one.kind: one for one in ACTIONS}
