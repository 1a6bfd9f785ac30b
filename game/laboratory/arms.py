"""Arms of experiments: how a table is set up and how its bots behave. Never a rule.

An arm is data alone, so that another process can play it, and two experiments that ask for the same
arm share its games.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.bots.ahead.player import Ahead
from game.bots.base import Bot
from game.bots.house.player import House
from game.bots.personality import PRESETS
from game.laboratory.habits import HABITS
from game.model.params import Modules, Params
from game.ruleset import Ruleset
from game.vocabulary import Architecture, Context, Governance
from game.voices import Temper

MAKES: Final[Mapping[str, type[House] | type[Ahead]]] = {"house": House, "ahead": Ahead}
"""Populations: bots of one temper by different authors of their thoughts."""


class Arm(Struct, frozen=True):
    """One way to play: what differs from a mixed table of five in the base game."""

    name: str
    ruleset: str = "newborn"
    temper: str = "mixed"
    traits: dict[str, float] = {}
    """Traits of the temper that are otherwise, by name, for all seats."""
    habit: str = ""
    """Of `HABITS`: something that all seats do or leave undone besides."""
    params: dict[str, float] = {}
    """Numbers of the set-up that are otherwise, by name."""
    governance: Governance | None = None
    inner_house: bool | None = None
    architecture: Architecture | None = None
    """All seats back it in round 1. None: as the module has it."""
    context: Context | None = None
    backing: int | None = None
    """What each house starts with."""
    start_routines: int | None = None
    """Levels of routines that each house starts with."""
    history: bool = True
    """Tokens lie at the start, as the scenario has them."""


def rules_of(arm: Arm, rules: Ruleset) -> Ruleset:
    """The scenario, set up as this arm has it: start values and modules, no card and no rule."""
    whole = {name: int(value) for name, value in arm.params.items() if name not in SHARES}
    shares = {name: arm.params[name] for name in SHARES if name in arm.params}
    found = replace(
        rules,
        texts={},
        params=replace(rules.params, **whole, **shares),
        context=arm.context or rules.context,
        trust=rules.trust if arm.history else (),
        modules=modules_of(arm, rules.modules),
    )
    more = {
        name: value
        for name, value in (("backing", arm.backing), ("routines", arm.start_routines))
        if value is not None
    }
    return replace(found, seats=tuple(replace(one, **more) for one in found.seats))


SHARES: Final = frozenset(
    name for name, kind in Params.__annotations__.items() if kind in {float, "float"}
)
"""Numbers of the set-up that need not be whole."""


def modules_of(arm: Arm, modules: Modules) -> Modules:
    """The modules of this arm."""
    free = modules.architectures if arm.architecture is None else True
    return replace(
        modules,
        governance=arm.governance or modules.governance,
        architectures=free,
        inner_house=modules.inner_house if arm.inner_house is None else arm.inner_house,
    )


def lineup_of(arm: Arm, make: str) -> dict[str, Bot]:
    """The bot that plays every seat of this arm, by the name under which it is seated."""
    temper = replace(PRESETS[Temper(arm.temper)], **arm.traits)
    bot: Bot = MAKES[make](arm.temper, temper)
    if arm.architecture is not None:
        bot = HABITS[f"backs_{arm.architecture}"](bot)
    if arm.habit:
        bot = HABITS[arm.habit](bot)
    return {arm.name: bot}
