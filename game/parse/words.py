"""Which words of the game a language must have, whatever the ruleset. No words stand here.

A key is a dotted path. Its places are the `{names}` in its text that are filled when it is shown.
"""

from enum import StrEnum
from typing import Final

from game.actions import ACTIONS, BY_KIND
from game.course.promises import ABSTENTIONS, VOTES
from game.parse.lines import BARGAINS, LINES, MEASURED
from game.talk import SEAT_COMMANDS
from game.vocabulary import (
    Architecture,
    CardKind,
    Context,
    DealState,
    Governance,
    Holding,
    Loss,
    Outcome,
    Phase,
    Rationality,
    Reason,
    State,
    Topic,
    Track,
    Verdict,
)
from game.voices import BOT_NAMES, SAYS, Why

PROMISES: Final = (*ABSTENTIONS, *VOTES)
"""What may be promised besides the actions (RULES section 4)."""

ACTS: Final[dict[str, frozenset[str]]] = {
    **{one.kind: frozenset(one.objects) for one in ACTIONS},
    "reform_host": frozenset({"seat"}),
    "build_hub": frozenset(),
    **dict.fromkeys(PROMISES, frozenset()),
}
"""How an action reads with its object, planned or promised."""

ASKED: Final = tuple(str(one.__struct_config__.tag) for one in SEAT_COMMANDS)
"""What a seat can ask for, where the facilitator did it for the seat."""

IDEAS: Final = (
    "action_point", "agency", "agenda", "answered", "architecture", "audit", "back_ledger",
    "bounced", "card", "choice", "common_map", "concern", "context", "core_value", "dead_end",
    "deadline", "deal", "dependency", "directive", "effort", "facilitator", "fact", "first_game",
    "fragmentation", "frame", "freeze", "front_ledger", "governance", "headline", "history",
    "host", "hub", "in_confidence", "inside_work", "launch", "launch_vote", "need", "objection",
    "offer", "overridden", "own_score", "pass", "practice", "progress", "promise", "protest",
    "public_goal", "public_value", "push", "rationality", "real", "room_to_run", "scan", "seat",
    "sensitivity", "sponsor", "stopped", "topic", "trust_token", "waived",
)  # fmt: skip
"""Terms that are no member of an enumeration."""

TERMS: Final[tuple[str, ...]] = (
    *IDEAS,
    *Track,
    *Holding,
    *Phase,
    *State,
    *Governance,
    *Architecture,
    *Context,
)
NAMED: Final[dict[str, type[StrEnum] | tuple[str, ...]]] = {
    "terms": TERMS,
    "objections": Rationality,
    "rationalities": Rationality,
    "frames": Rationality,
    "kinds": CardKind,
    "topics": Topic,
    "outcomes": Outcome,
    "verdicts": Verdict,
    "deal_states": DealState,
    "promises": PROMISES,
    "actions": tuple(BY_KIND),
    "bots": BOT_NAMES,
}
"""Groups whose every member has a `name` and, in one plain sentence, a `text`."""

SENTENCES: Final[dict[str, type[StrEnum] | tuple[str, ...]]] = {
    "reasons": Reason,
    "losses": Loss,
    "why": Why,
    "asked": ASKED,
}
"""Groups whose every member is one sentence."""

READ_OUT: Final[dict[str, frozenset[str]]] = {
    "effects.track": frozenset({"track", "by"}),
    "effects.agency": frozenset({"who", "holding", "by"}),
    "effects.agenda": frozenset({"to"}),
    "effects.agenda_next": frozenset(),
    "effects.trust_towards": frozenset({"seat", "by"}),
    "effects.trust_between": frozenset({"dependency", "by"}),
    "effects.turn": frozenset(),
    "effects.weigh_sensitivity": frozenset({"which", "by"}),
    "effects.weigh_effort": frozenset({"which", "by"}),
    "effects.suspend": frozenset({"sensitivity"}),
    "effects.reveal": frozenset({"which"}),
    "effects.audit": frozenset(),
    "effects.freeze": frozenset({"sensitivity"}),
    "effects.directives": frozenset({"by"}),
    "effects.deadline": frozenset({"round"}),
    "effects.nothing": frozenset(),
    "effects.idle": frozenset(),
    "effects.when": frozenset({"condition", "effect"}),
    "conditions.and": frozenset({"first", "second"}),
    "conditions.track": frozenset({"track", "at_least"}),
    "conditions.frame_is_agenda": frozenset(),
    "conditions.frame_is_not_agenda": frozenset(),
    "conditions.agenda": frozenset({"agenda"}),
    "conditions.live_at_least": frozenset({"at_least"}),
    "conditions.fragmentation_at_least": frozenset({"at_least"}),
    "conditions.architecture": frozenset({"architecture"}),
    "conditions.launched": frozenset(),
    "conditions.not_launched": frozenset(),
    "selectors.all_agencies": frozenset(),
    "selectors.rationality": frozenset({"rationality"}),
    "selectors.parties": frozenset({"dependency"}),
    "selectors.all": frozenset(),
    "selectors.drawn": frozenset(),
    "selectors.seat": frozenset({"seat"}),
    "pulses.fair": frozenset(),
    "pulses.launch": frozenset(),
    "pulses.promise": frozenset({"seat"}),
    "pulses.holder": frozenset(),
}
"""What a card's effects are read out with, and the places of each."""


SPOKEN: Final = {
    "acts": ACTS,
    "bargains": BARGAINS,
    "lines": LINES,
    "measured": MEASURED,
    "says": SAYS,
}
"""Groups of sentences with places."""


def word_keys() -> dict[str, frozenset[str]]:
    """Every key of the words that all rulesets share, with its places."""
    keys = dict(READ_OUT)
    for group, spoken in SPOKEN.items():
        keys |= {f"{group}.{kind}": places for kind, places in spoken.items()}
    for group, members in NAMED.items():
        for one in members:
            for part in ("name", "text", *(("effect", "risk") if group == "actions" else ())):
                keys[f"{group}.{one}.{part}"] = frozenset()
    for group, members in SENTENCES.items():
        keys |= {f"{group}.{one}": frozenset() for one in members}
    return keys
