"""The words of the game: ids, kinds and the reasons for a refusal.

Everything else in `game` speaks with these words. No values, no rules.

A loop that many wait for takes its member once, before it begins (`live = State.LIVE`), and a
module that is asked all the time once for all: on Python 3.11 each look-up of a member costs as
much as a call.
"""

from enum import StrEnum
from typing import NewType

SeatId = NewType("SeatId", str)
DependencyId = NewType("DependencyId", str)
CardId = NewType("CardId", str)
OptionId = NewType("OptionId", str)
ConcernId = NewType("ConcernId", str)
DealId = NewType("DealId", str)
PromiseId = NewType("PromiseId", str)
PersonId = NewType("PersonId", str)
TextId = NewType("TextId", str)
NoteId = NewType("NoteId", str)
PulseId = NewType("PulseId", str)
ObjectiveId = NewType("ObjectiveId", str)
TaskId = NewType("TaskId", str)

Actor = NewType("Actor", str)
"""Who acts: the id of a seat, or one of the three below. A ruleset may not name a seat so."""

FACILITATOR = Actor("facilitator")
CHANCE = Actor("chance")
CLOCK = Actor("clock")

HUB = DependencyId("hub")
"""The object of `build` that is no dependency: the hub of a clearing house (RULES section 6)."""


class Rationality(StrEnum):
    """An agency's own logic; agenda, frame and objections speak it too (RULES section 1)."""

    POLITICAL = "political"
    LEGAL = "legal"
    ECONOMIC = "economic"
    TECHNICAL = "technical"


class Phase(StrEnum):
    """Where a table stands (RULES sections 2 and 7)."""

    LOBBY = "lobby"
    BRIEFING = "briefing"
    TALK = "talk"
    PLAN = "plan"
    REVEAL = "reveal"
    VOTE = "vote"
    YEAR_ONE = "year_one"
    ENDED = "ended"


class Due(StrEnum):
    """What chance owes before anybody else may go on."""

    DEAL = "deal"
    CARD = "card"
    HEADLINE = "headline"
    HAPHAZARD = "haphazard"


class State(StrEnum):
    """The state of a dependency (RULES section 1)."""

    OPEN = "open"
    SIGNED = "signed"
    LIVE = "live"
    SUSPENDED = "suspended"


class Track(StrEnum):
    """The shared tracks that move by steps."""

    SUPPORT = "support"
    LEGAL_PRESSURE = "legal_pressure"
    COUNTER = "counter"
    RATING = "rating"


class Holding(StrEnum):
    """The numbers of an agency."""

    CAPACITY = "capacity"
    BUDGET = "budget"
    AUTONOMY = "autonomy"
    ROUTINES = "routines"
    PORTALS = "portals"
    BACKING = "backing"
    HAND = "hand"


class Architecture(StrEnum):
    """The game's three architectures, after the idea of functional equivalents (C12, C13)."""

    EXCHANGE = "exchange"
    CLEARING_HOUSE = "clearing_house"
    CENTRAL = "central"


class Governance(StrEnum):
    """The three mixes of horizontal and vertical means (RULES section 6)."""

    NETWORK = "network"
    HYBRID = "hybrid"
    HIERARCHY = "hierarchy"


class Context(StrEnum):
    """The inherited setting of a scenario; changes the numbers of the architectures."""

    PLAIN = "plain"
    STRONG_REGISTERS = "strong_registers"
    FEDERAL = "federal"
    HUB_BY_LAW = "hub_by_law"


class CardKind(StrEnum):
    """The six kinds of event card (RULES section 5)."""

    LEGAL = "legal"
    POLITICAL = "political"
    INCIDENT = "incident"
    CITIZEN = "citizen"
    BUDGET = "budget"
    TECHNOLOGY = "technology"


class Topic(StrEnum):
    """What a message or a deal is about; the log counts the mix (C02)."""

    CONTENT = "content"
    JURISDICTION = "jurisdiction"
    COST = "cost"


class DealState(StrEnum):
    """What became of an offer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    COUNTERED = "countered"
    EXPIRED = "expired"


class Verdict(StrEnum):
    """What became of a promise (RULES section 4)."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    LAPSED = "lapsed"


class Outcome(StrEnum):
    """How a game ends (RULES section 7)."""

    JOINED_UP = "joined_up"
    FACADE = "facade"
    WITHDRAWN = "withdrawn"
    PAPER = "paper"
    NOT_LAUNCHED = "not_launched"


class Holder(StrEnum):
    """Who moves a seat now."""

    NOBODY = "nobody"
    PERSON = "person"
    BOT = "bot"


