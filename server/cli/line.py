"""The whole command line: the one list of its groups of commands, a file each."""

import argparse

from server.cli import counting, docs, lab, logs, playing, replaying, rulesets, serving

GROUPS = (serving, playing, rulesets, lab, counting, logs, replaying, docs)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="joinedup",
        description="A negotiation game on joining up back offices, and the server that runs it.",
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for group in GROUPS:
        group.add_to(commands)
    return top
