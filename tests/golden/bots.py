"""Games of bots by themselves: a digest a ruleset and bot, so that none plays otherwise unawares.

Whoever makes bots or rules faster must leave every line as it is; whoever changes on purpose what
a bot does or what a rule says blesses them anew.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import json

from game.opening import Setup
from game.ruleset import Ruleset
from game.simulate.play import play_game
from tests.golden.recording import GAMES
from tests.rulesets import RULESETS, load

DIGESTS: Final = Path(__file__).parent / "bots.txt"
BOTS: Final = ("random", "mixed", "public_spirited", "self_serving", "turf_minded")
SEEDS: Final = ("one", "two", "three")


def digests() -> str:
    """A line for each ruleset and bot."""
    return "".join(lines())


def lines() -> Iterator[str]:
    """The lines, in the order of the rulesets."""
    for name in GAMES:
        rules = load(RULESETS / name)
        for bot in BOTS:
            yield f"{name} {bot} {digest(rules, bot)}\n"


def digest(rules: Ruleset, bot: str) -> str:
    """Of all that happens in a few games of this bot on every seat, refusals counted."""
    found = sha256()
    for seed in SEEDS:
        played = play_game(rules, Setup(seed, bots=bot))
        found.update(json.encode((played.events, played.refused)))
    return found.hexdigest()[:16]
