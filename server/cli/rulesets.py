"""`check`: whether rulesets can be played, and every fault where they cannot."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.vocabulary import Refused
from server.cli.base import (
    NOT_WELL,
    WELL,
    CannotRun,
    Commands,
    add_json,
    command,
    complain,
    print_json,
    say,
    shelf,
    whole,
)
from server.cli.rehearsing import Rehearsed, rehearse
from server.rulesets import OWN_FOLDER, Shelf


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    made = command(commands, "check", "Check rulesets and name every fault with its place.", check)
    made.add_argument(
        "folder",
        nargs="*",
        help="folder of a ruleset or of several, or the id of one (default: all)",
    )
    made.add_argument(
        "--rehearse", action="store_true", help="then play games with bots and tell what stands out"
    )
    made.add_argument(
        "--games", type=whole(4, 100_000), default=1000, help="of the rehearsal (default: 1000)"
    )
    made.add_argument("--players", type=whole(1, 12), help="how many seats (default: five)")
    made.add_argument(
        "--minutes", type=whole(1, 1000), help="the booked time: whether it leaves a debrief"
    )
    add_json(made)


def check(arguments: argparse.Namespace) -> int:
    """Check each folder; 1 where any ruleset has a fault, or none is there."""
    shelves = [shelf(place(folder)) for folder in arguments.folder] or [shelf()]
    good = {id_: rules for one in shelves for id_, rules in one.good.items()}
    found = Shelf(good, tuple(broken for one in shelves for broken in one.broken))
    rehearsed = dict(rehearsals(arguments, found)) if arguments.rehearse else {}
    if arguments.json:
        print_json(as_data(found, rehearsed))
    else:
        tell(found, rehearsed, arguments.minutes)
    return WELL if found.good and not found.broken else NOT_WELL


def place(name: str) -> str:
    """The folder of this name, or else of the ruleset with this id that comes with the game."""
    own = OWN_FOLDER / name
    return str(own) if name.isidentifier() and own.is_dir() and not Path(name).is_dir() else name


def rehearsals(arguments: argparse.Namespace, found: Shelf) -> Iterator[tuple[str, Rehearsed]]:
    """Each good ruleset rehearsed, by its id.

    Raises:
        CannotRun: one of them has no such seating.
    """
    for rules in found.good.values():
        try:
            yield rules.id, rehearse(rules, arguments.players, arguments.games)
        except Refused as refused:
            raise CannotRun(f"{rules.id} cannot be rehearsed so: {refused.detail}.") from None


def as_data(found: Shelf, rehearsed: Mapping[str, Rehearsed]) -> dict[str, object]:
    """The findings for a program."""
    return {
        "good": [
            {"id": one.id, "version": one.version, "digest": one.digest}
            | ({"rehearsal": rehearsed[one.id].as_data()} if one.id in rehearsed else {})
            for one in found.good.values()
        ],
        "broken": [{"folder": one.folder, "faults": one.faults} for one in found.broken],
    }


def tell(found: Shelf, rehearsed: Mapping[str, Rehearsed], minutes: int | None) -> None:
    """The findings for a reader."""
    for rules in found.good.values():
        seats = ", ".join(sorted(rules.seating))
        say(f"{rules.id} {rules.version}: good. {seats} players, {len(rules.events)} event cards.")
        if rules.id in rehearsed:
            for line in rehearsed[rules.id].lines(minutes):
                say(line)
    for one in found.broken:
        complain(f"{one.folder}: {len(one.faults)} fault{'s' if len(one.faults) > 1 else ''}")
        for fault in one.faults:
            complain(f"  {fault}")
    if not found.good and not found.broken:
        complain("There is no ruleset in these folders (a ruleset is a folder with ruleset.toml).")
