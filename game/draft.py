"""A decision in the making: the events so far, and the table as they leave it."""

from game.events import AnyEvent
from game.evolve.step import evolve
from game.model.table import Table


class Draft:
    """Collects the events of one command; each sees what the ones before it left.

    The one thing in `game` that changes in place. It lives as long as one call of `decide`.
    """

    __slots__ = ("events", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.events: list[AnyEvent] = []

    def emit(self, event: AnyEvent) -> None:
        """Let this have happened."""
        self.table = evolve(self.table, event)
        self.events.append(event)
