"""What a house bot weighs against one another when it plans."""

from msgspec import Struct

from game.acts import Act


class Bundle(Struct, gc=False):
    """Acts that stand or fall together, and what they are worth for each action point."""

    value: float
    acts: tuple[Act, ...]
    cost: int = 0
    """Budget."""
