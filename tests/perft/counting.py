"""What is counted for perft, and the order of `legal`; `python -m tests.bless` writes both down."""

from pathlib import Path
from typing import Final

from msgspec import json
from msgspec.structs import replace

from game.acts import Terms
from game.decide import judge, legal
from game.explore import perft, reached, start
from game.model.cards import Standing
from game.model.table import Table
from game.opening import BLANK, Setup, open_command
from game.talk.deals import Offer
from game.vocabulary import CHANCE, CardId, Due, Phase
from tests.given import COUNCIL, LIBRARY, NAMES, given, knowing, laid, tiny
from tests.rulesets import COUNT, load

HERE: Final = Path(__file__).parent
COUNTS: Final = HERE / "count.toml"
ORDER: Final = HERE / "order.txt"

DEPTHS: Final = {
    Phase.BRIEFING: 3,
    Phase.TALK: 3,
    Phase.PLAN: 2,
    Phase.REVEAL: 4,
    Phase.VOTE: 14,
}
"""How far is counted from where the facilitator, going straight on, begins each phase; from the
vote to the end of the game."""


def counts() -> str:
    """All counts, as they stand in `count.toml`."""
    rules = load(COUNT)
    parts = ["# Written by `make bless`; a difference is a change of the rules, or of a view.\n"]
    for phase, depth in DEPTHS.items():
        table = start(rules) if phase is Phase.BRIEFING else reached(rules, phase)
        found = perft(table, rules, depth)
        lines = [
            f"[{phase.value}]",
            f"plays = {list(found.plays)}",
            f"tables = {list(found.tables)}",
            *(f"views.{viewer} = {list(some)}" for viewer, some in found.views.items()),
            *(f"refusals.{reason} = {number}" for reason, number in found.refusals.items()),
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def positions() -> dict[str, Table]:
    """Ten tables of `tiny`, by name."""
    rules = tiny()
    lobby = judge(BLANK, open_command(rules, Setup("order", bots="random")), CHANCE, rules).table
    talk = knowing(replace(laid(), round=2), NAMES)
    offered = given(talk).when(COUNCIL, Offer(LIBRARY, Terms(pay=1))).table
    offered = given(offered).when(LIBRARY, Offer(COUNCIL, get=Terms(pay=1))).table
    return {
        "the lobby": lobby,
        "a card is due": replace(laid(Phase.BRIEFING), due=Due.CARD),
        "a headline is due": replace(laid(Phase.BRIEFING), due=Due.HEADLINE),
        "talk begins": talk,
        "offers lie open": offered,
        "a choice is open": replace(talk, standing=Standing(CardId("grant"), 0, choosing=True)),
        "governance is to be settled": replace(talk, round=1, governance=None),
        "plans are made": laid(Phase.PLAN),
        "the vote": replace(laid(Phase.VOTE), round=3),
        "a card of year one is due": replace(laid(Phase.YEAR_ONE), due=Due.CARD),
    }


def order() -> str:
    """What is legal at these tables, in order, as it stands in `order.txt`."""
    parts = []
    for name, table in positions().items():
        found = [f"{by} {json.encode(one).decode()}" for by, one in legal(table, tiny())]
        parts.append("\n".join([f"# {name}", *found]) + "\n")
    return "\n".join(parts)
