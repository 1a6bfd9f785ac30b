"""`check`: whether rulesets can be played, and every fault where they cannot."""

import argparse

from server.cli.base import (
    NOT_WELL,
    WELL,
    Commands,
    add_json,
    command,
    complain,
    print_json,
    say,
    shelf,
)
from server.rulesets import Shelf


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    made = command(commands, "check", "Check rulesets and name every fault with its place.", check)
    made.add_argument("folder", nargs="*", help="folder of a ruleset, or of several (default: all)")
    add_json(made)


def check(arguments: argparse.Namespace) -> int:
    """Check each folder; 1 where any ruleset has a fault, or none is there."""
    shelves = [shelf(folder) for folder in arguments.folder] or [shelf()]
    good = {id_: rules for one in shelves for id_, rules in one.good.items()}
    found = Shelf(good, tuple(broken for one in shelves for broken in one.broken))
    if arguments.json:
        print_json(as_data(found))
    else:
        tell(found)
    return WELL if found.good and not found.broken else NOT_WELL


def as_data(found: Shelf) -> dict[str, object]:
    """The findings for a program."""
    return {
        "good": [
            {"id": one.id, "version": one.version, "digest": one.digest}
            for one in found.good.values()
        ],
        "broken": [{"folder": one.folder, "faults": one.faults} for one in found.broken],
    }


def tell(found: Shelf) -> None:
    """The findings for a reader."""
    for rules in found.good.values():
        seats = ", ".join(sorted(rules.seating))
        say(f"{rules.id} {rules.version}: good. {seats} players, {len(rules.events)} event cards.")
    for one in found.broken:
        complain(f"{one.folder}: {len(one.faults)} faults")
        for fault in one.faults:
            complain(f"  {fault}")
    if not found.good and not found.broken:
        complain("There is no ruleset in these folders (a ruleset is a folder with ruleset.toml).")
