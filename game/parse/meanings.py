"""What each field of a ruleset means, for those who write one. A sentence each, and nothing else.

The types say what may stand there, `bounds` between which ends; RULES section numbers say where
the rule stands that reads the field.
"""

from typing import Final

from game.choice import Choice, Option
from game.cues import ActCue, AgendaCue, DependencyCue, FrameCue, SeatCue, TableCue
from game.effects import agencies, dependencies, shared
from game.effects.base import Condition
from game.goals import AgendaIs, Amount, CoreValueKept, FrameIs, NotFirst, OutcomeIs
from game.model.cards import AgendaCard
from game.model.params import Modules, Params
from game.ruleset import (
    Card,
    Concern,
    DependencySpec,
    Objective,
    Ruleset,
    SeatSpec,
    Task,
    TrustSpec,
)
from game.script import LineSpec

PARTS: Final[dict[type, dict[str, str]]] = {
    Ruleset: {
        "format": "The version of this format.",
        "id": "The name of the folder.",
        "version": "Yours to count; shown to facilitators.",
        "licence": "Under which others may use your texts, as an SPDX identifier.",
        "late_joiner": "What becomes of somebody who comes when all seats are taken.",
        "sponsor": "The seat that answers for the project; seated at every table.",
        "seats": "The agencies, in seat order.",
        "seating": "By number of players, 2 to 7: which seats play.",
        "dependencies": "What may lie between two agencies.",
        "trust": "Tokens that lie at the start.",
        "agenda": "The agenda deck: a card for the start and one for each agenda round, or more.",
        "events": "The event cards.",
        "year_one": "The cards of year one: at least four, or none where `events` leave four over.",
        "concerns": "Secret concerns, at least one for each seat of the largest table.",
        "script": "The injects that a facilitator finds ready; may be left out.",
        "params": "The numbers of the rules that differ from their defaults.",
        "modules": "Which modules are on.",
        "real_shares": "By number of players: `params.real_share` at tables of that size.",
        "context": "What the country brings along; changes the numbers of the architectures.",
        "contexts": "Those a facilitator may choose, `context` among them; left out: no choice.",
        "objectives": "What the session exercises: the guide of evaluators and report.",
    },
    Objective: {
        "id": "As the texts name it.",
        "tasks": "What one sees people do when it is met: one to eight.",
    },
    Task: {
        "id": "As the texts name it.",
        "seen_in": "Kinds of lines of the log (`signed`), or `act.` and an action (`act.map`).",
    },
    SeatSpec: {
        "id": "As the other parts name it.",
        "rationality": "Its own logic: in this it objects.",
        "colour": "Of its marker; the shape comes with it. Each once.",
        "code": "The two capital letters of its marker. Each once.",
        "goal": "Its public goal: predicates, joined by *and*.",
        "budget": "Where it starts otherwise than `params.budget`.",
        "hand": "Where it starts otherwise than `params.hand`.",
        "autonomy": "At the start.",
        "routines": "At the start.",
        "portals": "At the start.",
        "backing": "At the start; counts with the module *inner house*.",
    },
    DependencySpec: {
        "id": "As the other parts name it; not the id of a seat.",
        "between": "The two agencies.",
        "sensitivity": "How delicate the data is.",
        "effort": "How much building it needs.",
    },
    TrustSpec: {
        "by": "Who has placed the tokens.",
        "with": "With whom.",
        "tokens": "How many.",
    },
    AgendaCard: {
        "id": "As the texts name it.",
        "rationality": "What politics will care about.",
    },
    Concern: {
        "id": "As the texts name it.",
        "met_when": "Predicates, joined by *and*.",
    },
    Modules: {
        "governance": "Left out: proposed and backed in round 1.",
        "architectures": "Seats may back another architecture.",
        "inner_house": "Seats have backing in their own house.",
        "scan": "The action `scan` exists.",
    },
    Card: {
        "id": "As the texts name it; each once over all decks.",
        "kind": "One of six. In year one, `legal` and `incident` cards rest what is under protest.",
        "effects": "What it does at once, one after the other.",
        "choice": "What it asks of the table or of one seat.",
    },
    Choice: {
        "by": "`all`, or the id of a seat. Where that seat is not seated, the default is taken.",
        "default": "The option that is taken where nobody decides.",
        "options": "Two or more; in the script two or three.",
    },
    Option: {
        "id": "As the texts name it.",
        "effects": "What it does; may be left out.",
    },
    LineSpec: {
        "number": "Its place in the script, and its name. Each once; leave room in between.",
        "round": "Left out: any round.",
        "phase": "Left out: any of these.",
        "after_s": "Seconds of game time after the phase began.",
        "when": "Cues, joined by *and*. Without them, round and phase alone say when.",
        "card": "A card of the decks. Left out: the line has a card of its own, with own words.",
        "kind": "Of its own card.",
        "effects": "Of its own card; left out: it only tells something.",
        "choice": "What its own card asks of the table or of one seat; two or three options.",
        "to": "The seats that are told; left out: all. Not for a card with a choice.",
        "expect": "Cues by which the expected action shows; left out: the facilitator judges it.",
        "window_s": "Seconds of game time that players have for it.",
        "contingency": "The line that is proposed where they do not.",
        "auto": "On autopilot the clock lays it when it is due. Otherwise nothing fires by itself.",
    },
}

CONDITIONS: Final[dict[type, dict[str, str]]] = {
    Condition: {
        "track": "A track, with `at_least`.",
        "at_least": "So high or higher.",
        "frame_is_agenda": "Frame and agenda match, or do not.",
        "agenda": "Politics cares about this now.",
        "live_at_least": "So many dependencies are live, or more.",
        "fragmentation_at_least": "So many own portals, or more.",
        "architecture": "This one holds.",
        "launched": "The service is launched, or is not.",
    },
}

