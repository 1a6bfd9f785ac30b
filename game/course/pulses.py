"""When a question to all takes no more answers by itself."""

from game.draft import Draft
from game.events.pulses import PulseClosed


def close(draft: Draft) -> None:
    """Close what is open."""
    for one in draft.table.pulses:
        if one.open:
            draft.emit(PulseClosed(one.id))
