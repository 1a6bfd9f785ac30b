"""`perft`: what can happen in a small game, counted, so that a change of the rules shows."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.explore import Counts, divide, perft, reached
from game.vocabulary import Phase
from server.cli.base import (
    WELL,
    Commands,
    add_json,
    command,
    print_json,
    ruleset,
    say,
    waiting,
    whole,
)

SMALLEST: Final = Path(__file__).parent.parent.parent / "tests" / "perft" / "count"
COUNTED: Final = (Phase.BRIEFING, Phase.TALK, Phase.PLAN, Phase.REVEAL, Phase.VOTE)
DEPTH: Final = 3


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Count plays, tables, views and refusals of a small game."
    made = command(commands, "perft", words, counted)
    made.add_argument(
        "ruleset",
        nargs="?",
        metavar="RULESET",
        default=str(SMALLEST),
        help="id of a ruleset, or its folder (default: the one in tests/perft/count)",
    )
    made.add_argument(
        "--depth", type=whole(1, 20), default=DEPTH, help=f"commands deep (default: {DEPTH})"
    )
    made.add_argument(
        "--divide", type=whole(1, 20), metavar="N", help="plays N deep below each first command"
    )
    made.add_argument(
        "--phase",
        choices=[one.value for one in COUNTED],
        default=Phase.BRIEFING.value,
        help="where in round 1 to begin (default: briefing)",
    )
    add_json(made)


def counted(arguments: argparse.Namespace) -> int:
    """Count, and tell."""
    rules = ruleset(arguments.ruleset)
    table = reached(rules, Phase(arguments.phase))
    if arguments.divide:
        with waiting("counting"):
            below = divide(table, rules, arguments.divide)
        lines = [f"{count:>12}  {name}" for name, count in below.items()]
        return tell(arguments, below, [*lines, f"{sum(below.values()):>12}  in all"])
    with waiting("counting"):
        found = perft(table, rules, arguments.depth)
    return tell(arguments, found, as_text(found))


def tell(arguments: argparse.Namespace, found: object, lines: Iterable[str]) -> int:
    """For a program, or for a reader."""
    if arguments.json:
        print_json(found)
        return WELL
    for line in lines:
        say(line)
    return WELL


def as_text(found: Counts) -> list[str]:
    """A line a depth, and one a reason."""
    viewers = list(found.views)
    heads = ["depth", "plays", "tables", *(f"views of {one}" for one in viewers)]
    rows = [
        [depth, plays, found.tables[depth], *(found.views[one][depth] for one in viewers)]
        for depth, plays in enumerate(found.plays)
    ]
    widths = [max(12, len(head) + 2) for head in heads]
    lines = ["".join(f"{one:>{width}}" for one, width in zip(heads, widths, strict=True))]
    lines += [
        "".join(f"{one:>{width}}" for one, width in zip(row, widths, strict=True)) for row in rows
    ]
    return [*lines, "", "refusals", *(f"{n:>12}  {reason}" for reason, n in found.refusals.items())]
