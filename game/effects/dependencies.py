"""Effects on dependencies and on what is known of them."""

from game.draft import Draft
from game.effects.base import DRAWN, Effect, dependencies_of, drawn, is_open
from game.events.dependencies import DependencyTurned, Suspended
from game.moves import known_to_both, learn, weigh
from game.vocabulary import State


class Turn(Effect, frozen=True):
    """One dependency drawn among those still open becomes real, or a dead end.

    The card says only that what was known of it no longer holds, also where nothing changed.
    """

    real: bool

    @property
    def lucky(self) -> bool:
        """It always turns the one that was drawn."""
        return True

    def apply(self, draft: Draft, luck: int) -> bool:
        """Turn the one that was drawn."""
        found = drawn([one for one in draft.table.dependencies if is_open(one)], luck)
        if found is None:
            return False
        draft.emit(DependencyTurned(found.id, self.real))
        return True


class Weigh(Effect, frozen=True):
    """Sensitivity or effort changes. `which`: all, drawn, a dependency, or parties' by seat."""

    which: str
    sensitivity: int = 0
    effort: int = 0

    @property
    def lucky(self) -> bool:
        """Where it weighs one that is drawn."""
        return self.which == DRAWN

    def apply(self, draft: Draft, luck: int) -> bool:
        """Change them; neither falls under 1."""
        chosen = dependencies_of(draft.table, self.which, luck)
        for one in chosen:
            weigh(draft, one, self.sensitivity, self.effort)
        return bool(chosen)


class Suspend(Effect, frozen=True):
    """Live dependencies of this sensitivity or more, with an objection unanswered, rest."""

    sensitivity: int

    def apply(self, draft: Draft, luck: int) -> bool:
        """Suspend them."""
        chosen = [
            one
            for one in draft.table.dependencies
            if one.state is State.LIVE
            and one.sensitivity >= self.sensitivity
            and not all(side.answered for side in one.sides)
        ]
        for one in chosen:
            draft.emit(Suspended(one.id))
        return bool(chosen)


class Reveal(Effect, frozen=True):
    """The parties learn the truth of a dependency. `which`: as for `weigh`."""

    which: str = DRAWN

    @property
    def lucky(self) -> bool:
        """Where it reveals one that is drawn."""
        return self.which == DRAWN

    def apply(self, draft: Draft, luck: int) -> bool:
        """Tell both parties; that they knew already would be a secret, so it is not said."""
        table = draft.table
        possible = [one for one in table.dependencies if not one.common]
        hidden = [one for one in possible if not known_to_both(table, one.id)]
        for one in dependencies_of(table, self.which, luck, hidden):
            for side in one.sides:
                learn(draft, side.seat, one.id)
        return bool(dependencies_of(table, self.which, luck, possible))
