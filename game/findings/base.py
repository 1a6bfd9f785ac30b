"""What experiments share: the plainest check of all."""

from game.laboratory.checks import Contrast


def difference(words: str, measure: str, more: str, less: str, *, least: float = 0.0) -> Contrast:
    """That a measure is larger in one arm than in another."""
    return Contrast(words=words, measure=measure, weights={more: 1.0, less: -1.0}, least=least)
