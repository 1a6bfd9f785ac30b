"""`docs/reference.md` and `docs/commands.md`, made from the code and the words of the game."""

import argparse
import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.actions import ACTIONS
from game.commands import STAFF_COMMANDS
from game.controls import CHANCE_COMMANDS, CLOCK_COMMANDS
from game.effects import EFFECTS
from game.events.base import snake
from game.forms import Command
from game.parse.words import TERMS
from game.talk import SEAT_COMMANDS
from game.vocabulary import Reason

MADE: Final = "<!-- Made by `make docs`; edit the code or the words instead. -->"
COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")


def reference(texts: dict[str, str]) -> str:
    """Every term, action, command, effect and reason, in the words that people read."""
    parts = (
        ["# Reference", "", MADE, ""],
        ["What a player can plan, ask for and be refused, and what a card can do. The words are"],
        ["those of `rulesets/words/en.toml`, which the pages show too.", ""],
        actions(texts),
        commands("Commands of a seat", SEAT_COMMANDS),
        commands("Controls of the facilitator", STAFF_COMMANDS),
        commands("What chance and the clock do", (*CHANCE_COMMANDS, *CLOCK_COMMANDS)),
        effects(),
        reasons(texts),
        glossary(texts),
    )
    return "\n".join(line for part in parts for line in part).rstrip() + "\n"


def table(title: str, heads: tuple[str, ...]) -> list[str]:
    """The head of a section with a table."""
    return [f"## {title}", "", f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads)]


def actions(texts: dict[str, str]) -> Iterator[str]:
    """The planned actions, in the order in which a reveal resolves them."""
    yield from table("Actions", ("action", "name", "what it does", "why it may fail"))
    for one in ACTIONS:
        words = [texts[f"actions.{one.kind}.{part}"] for part in ("name", "effect", "risk")]
        yield f"| `{one.kind}` | {' | '.join(words)} |"
    yield ""


def commands(title: str, listed: tuple[type[Command], ...]) -> Iterator[str]:
    """Commands with what they do; their fields stand in the protocol page."""
    yield from table(title, ("command", "what it does", "when"))
    for one in listed:
        does = (one.__doc__ or "").split("\n\n")[0].replace("\n", " ").strip()
        phases = ", ".join(sorted(f"`{phase.value}`" for phase in one.phases))
        yield f"| `{snake(one.__name__)}` | {' '.join(does.split())} | {phases} |"
    yield ""


def effects() -> Iterator[str]:
    """What cards can do."""
    yield from table("Effects of cards", ("effect", "what it does"))
    for one in EFFECTS:
        does = (one.__doc__ or "").split("\n\n")[0]
        yield f"| `{snake(one.__name__)}` | {' '.join(does.split())} |"
    yield ""


def reasons(texts: dict[str, str]) -> Iterator[str]:
    """Why something is refused, or an action fails."""
    yield from table("Reasons", ("reason", "in words"))
    for one in Reason:
        yield f"| `{one.value}` | {texts[f'reasons.{one.value}']} |"
    yield ""


def glossary(texts: dict[str, str]) -> Iterator[str]:
    """The terms of the game."""
    yield from table("Terms of the game", ("term", "name", "in one sentence"))
    for one in TERMS:
        yield f"| `{one}` | {texts[f'terms.{one}.name']} | {texts[f'terms.{one}.text']} |"
    yield ""


def command_page(parsers: Mapping[str, argparse.ArgumentParser]) -> str:
    """Every command with its help, as the terminal prints it."""
    lines = ["# The command line", "", MADE, ""]
    lines += [
        "After `make install` every command runs as `.venv/bin/joinedup COMMAND`. Each says",
        "with `--help` what it takes. Exit codes: 0 well; 1 what was looked at is not well; 2 it",
        "cannot be done as it was asked, and a sentence says why; 130 stopped by Ctrl-C.",
        "",
    ]
    lines += ["| command | what it does |", "| --- | --- |"]
    lines += [f"| `{name}` | {made.description} |" for name, made in parsers.items()]
    for name, made in parsers.items():
        shown = COLOUR.sub("", made.format_help()).strip()
        lines += ["", f"## `joinedup {name}`", "", "```", shown, "```"]
    return "\n".join(lines) + "\n"
