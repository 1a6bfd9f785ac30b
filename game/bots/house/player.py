"""The house bot itself: what it does in each phase, in which order."""

from game.acts import Terms
from game.bots.base import Bot, Move
from game.bots.house import appraisal, bargaining, planning, talking, voting
from game.bots.house.means import Means
from game.bots.house.outlook import Outlook
from game.bots.house.scale import Scale
from game.bots.personality import Personality
from game.bots.sheet import Sheet
from game.rng import Dice
from game.talk.deals import Withdraw
from game.talk.pace import Done, Ready
from game.talk.plan import Plan
from game.views.view import View
from game.vocabulary import Phase
from game.voices import Why


class House(Bot):
    """Pursues its own score sheet and the common cause, as its personality weighs them."""

    def __init__(self, name: str, habits: Personality) -> None:
        self.name = name
        self.habits = habits

    def choose(self, view: View, sheet: Sheet, draw: Dice) -> tuple[Move, ...]:
        """Answers before initiatives; then it is done, or ready."""
        public = view.public
        if public.drawing or public.paused:
            return ()
        match public.phase:
            case Phase.TALK:
                return self.talk(Scale(Outlook(view, sheet), self.habits), draw)
            case Phase.PLAN:
                return self.plan(Scale(Outlook(view, sheet), self.habits), draw)
            case Phase.VOTE:
                return tuple(voting.vote(Scale(Outlook(view, sheet), self.habits)))
            case _:
                return ()

    def talk(self, scale: Scale, draw: Dice) -> tuple[Move, ...]:
        """Once it has said that it is done, a seat only answers."""
        look = scale.look
        mine = Means(look, look.seat)
        answers = appraisal.answers(scale, mine)
        gone = appraisal.overtaken(mine)
        said = (*answers, *(Move(Withdraw(one.id), Why.HANDS_FULL) for one in gone))
        waiting = [one for one in appraisal.standing(look) if one not in gone]
        if look.me.done or any(not look.seat_of(one.to).done for one in waiting):
            return said
        for one in waiting:
            mine.settle(one.give, Terms())
        offers = bargaining.offers(scale, mine, draw)
        moves = (
            *said,
            *talking.facts(scale, draw),
            *talking.tokens(scale, draw),
            *offers,
            *voting.choose(scale),
            *voting.back(scale),
            *voting.call(scale),
            *talking.words(scale, draw),
        )
        if offers:
            return moves
        return (*moves, Move(Done(), Why.NOTHING_LEFT))

    def plan(self, scale: Scale, draw: Dice) -> tuple[Move, ...]:
        """One plan; then ready."""
        if scale.look.me.ready:
            return ()
        acts = planning.plan(scale, draw)
        return Move(Plan(acts), Why.PLANS_BEST), Move(Ready(), Why.NOTHING_LEFT)
