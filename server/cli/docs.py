"""`docs`: make the pages that come from the code, or check that they are up to date."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from game.parse.page import format_page
from game.parse.schema import schema_text
from server.cli.base import (
    NOT_WELL,
    WELL,
    CannotRun,
    Commands,
    command,
    complain,
    ruleset,
    say,
    write,
)
from server.cli.exportpage import exports_page
from server.cli.reference import MADE, command_page, reference
from server.protocol.describe import protocol_page, protocol_types
from server.settings.variables import SETTINGS

ROOT: Final = Path(__file__).parent.parent.parent
NO_DEFAULT: Final = "(none)"


def add_to(commands: Commands) -> None:
    """Add the commands of this file."""
    words = "Make the pages that come from the code, or check that they are up to date."
    made = command(commands, "docs", words, partial(make, commands))
    made.add_argument(
        "--check", action="store_true", help="write nothing; name what is not up to date"
    )


def make(commands: Commands, arguments: argparse.Namespace) -> int:
    """Write every page that has changed; with `--check` only name it (exit code 1)."""
    made = {path: page() for path, page in PAGES.items()}
    made["docs/commands.md"] = command_page(commands.choices)
    stale = [path for path, page in made.items() if read(path) != page]
    if not arguments.check:
        for path in stale:
            write(ROOT / path, made[path].encode())
            say(f"wrote {path}")
        return WELL
    for path in stale:
        complain(f"{path} is not up to date: run `make docs`.")
    return NOT_WELL if stale else WELL


def read(path: str) -> str:
    """What stands there now; empty where the page is missing."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise CannotRun(f"{path} cannot be read: {fault.strerror}.") from fault


def settings_page() -> str:
    """Every variable of the environment."""
    lines = [
        "# Settings",
        "",
        MADE,
        "",
        "The server reads these variables of the environment once, at its start. A value that is",
        "not allowed is refused with a sentence, and all such faults are told at once.",
        "",
        "| variable | default | allowed | what it does |",
        "| --- | --- | --- | --- |",
    ]
    for one in SETTINGS:
        default = f"`{one.default}`" if one.default else NO_DEFAULT
        lines.append(f"| `{one.name}` | {default} | {one.allowed} | {one.doc} |")
    return "\n".join(lines) + "\n"


def reference_page() -> str:
    """The reference, in the words of the game as the smallest ruleset has them."""
    return reference(ruleset("tiny").texts["en"])


PAGES: Final[dict[str, Callable[[], str]]] = {
    "docs/settings.md": settings_page,
    "docs/reference.md": reference_page,
    "docs/protocol.md": protocol_page,
    "docs/exports.md": exports_page,
    "static/js/protocol.d.ts": protocol_types,
    "rulesets/README.md": format_page,
    "rulesets/schema.json": schema_text,
}
"""Every page that is made, by its path in the checkout; that of the commands comes from here."""
