"""What seats ask for: one file a subject, and the one list of their commands."""

from typing import Final, TypeAlias, get_args

from game.talk.backing import BackArchitecture, BackGovernance
from game.talk.deals import Accept, Decline, Offer, Withdraw
from game.talk.facts import ShowFact
from game.talk.messages import Say
from game.talk.pace import AskHelp, Done, Ready
from game.talk.plan import Plan
from game.talk.pulses import AnswerPulse
from game.talk.seat import TakeSeatBack
from game.talk.tokens import PlaceToken, TakeBack
from game.talk.votes import CallVote, CastVote, Choose

AnySeatCommand: TypeAlias = (
    PlaceToken | TakeBack | ShowFact | Offer | Accept | Decline | Withdraw | Say
    | BackArchitecture | BackGovernance | CallVote | Choose | Done | Plan | Ready | CastVote
    | AskHelp | AnswerPulse | TakeSeatBack
)  # fmt: skip
SEAT_COMMANDS: Final[tuple[type[AnySeatCommand], ...]] = get_args(AnySeatCommand)
"""In the fixed order in which `legal` lists them."""
