"""The looking-ahead bot itself: what it does in each phase, in which order."""

from collections.abc import Iterator

from game.bots.ahead import cards, choosing, room
from game.bots.ahead.dealing import Dealer
from game.bots.ahead.ending import Judge
from game.bots.ahead.picture import futures_of, picture_of
from game.bots.base import Bot, Move
from game.bots.house.appraisal import incoming, overtaken, standing
from game.bots.house.outlook import Outlook
from game.bots.personality import Personality
from game.bots.sheet import Sheet
from game.rng import Dice
from game.talk.deals import Withdraw
from game.talk.pace import Done, Ready
from game.talk.plan import Plan
from game.views.view import View
from game.vocabulary import Phase
from game.voices import Why


class Ahead(Bot):
    """Tries its plans out in a few imagined futures, and judges their ends by its personality."""

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
                return tuple(self.talk(Outlook(view, sheet), draw))
            case Phase.PLAN:
                return tuple(self.plan(Outlook(view, sheet), draw))
            case Phase.VOTE:
                return tuple(room.vote(self.judge(Outlook(view, sheet), draw)))
            case _:
                return ()

    def judge(self, look: Outlook, draw: Dice) -> Judge:
        """Who weighs for this seat now."""
        foresees = draw.share() < self.habits.foresight
        return Judge(look, self.habits, futures_of(look, draw, foresees=foresees))

    def talk(self, look: Outlook, draw: Dice) -> Iterator[Move]:
        """Once it has said that it is done, a seat only answers."""
        if look.me.done and not (incoming(look) or standing(look)):
            return
        judge = self.judge(look, draw)
        dealer = Dealer(judge, picture_of(look), draw)
        yield from dealer.answers()
        gone = overtaken(dealer.mine)
        yield from (Move(Withdraw(one.id), Why.HANDS_FULL) for one in gone)
        if look.me.done or len(standing(look)) > len(gone):
            return
        yield from room.facts(judge, draw)
        yield from room.tokens(judge, draw)
        offers = dealer.offers()
        yield from offers
        yield from cards.choose(judge)
        yield from room.shape(judge)
        yield from room.call(judge)
        yield from room.words(judge, draw)
        if not offers:
            yield Move(Done(), Why.NOTHING_LEFT)

    def plan(self, look: Outlook, draw: Dice) -> Iterator[Move]:
        """One plan; then ready."""
        if look.me.ready:
            return
        judge = self.judge(look, draw)
        credit = 0.4 + 0.6 * self.habits.trusting
        yield Move(Plan(choosing.plan(judge, picture_of(look), credit, draw)), Why.LOOKS_AHEAD)
        yield Move(Ready(), Why.NOTHING_LEFT)
