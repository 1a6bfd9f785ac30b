"""Weighing what one means to do, by JSON: what is asked, and what only the asker is told."""

from game.weighing import Caution
from server.protocol.bodies import Body
from server.protocol.replies import Reply


class Weigh(Body, frozen=True):
    """What would this `offer`, `accept` or `plan` put at stake for one's own seat?"""

    command: dict[str, object]


class Weighed(Reply, frozen=True):
    """What is at stake for this seat, and for no other eyes; empty: nothing that one can tell."""

    cautions: tuple[Caution, ...]
