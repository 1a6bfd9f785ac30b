"""The claims of the papers, a file each, with the experiment that would show them wrong.

Hypotheses were committed before their first run; they change only by a decision note.
"""

from typing import Final

from msgspec import Struct

from game.findings import (
    c01,
    c02,
    c03,
    c04,
    c05,
    c06,
    c08,
    c10,
    c11,
    c12,
    c13,
    c15,
    c16,
    c17,
    c20,
    c21,
    c22,
    c23,
    c26,
    c27,
    c28,
    c29,
    c30,
)
from game.laboratory.claim import Claim

FINDINGS: Final = (
    c01, c02, c03, c04, c05, c06, c08, c10, c11, c12, c13, c15, c16, c17, c20, c21, c22, c23, c26,
    c27, c28, c29, c30,
)  # fmt: skip
CLAIMS: Final[dict[str, Claim]] = {one.CLAIM.id: one.CLAIM for one in FINDINGS}
"""By id, in order."""


class Prompt(Struct, frozen=True):
    """What a debrief may take up: a moment to look for, and a question to ask."""

    claim: str
    title: str
    paper: str
    look_for: str
    ask: str


def debrief_prompts() -> tuple[Prompt, ...]:
    """For each claim the moment to look for in play and the question to ask, for a debrief."""
    return tuple(
        Prompt(one.id, one.title, one.paper, one.look_for, one.ask) for one in CLAIMS.values()
    )
