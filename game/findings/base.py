"""What experiments share: the plainest check of all, and set-ups that several of them need."""

from typing import Final

from msgspec.structs import replace

from game.laboratory.arms import Arm
from game.laboratory.checks import Contrast
from game.vocabulary import Architecture, Context

CALM: Final[dict[str, float]] = {"legal_pressure": 0, "push_step": 10, "push_support": 11}
"""No pressure at the start, and as good as none however it rises."""
CONTEXTS: Final = (Context.STRONG_REGISTERS, Context.FEDERAL, Context.HUB_BY_LAW)
SHAPES: Final = {
    context.value: {shape.value: f"{context}_{shape}" for shape in Architecture}
    for context in CONTEXTS
}
"""By context, then by architecture: the name of its arm."""
SHAPED: Final = tuple(
    Arm(
        f"{context}_{shape}",
        ruleset="functional_equivalents",
        context=context,
        architecture=shape,
    )
    for context in CONTEXTS
    for shape in Architecture
)
"""Every architecture in every context."""
ALIKE: Final[dict[str, float]] = {"hub_effort": 3, "host_room": 2}
"""What sets the architectures apart, halved."""


def difference(words: str, measure: str, more: str, less: str, *, least: float = 0.0) -> Contrast:
    """That a measure is larger in one arm than in another."""
    return Contrast(words=words, measure=measure, weights={more: 1.0, less: -1.0}, least=least)


def same(
    arms: tuple[Arm, ...], params: dict[str, float], *, start_routines: int | None = None
) -> tuple[Arm, ...]:
    """The same arms with these numbers, which they all share; for halving, and switching off."""
    return tuple(
        replace(
            one,
            params={**one.params, **params},
            start_routines=one.start_routines if start_routines is None else start_routines,
        )
        for one in arms
    )
