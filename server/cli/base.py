"""What the commands share: the subparsers' type, the two outputs, files that may not be there."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from msgspec import json
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.ruleset import Ruleset
from server.rulesets import OWN_FOLDER, Shelf, load
from server.settings import BadSettings, Settings, read_settings

T = TypeVar("T")
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  it has no other name
Run: TypeAlias = Callable[[argparse.Namespace], int]

# What people wrote is shown as it is: neither markup nor `:emoji:` is read into it.
ERR: Final = Console(stderr=True, highlight=False, markup=False, emoji=False)

WELL, NOT_WELL, CANNOT = 0, 1, 2
"""Exit codes: well; what was looked at is not; not to be carried out."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class CannotRun(Exception):
    """The command cannot be carried out as it was given; the sentence says why and what now."""


class OneWidth(argparse.HelpFormatter):
    """Help that is the same in every terminal: it stands in the docs as well."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=90)


def command(commands: Commands, name: str, words: str, run: Run) -> argparse.ArgumentParser:
    """A command with its one line of help; a sentence instead of a traceback where it cannot."""

    def guarded(arguments: argparse.Namespace) -> int:
        try:
            code = run(arguments)
            sys.stdout.flush()  # a reader who has gone is met here, and not at the exit
            return code
        except CannotRun as cannot:
            complain(f"joinedup {name}: {cannot}")
            return CANNOT
        except BrokenPipeError:
            # Whoever read the output has enough; nothing more may be written, not even at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return WELL

    made = commands.add_parser(name, help=words, description=words, formatter_class=OneWidth)
    made.set_defaults(run=guarded)
    return made


def say(text: str = "") -> None:
    """A line on the standard output, at once and as long as it is: programs may read it."""
    sys.stdout.write(f"{plain(text)}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """A line on the standard error."""
    ERR.print(plain(text), style="red", soft_wrap=True)


def plain(text: str) -> str:
    r"""A text without signs that would steer the terminal or turn the direction of reading.

    >>> plain("a\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _CONTROL.sub("\ufffd", text)


def progress(
    steps: Iterable[T], words: str, total: int, size: Callable[[T], int] = lambda _: 1
) -> Iterator[T]:
    """The same steps, with a bar where somebody watches: none where the error output is a file.

    `size`: how far a step goes towards `total`.
    """
    done = 0
    with bar(words) as move:
        move(done, total)
        for step in steps:
            yield step
            done += size(step)
            move(done, total)


@contextmanager
def bar(words: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is moved to so many of so many; none where the error output is a file."""
    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=ERR,
        transient=True,
        disable=not ERR.is_terminal,
    )
    with shown:
        task = shown.add_task(words, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


@contextmanager
def waiting(words: str) -> Iterator[None]:
    """Show that something is being done whose end cannot be told; nothing where nobody watches."""
    if not ERR.is_terminal:
        yield
        return
    with ERR.status(words):
        yield


def add_json(made: argparse.ArgumentParser) -> None:
    """`--json`, for programs."""
    made.add_argument("--json", action="store_true", help="print JSON for a program to read")


def print_json(value: object) -> None:
    """One JSON value on the standard output."""
    sys.stdout.write(json.format(json.encode(value), indent=2).decode() + "\n")


def whole(least: int, most: int) -> Callable[[str], int]:
    """An argument that is a whole number from `least` to `most`, both included."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not allowed; it must be a whole number from {least} to {most}"
            )
        return int(text)

    return parse


def read(path: str) -> bytes:
    """The bytes of a file, or of the standard input for `-`.

    Raises:
        CannotRun: there is no such file, or it cannot be read.
    """
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as fault:
        raise CannotRun(f"{path} cannot be read: {fault.strerror}.") from fault


def write(path: str | Path, body: bytes) -> None:
    """Write a file, or to the standard output for `-`.

    Raises:
        CannotRun: it cannot be written.
    """
    if path == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    try:
        Path(path).write_bytes(body)
    except OSError as fault:
        raise CannotRun(f"{path} cannot be written: {fault.strerror}.") from fault


def shelf(folder: str | None = None) -> Shelf:
    """The rulesets of a folder, or those that come with the game."""
    path = OWN_FOLDER if folder is None else Path(folder)
    if not path.is_dir():
        raise CannotRun(f"{path} is no folder.")
    return load([path])


def ruleset(name: str) -> Ruleset:
    """A ruleset by its id, or by the folder it lies in.

    Raises:
        CannotRun: there is none, or it is broken (with every fault).
    """
    found = shelf(name) if Path(name).is_dir() else shelf()
    if Path(name).is_dir() and len(found.good) == 1 and not found.broken:
        return next(iter(found.good.values()))
    if name in found.good:
        return found.good[name]
    broken = next((one for one in found.broken if one.folder == Path(name).name), None)
    if broken is not None:
        faults = "\n".join(f"  {fault}" for fault in broken.faults)
        raise CannotRun(f"the ruleset {name} has faults:\n{faults}")
    known = ", ".join(sorted(found.good))
    raise CannotRun(f"there is no ruleset {name}. There are: {known}.")


def settings_of(environment: Mapping[str, str]) -> Settings:
    """The settings of this environment.

    Raises:
        CannotRun: with every fault in them.
    """
    try:
        return read_settings(environment)
    except BadSettings as bad:
        raise CannotRun("\n  ".join(("the settings cannot be used:", *bad.faults))) from None