class Loss(StrEnum):
    """Why a placed token went to the bank."""

    BROKEN_PROMISE = "broken_promise"
    WITNESSED = "witnessed"
    GUARD = "guard"
    PORTAL = "portal"
    CARD = "card"


class PulseForm(StrEnum):
    """How a pulse is answered: from 1 (not at all) to 5 (wholly), by yes or no, by a seat."""

    SCALE = "scale"
    YES_NO = "yes_no"
    SEATS = "seats"


class PulseQuestion(StrEnum):
    """The questions that need no words of the facilitator's own."""

    FAIR = "fair"
    LAUNCH = "launch"
    PROMISE = "promise"
    HOLDER = "holder"


class Reason(StrEnum):
    """Why a well-formed command, or an action at its turn, is refused.

    The words that people read for each lie in the texts under `reason.<value>`.
    """

    # the table and who acts
    NOT_STARTED = "not_started"
    PAUSED = "paused"
    GAME_ENDED = "game_ended"
    WRONG_PHASE = "wrong_phase"
    NOT_YOURS = "not_yours"
    CHANCE_IS_DUE = "chance_is_due"
    NOTHING_DUE = "nothing_due"
    UNKNOWN = "unknown"
    MODULE_OFF = "module_off"
    TOO_EARLY = "too_early"
    ALREADY = "already"
    NEEDS_REASON = "needs_reason"
    OUT_OF_RANGE = "out_of_range"
    SEATS_EMPTY = "seats_empty"
    # tokens and facts
    YOURSELF = "yourself"
    NO_TOKENS = "no_tokens"
    TRUST_FULL = "trust_full"
    ONCE_A_ROUND = "once_a_round"
    NONE_PLACED = "none_placed"
    EARNED_STAYS = "earned_stays"
    BOUND_BY_DEAL = "bound_by_deal"
    HOLDS_OBJECTION = "holds_objection"
    NOT_KNOWN = "not_known"
    COMMON_KNOWLEDGE = "common_knowledge"
    # deals and promises
    EMPTY_DEAL = "empty_deal"
    TOO_MANY_OFFERS = "too_many_offers"
    TOO_MANY_PROMISES = "too_many_promises"
    NO_SUCH_OFFER = "no_such_offer"
    OFFER_CLOSED = "offer_closed"
    ROUND_PAST = "round_past"
    TALK_OVER = "talk_over"
    # plans
    OVER_CAPACITY = "over_capacity"
    SAME_TWICE = "same_twice"
    # actions at their turn
    NO_CARD_LEFT = "no_card_left"
    NOT_A_PARTY = "not_a_party"
    KNOWN_TO_BOTH = "known_to_both"
    OWN_OBJECTION = "own_objection"
    NOT_KNOWN_REAL = "not_known_real"
    PARTNER_NOT_KNOWN_REAL = "partner_not_known_real"
    DEAD_END = "dead_end"
    ANSWERED_ALREADY = "answered_already"
    NO_BUDGET = "no_budget"
    NOT_SECONDED = "not_seconded"
    OUTVOTED = "outvoted"
    AUTONOMY_LIMIT = "autonomy_limit"
    NOT_SPONSOR = "not_sponsor"
    NO_DIRECTIVES = "no_directives"
    NOT_ON_COMMON_MAP = "not_on_common_map"
    NOT_OPEN = "not_open"
    SIGNINGS_SPENT = "signings_spent"
    PARTNER_DID_NOT_SIGN = "partner_did_not_sign"
    OWN_OBJECTION_STANDS = "own_objection_stands"
    PARTNER_OBJECTION_STANDS = "partner_objection_stands"
    ROUTINES_NEEDED = "routines_needed"
    ROUTINES_FULL = "routines_full"
    NOT_SIGNED = "not_signed"
    OWN_PROTEST = "own_protest"
    BUILT_ALREADY = "built_already"
    FROZEN = "frozen"
    NO_HUB = "no_hub"
    NOT_THE_HOST = "not_the_host"
    COUNTER_FULL = "counter_full"
    FRAME_IS_NOT_AGENDA = "frame_is_not_agenda"
    LOBBY_LIMIT = "lobby_limit"
    PORTALS_FULL = "portals_full"
    HAPHAZARD = "haphazard"
    # the launch vote
    NO_VOTE_NOW = "no_vote_now"
    # pulses
    PULSE_CLOSED = "pulse_closed"


class Refused(Exception):
    """The rules do not allow it here; nothing happened.

    `detail` holds the numbers behind the reason and nothing that the one who asked may not know.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
