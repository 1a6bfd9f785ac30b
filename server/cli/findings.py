"""`findings`: the experiments on the claims of the papers, and what came of them."""

import argparse
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from game.findings import CLAIMS
from game.laboratory.claim import Claim, Result
from game.laboratory.trial import results
from server.cli.base import (
    ERR,
    WELL,
    CannotRun,
    Commands,
    add_json,
    command,
    print_json,
    progress,
    ruleset,
    say,
    whole,
    write,
)
from server.cli.findingspage import Conduct, findings_page, findings_table
from server.work.findings import measure, parts_of
from server.work.pool import processes_here

FULL: Final = 600
"""Games of every arm in the main run: 15 minutes on two idle cores for all claims."""
QUICK: Final = 80
"""The same, for a first look in two minutes."""


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Run the experiments on the claims of the papers, and tell what came of them."
    made = command(commands, "findings", words, found)
    made.add_argument(
        "claims", metavar="CLAIM", nargs="*", help=f"{', '.join(CLAIMS)} (default: all)"
    )
    size = made.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="few games: a first look")
    size.add_argument(
        "--games", type=whole(4, 100_000), help=f"of each arm in the main run (default: {FULL})"
    )
    made.add_argument("--seed", default="1", help="the same seed gives the same games (default: 1)")
    made.add_argument(
        "--processes", type=whole(1, 256), help="how many at once (default: one a core)"
    )
    made.add_argument("--page", metavar="FILE", help="write the whole report as a Markdown page")
    add_json(made)


def found(arguments: argparse.Namespace) -> int:
    """Play the games, judge the claims and tell."""
    claims = asked(arguments.claims)
    games = QUICK if arguments.quick else arguments.games or FULL
    rules = {
        name: replace(ruleset(name), texts={})
        for name in sorted(
            {arm.ruleset for one in claims for arm in (*one.arms, *one.halved, *one.off)}
        )
    }
    started = time.monotonic()
    parts = parts_of(claims, rules, games, arguments.seed)
    total = sum(one.last - one.first for one in parts)
    played: dict[bytes, list[dict[str, float]]] = {}
    with closing(measure(parts, arguments.processes or processes_here())) as told:
        for part in progress(told, "playing", total, lambda one: len(one.games)):
            played.setdefault(part.key, []).extend(part.games)
    judged = results(claims, games, arguments.seed, played)
    conduct = Conduct(games, total, arguments.seed, {one: rules[one].digest for one in rules})
    tell(arguments, claims, judged, conduct)
    ERR.print(f"{total} games in {time.monotonic() - started:.0f} s")
    return WELL


def asked(names: list[str]) -> list[Claim]:
    """The claims that are meant, in order.

    Raises:
        CannotRun: there is no such claim.
    """
    wanted = {name.upper() for name in names} or set(CLAIMS)
    unknown = sorted(wanted - set(CLAIMS))
    if unknown:
        raise CannotRun(f"there is no claim {', '.join(unknown)}. There are: {', '.join(CLAIMS)}.")
    return [one for name, one in CLAIMS.items() if name in wanted]


def tell(
    arguments: argparse.Namespace, claims: list[Claim], judged: list[Result], conduct: Conduct
) -> None:
    """On the terminal, as data, or as a page."""
    if arguments.page:
        page = findings_page(claims, judged, conduct)
        write(Path(arguments.page), page.encode())
    if arguments.json:
        print_json({"conduct": conduct, "results": judged})
        return
    for line in findings_table(claims, judged):
        say(line)
