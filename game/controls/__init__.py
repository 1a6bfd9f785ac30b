"""What facilitator, chance and clock do: one file a subject, and the one list of each."""

from typing import Final, TypeAlias, get_args

from game.controls.adjust import (
    AdjustAgency,
    AdjustAgenda,
    AdjustDependency,
    AdjustTrack,
    AdjustTrust,
)
from game.controls.cards import Inject
from game.controls.chance import DrawCard, Open, ShowHeadline, Spoil
from game.controls.course import (
    EndGame,
    Extend,
    NextPhase,
    Pause,
    Resume,
    Rewind,
    SetAutopilot,
    Start,
    TimeUp,
)
from game.controls.people import RemovePerson
from game.controls.pulses import AskPulse, ClosePulse
from game.controls.room import (
    CountTalk,
    LockRoom,
    LookOver,
    MarkMoment,
    Note,
    OpenSecret,
    SettleHelp,
    Speak,
    Spotlight,
    Strike,
)
from game.controls.script import (
    FireLine,
    HoldLine,
    JudgeLine,
    RemoveLine,
    SetLine,
    SkipLine,
)
from game.controls.seats import DropSeat, FillSeat, FreeSeat, PutBot, ShareSeat
from game.controls.standin import SetStandIn, SitIn
from game.forms import Control

AnyFacilitatorCommand: TypeAlias = (
    Start | Pause | Resume | Extend | NextPhase | SetAutopilot | EndGame | Rewind
    | Inject | FillSeat | FreeSeat | PutBot | ShareSeat | DropSeat
    | AdjustTrack | AdjustAgency | AdjustTrust | AdjustAgenda | AdjustDependency
    | SetLine | RemoveLine | HoldLine | SkipLine | FireLine | JudgeLine
    | Speak | Note | MarkMoment | CountTalk | Strike | Spotlight | LockRoom | SettleHelp | LookOver
    | OpenSecret | AskPulse | ClosePulse | SetStandIn | RemovePerson
)  # fmt: skip
AnyChanceCommand: TypeAlias = Open | DrawCard | ShowHeadline | Spoil
AnyClockCommand: TypeAlias = TimeUp | SitIn
AnyControl: TypeAlias = AnyFacilitatorCommand | AnyChanceCommand | AnyClockCommand

# Each list is its union, in the same order: what is a command stands once.
FACILITATOR_COMMANDS: Final[tuple[type[Control], ...]] = get_args(AnyFacilitatorCommand)
CHANCE_COMMANDS: Final[tuple[type[Control], ...]] = get_args(AnyChanceCommand)
CLOCK_COMMANDS: Final[tuple[type[Control], ...]] = get_args(AnyClockCommand)
