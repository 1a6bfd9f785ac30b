"""What event cards can do (RULES section 5): one class each, and the one list of them.

An effect sees what the one before it left. `apply` tells whether it found anything to act on.
"""

from typing import Final, TypeAlias, get_args

from game.draft import Draft
from game.effects.agencies import Agency, Trust
from game.effects.base import Effect
from game.effects.dependencies import Reveal, Suspend, Turn, Weigh
from game.effects.shared import Agenda, Audit, Deadline, Directives, Freeze, Track
from game.events.base import snake
from game.events.tracks import EffectIdle
from game.vocabulary import CardId

AnyEffect: TypeAlias = (
    Track | Agency | Agenda | Trust | Turn | Weigh | Suspend | Reveal | Audit | Freeze
    | Directives | Deadline
)  # fmt: skip
EFFECTS: Final[tuple[type[Effect], ...]] = get_args(AnyEffect)


def apply_all(draft: Draft, card: CardId, effects: tuple[AnyEffect, ...], luck: int) -> None:
    """Let the effects of a card happen in order; what found no target says so."""
    for effect in effects:
        if effect.when is not None and not effect.when.holds(draft.table):
            continue
        if not effect.apply(draft, luck):
            draft.emit(EffectIdle(card, snake(type(effect).__name__)))