EFFECT_FIELDS: Final[dict[type, dict[str, str]]] = {
    shared.Track: {"track": "Which.", "by": "How far; not 0."},
    agencies.Agency: {
        "who": "`all`, a seat, a rationality, or `parties:` and a dependency.",
        "holding": "Which number.",
        "by": "How far; not 0.",
    },
    shared.Agenda: {"to": "What politics cares about now; left out: the next agenda card."},
    agencies.Trust: {
        "by": "Tokens from or to the bank; not 0.",
        "towards": "A seat: all others trust it more or less.",
        "between": "A dependency: its parties, both ways.",
    },
    dependencies.Turn: {"real": "`false`: a dead end. All cards: no more than `need_offset`."},
    dependencies.Weigh: {
        "which": "`all`, `drawn`, a dependency, or a seat: all of its own.",
        "sensitivity": "How far.",
        "effort": "How far.",
    },
    dependencies.Suspend: {"sensitivity": "From this on."},
    dependencies.Reveal: {"which": "As for `weigh`."},
    shared.Audit: {},
    shared.Freeze: {"sensitivity": "From this on."},
    shared.Directives: {"by": "More or fewer; not 0."},
    shared.Deadline: {"round": "In whose Briefing it falls."},
}

PREDICATE_FIELDS: Final[dict[type, dict[str, str]]] = {
    Amount: {
        "of": "Which number.",
        "at_least": "So much or more.",
        "at_most": "So much or less.",
        "by_round": "It is enough that it was so at the end of a round up to this one.",
    },
    FrameIs: {"value": "Left out: the seat's own logic."},
    AgendaIs: {"value": "Left out: the seat's own logic."},
    OutcomeIs: {"one_of": "The outcomes that count."},
    CoreValueKept: {},
    NotFirst: {},
}

CUE_FIELDS: Final[dict[type, dict[str, str]]] = {
    TableCue: {
        "of": "Which number.",
        "at_least": "So much or more.",
        "at_most": "So much or less.",
    },
    SeatCue: {
        "seat": "Whose number.",
        "of": "Which number; as in predicates.",
        "at_least": "So much or more.",
        "at_most": "So much or less.",
    },
    DependencyCue: {"dependency": "Which.", "state": "How it stands."},
    FrameCue: {"value": "How the project is presented."},
    AgendaCue: {"value": "What politics cares about."},
    ActCue: {"kind": "An action, as `sign`.", "seat": "Left out: any."},
}

NUMBERS: Final[dict[type, dict[str, str]]] = {
    Params: {
        "rounds": "Rounds of a game.",
        "capacity": "Action points a round.",
        "budget": "Of each seat at the start.",
        "hand": "Trust tokens in hand at the start.",
        "facts": "Own dependencies whose truth a seat knows at the start.",
        "support": "At the start.",
        "first_game_support": "At the start of a first game.",
        "legal_pressure": "At the start.",
        "real_share": "Of the dependencies at the table, this share is real.",
        "need_offset": "Need is the number of real dependencies less this, at least 1.",
        "push_step": "Push +1 for each so many of legal pressure.",
        "push_support": "Push +1 from this support on.",
        "income_support": "Budget +1 a round from this support on.",
        "income_more_support": "Budget +1 more a round from this support on.",
        "agenda_rounds": "In whose Briefing the next agenda card comes.",
        "agenda_swing": "How far support moves in an agenda round as the frame fits or not.",
        "cards_a_round": "Event cards drawn in a Briefing.",
        "headline_share": "How often the headline tells the next agenda card.",
        "open_offers": "Open offers a seat.",
        "open_promises": "Open promises a seat.",
        "vote_from": "The first round in which a launch vote may be called.",
        "vote_support": "Under this support no vote is held.",
        "guard_below": "`guard` works under this autonomy.",
        "room": "Live dependencies that each level of routines carries.",
        "promise_trust": "Up to how many tokens a kept promise earns trust.",
        "lobby_a_round": "Support that lobbying can bring in a round.",
        "turning_cards": "So many event cards turn a dependency, at least.",
        "hybrid_directives": "Directives a game in hybrid governance.",
        "hierarchy_directives": "Directives a round in hierarchy.",
        "hierarchy_signings": "Signings that count a round in hierarchy.",
        "architecture": "In force until the seats adopt another. Not `central`: it needs a host.",
        "hub_effort": "Progress at which the hub stands.",
        "hub_by_law_effort": "The same where a law has founded it.",
        "clearing_house_effort": "Added to every effort under a clearing house.",
        "host_room": "Live dependencies that each of the host's levels of routines carries.",
        "haphazard_share": "How often an action fails without backing.",
        "joined_up_value": "Public value of this outcome.",
        "facade_value": "Public value of this outcome.",
        "paper_value": "Public value of this outcome.",
        "withdrawn_value": "Public value of this outcome.",
        "early_value": "For each round not used before a launch that ends joined up.",
        "portal_points": "Own score for each own portal.",
        "tokens_points": "Own score for each `tokens_a_point` tokens placed here.",
        "tokens_a_point": "How many tokens that takes.",
        "goal_points": "Own score for the public goal.",
        "core_value_points": "Own score for the core value.",
        "concern_points": "Own score for the concern.",
        "briefing_s": "Seconds of a Briefing.",
        "talk_s": "Seconds of a Talk.",
        "plan_s": "Seconds of a Plan.",
        "reveal_s": "Seconds of a Reveal.",
        "vote_s": "Seconds of a vote.",
        "quarter_s": "Seconds of a quarter of year one.",
    },
}
