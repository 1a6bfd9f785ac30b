"""Who a house bot is: weights and habits, never a rule and never an outcome.

The named presets differ in these numbers alone.
"""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.voices import Temper


class Personality(Struct, frozen=True, gc=False):
    """What a seat cares for, and how it tends to behave. Shares run from 0 to 1."""

    public: float
    """Weight of a point of public value."""
    own: float
    """Weight of a point of the own score."""
    turf: float
    """How much dearer each step of autonomy is than it scores, and how much talk is of turf."""
    foresight: float
    """Share of rounds in which it prepares for the next agenda instead of the one of today."""
    openness: float
    """Share of what it knows that it shows to all, unasked."""
    trusting: float
    """How readily it places tokens first and takes a promise at its word."""
    reliable: float
    """Share of promises that it keeps where something else would pay better."""
    discretion: float
    """Share of offers made in confidence."""
    talkative: float
    """Share of rounds in which it says something aloud."""
    eager: float = 0.0
    """Points by which it overrates a launch, whatever is behind it."""


PUBLIC_SPIRITED: Final = Personality(
    public=1.0,
    own=0.15,
    turf=0.0,
    foresight=0.9,
    openness=1.0,
    trusting=0.9,
    reliable=0.98,
    discretion=0.05,
    talkative=0.5,
)
MIXED: Final = Personality(
    public=0.85,
    own=0.38,
    turf=0.2,
    foresight=0.6,
    openness=0.6,
    trusting=0.6,
    reliable=0.93,
    discretion=0.25,
    talkative=0.5,
)
SELF_SERVING: Final = Personality(
    public=0.15,
    own=1.0,
    turf=0.5,
    foresight=0.3,
    openness=0.2,
    trusting=0.25,
    reliable=0.6,
    discretion=0.5,
    talkative=0.5,
)
PRESETS: Final[dict[Temper, Personality]] = {
    Temper.PUBLIC_SPIRITED: PUBLIC_SPIRITED,
    Temper.MIXED: MIXED,
    Temper.SELF_SERVING: SELF_SERVING,
    Temper.CONTENT_MINDED: replace(MIXED, turf=0.0, openness=0.9),
    Temper.TURF_MINDED: replace(MIXED, turf=1.0, foresight=0.1, openness=0.3, discretion=0.5),
    Temper.ANTICIPATING: replace(MIXED, foresight=1.0),
    Temper.SHORTSIGHTED: replace(MIXED, foresight=0.0),
    Temper.TRUSTING: replace(MIXED, trusting=0.95, openness=0.9),
    Temper.WARY: replace(MIXED, trusting=0.1, openness=0.4),
    Temper.EAGER: replace(MIXED, eager=9.0),
    Temper.RELIABLE: replace(MIXED, reliable=1.0),
    Temper.FICKLE: replace(MIXED, reliable=0.3),
}
"""What makes each temper."""
