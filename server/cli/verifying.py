"""`verify`: a log looked at, its chain of hashes and every command decided again."""

import argparse
from bisect import bisect_left
from collections.abc import Sequence

from game.log import Entry
from game.ruleset import Ruleset
from game.verify import Drift, first_drift, verify
from server.cli.base import (
    NOT_WELL,
    WELL,
    Commands,
    add_json,
    command,
    complain,
    print_json,
    read,
    ruleset,
    say,
)
from server.cli.logfile import NO_GAME
from server.exports.log import Damaged, Read, lines_of, taken
from server.protocol.replies import LineFault


def add_to(commands: Commands) -> None:
    """Add the command of this file."""
    words = "Check a log: its chain of hashes, and every command decided again."
    made = command(commands, "verify", words, verified)
    made.add_argument("log", metavar="LOG", help="file with a log; - for the standard input")
    made.add_argument("--head", help="the hash that was shown when the game ended")
    made.add_argument("--ruleset", help="decide by this one (default: the one in the log)")
    add_json(made)


def verified(arguments: argparse.Namespace) -> int:
    """Look at the log; 1 where the chain breaks or an entry drifts."""
    body = read(arguments.log)
    try:
        log = taken(body)
    except Damaged as damaged:
        faults = [damage(one, lines_of(body)) for one in damaged.faults]
        return tell_faults(arguments, faults, entries=0)
    rules = ruleset(arguments.ruleset) if arguments.ruleset else log.header.ruleset
    try:
        found = verify(log.entries, rules, arguments.head)
    except NO_GAME:
        broken = first_impossible(log.entries, rules)
        faults = [f"entry {broken} cannot be decided: it is no move of a game under {rules.id}."]
        return tell_faults(arguments, faults, entries=len(log.entries))
    faults = []
    if found.broken_at is not None:
        faults.append(
            f"the hash of the last entry is {log.header.head}, not {arguments.head}: "
            "this is not the log as it was when the game ended."
        )
    if found.drift is not None:
        faults.append(drifted(log, found.drift))
    return tell_faults(arguments, faults, entries=found.entries)


def damage(fault: LineFault, lines: list[bytes]) -> str:
    """A damaged line; the first one is the header, entries follow, then come words."""
    is_entry = lines[fault.line - 1].startswith(b'{"version"')
    entry = f" (entry {fault.line - 1})" if is_entry else ""
    return f"line {fault.line}{entry}: {fault.sentence}"


def first_impossible(entries: Sequence[Entry], rules: Ruleset) -> int:
    """The first entry at which deciding again fails, of a log for which it does."""
    return 1 + bisect_left(
        range(1, len(entries) + 1), x=True, key=lambda count: fails(entries[:count], rules)
    )


def fails(entries: Sequence[Entry], rules: Ruleset) -> bool:
    """Whether these entries are no game at all."""
    try:
        first_drift(entries, rules)
    except NO_GAME:
        return True
    return False


def tell_faults(arguments: argparse.Namespace, faults: list[str], *, entries: int) -> int:
    """The findings, for a reader or a program."""
    if arguments.json:
        print_json({"sound": not faults, "entries": entries, "faults": faults})
    elif not faults:
        say(f"{arguments.log}: {entries} entries, chained without a break, decided alike again.")
    for fault in () if arguments.json else faults:
        complain(f"{arguments.log}: {fault}")
    return NOT_WELL if faults else WELL


def drifted(log: Read, drift: Drift) -> str:
    """The first entry that drifts, and how."""
    entry = log.entries[drift.version - 1]
    name = entry.command.__struct_config__.tag
    if drift.refused is not None:
        led = f"is refused now ({drift.refused})"
    else:
        led = f"gives other events now, from event {drift.place + 1} on"
    return f"entry {drift.version} ({name} by {entry.by}) drifts: it {led}."
