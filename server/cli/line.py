"""The whole command line: the one list of its commands, and which file adds each."""

import argparse
from importlib import import_module
from importlib.metadata import version
from typing import Final

HOMES: Final = {
    "serve": "serving",
    "demo": "serving",
    "play": "playing",
    "check": "rulesets",
    "preview": "previewing",
    "simulate": "lab",
    "findings": "findings",
    "perft": "counting",
    "verify": "verifying",
    "export": "logs",
    "import": "logs",
    "replay": "replaying",
    "docs": "docs",
}
"""By command: the module in `server.cli` that adds it, in the order of the help."""
TELLS_OF_ALL: Final = "docs"


def parser(asked: str | None = None) -> argparse.ArgumentParser:
    """The command line; of a command that is asked for, no other is loaded.

    Checking a ruleset needs neither server nor database, and starts three times as fast without.
    """
    top = argparse.ArgumentParser(
        prog="joinedup",
        description="A negotiation game on joining up back offices, and the server that runs it.",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {version('joined-up')}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    alone = asked in HOMES and asked != TELLS_OF_ALL
    for home in [HOMES[str(asked)]] if alone else dict.fromkeys(HOMES.values()):
        import_module(f"server.cli.{home}").add_to(commands)
    return top
