"""`simulate`: many games by bots, and what came of them."""

import argparse
import time
from contextlib import closing
from typing import Final

from game.bots.lineup import BOTS, HOUSE
from game.opening import Setup, open_command
from game.ruleset import Ruleset
from game.simulate.tally import Tally
from game.vocabulary import Context, Governance, Refused
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
from server.cli.flags import Seen, seen
from server.cli.report import report
from server.cli.reportpage import as_csv, as_html
from server.work.pool import processes_here
from server.work.simulations import Batch, simulate

OPEN: Final = "open"
ON_OFF: Final = ("on", "off")


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Play many games with bots and tell what came of them."
    made = command(commands, "simulate", words, simulated)
    made.add_argument("ruleset", metavar="RULESET", help="id of a ruleset, or its folder")
    made.add_argument(
        "--games", type=whole(1, 1_000_000), default=1000, help="how many (default: 1000)"
    )
    made.add_argument("--seed", default="1", help="the same seed gives the same games (default: 1)")
    made.add_argument("--players", type=whole(1, 12), help="how many seats (default: five)")
    made.add_argument("--bots", default=HOUSE, metavar="BOT[,BOT...]", help=BOTS_HELP)
    made.add_argument(
        "--processes", type=whole(1, 256), help="how many at once (default: one a core)"
    )
    add_setup(made)
    made.add_argument("--html", metavar="FILE", help="write the report with pictures as a page")
    made.add_argument("--csv", metavar="FILE", help="write every measure as a table")
    add_json(made)


BOTS_HELP: Final = (
    f"one for all seats, or one a seat in seat order: {', '.join(BOTS)} (default: {HOUSE})"
)


def add_setup(made: argparse.ArgumentParser) -> None:
    """What a facilitator can choose as well; left out: as the ruleset has it."""
    made.add_argument(
        "--governance",
        choices=[*(one.value for one in Governance), OPEN],
        help="governance of the game; open: the seats back one in round 1",
    )
    made.add_argument("--architectures", choices=ON_OFF, help="the module of architectures")
    made.add_argument("--inner-house", choices=ON_OFF, help="the module of the inner house")
    made.add_argument(
        "--context",
        choices=[one.value for one in Context],
        help="what the country brings along; one that the ruleset offers",
    )
    made.add_argument("--first-game", action="store_true", help="as a first game")


def simulated(arguments: argparse.Namespace) -> int:
    """Play the games and tell."""
    rules = ruleset(arguments.ruleset)
    batch = batch_of(arguments, rules)
    started = time.monotonic()
    total = Tally()
    parts = simulate(batch, arguments.games, arguments.processes or processes_here())
    with closing(parts):
        for part in progress(parts, "playing", arguments.games, lambda one: one.games):
            total.merge(part)
    shown = seen(rules, batch.setup, {arguments.bots: total})
    if arguments.html:
        write(arguments.html, as_html(batch, total, shown))
    if arguments.csv:
        write(arguments.csv, as_csv(total))
    if arguments.json:
        print_json(as_data(batch, total, shown))
        return WELL
    for line in report(batch, total, shown):
        say(line)
    ERR.print(f"{total.games} games in {time.monotonic() - started:.1f} s")
    return WELL


def batch_of(arguments: argparse.Namespace, rules: Ruleset) -> Batch:
    """What the arguments ask for.

    Raises:
        CannotRun: the ruleset has no such seating, or there is no such bot.
    """
    names = tuple(part.strip() for part in arguments.bots.split(",") if part.strip())
    unknown = [name for name in names if name not in BOTS]
    if unknown or not names:
        raise CannotRun(f"there is no bot {', '.join(unknown)!r}. There are: {', '.join(BOTS)}.")
    setup = setup_of(arguments, names[0])
    try:
        seats = len(open_command(rules, setup).table.seats)
    except Refused as refused:
        raise CannotRun(f"{rules.id} cannot be played so: {refused.detail}.") from None
    if len(names) not in {1, seats}:
        raise CannotRun(f"{len(names)} bots are named for {seats} seats; name one, or {seats}.")
    return Batch(rules, setup, names if len(names) > 1 else ())


def setup_of(arguments: argparse.Namespace, bot: str) -> Setup:
    """The set-up that the arguments ask for."""
    chosen = arguments.governance
    return Setup(
        seed=arguments.seed,
        players=arguments.players,
        governance=None if chosen in {None, OPEN} else Governance(chosen),
        open_governance=chosen == OPEN,
        architectures=switched(arguments.architectures),
        inner_house=switched(arguments.inner_house),
        context=Context(arguments.context) if arguments.context else None,
        first_game=arguments.first_game,
        bots=bot,
    )


def switched(word: str | None) -> bool | None:
    """On, off, or as the ruleset has it."""
    return None if word is None else word == "on"


def as_data(batch: Batch, total: Tally, shown: Seen) -> dict[str, object]:
    """The figures for a program; the names of measures are those of `game.simulate.tally`."""
    return {
        "ruleset": batch.rules.id,
        "digest": batch.rules.digest,
        "seed": batch.setup.seed,
        "bots": batch.bots or [batch.setup.bots],
        "games": total.games,
        "length": shown.length,
        "flags": shown.flags,
        "sentences": shown.sentences,
        "figures": total.figures(),
    }
