"""From what the set-up page sends to how the engine lays a table."""

import secrets
from typing import Final

from msgspec.structs import replace

from game.bots.lineup import HOUSE
from game.model.params import Params
from game.model.seats import StandIn
from game.opening import Setup
from game.ruleset import Ruleset
from game.vocabulary import Context, Governance
from server.protocol.bodies import NewSession, SetupBody
from server.sessions.attendance import Options

LONGEST_SEED: Final = 64


def seeded(setup: SetupBody) -> SetupBody:
    """The set-up with a seed of its own, where none was asked for."""
    return setup if setup.seed else replace(setup, seed=secrets.token_hex(16))


def setup_of(asked: NewSession, rules: Ruleset, number: int = 1) -> Setup:
    """How the engine lays a table of this session; `number`: which, counted from 1."""
    chosen = asked.setup
    governance = chosen.governance
    return Setup(
        seed=seed_of(asked, number),
        players=asked.players,
        governance=Governance(governance) if governance and governance != "open" else None,
        open_governance=governance == "open",
        architectures=chosen.architectures,
        inner_house=chosen.inner_house,
        context=Context(chosen.context) if chosen.context else None,
        first_game=chosen.first_game,
        stand_in=StandIn(chosen.stand_in_min, HOUSE) if chosen.stand_in_min else None,
        params=params_of(asked, rules),
    )


def seed_of(asked: NewSession, number: int) -> str:
    """The seed of a table: the same for all, so that all hold the same decks, or one for each."""
    seed = asked.setup.seed or ""
    return seed if asked.same_decks or number == 1 else f"{seed}-{number}"[-LONGEST_SEED:]


def params_of(asked: NewSession, rules: Ruleset) -> Params | None:
    """The numbers of the ruleset with those that were chosen; None: they are the ruleset's."""
    chosen, lengths = asked.setup, asked.setup.lengths
    numbers = {
        "rounds": chosen.rounds,
        "briefing_s": lengths.briefing,
        "talk_s": lengths.talk,
        "plan_s": lengths.plan,
        "reveal_s": lengths.reveal,
        "vote_s": lengths.vote,
        "quarter_s": lengths.quarter,
    }
    changed = {name: value for name, value in numbers.items() if value is not None}
    return replace(rules.params, **changed) if changed else None


def options_of(asked: NewSession, rules: Ruleset) -> Options:
    """What matters of the set-up after the beginning."""
    params = params_of(asked, rules) or rules.params
    return Options(
        players=asked.players,
        assigns=asked.assigns,
        evaluators=asked.evaluators,
        booked_min=asked.booked_min,
        rehearsal=asked.rehearsal,
        lengths={
            "briefing": params.briefing_s,
            "talk": params.talk_s,
            "plan": params.plan_s,
            "reveal": params.reveal_s,
            "vote": params.vote_s,
            "quarter": params.quarter_s,
        },
    )
