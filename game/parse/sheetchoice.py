"""The choice of a line of the script, in the columns of a sheet: who chooses, up to three options,
and which of them counts where nobody does.
"""

import re
from typing import Final

from game.choice import Choice, Option
from game.parse.cells import Cells, written_effects
from game.script import MOST_OPTIONS
from game.vocabulary import OptionId

PLACES: Final = range(1, MOST_OPTIONS + 1)
"""The numbers of the options, as their columns are called."""
IDS: Final = ("first", "second", "third")
"""What options are called in the log where a sheet does not say."""
FEWEST: Final = 2
COLUMNS: Final = {
    "choice": "Who chooses, where a card written here poses a choice: `all`, or the id of a seat. "
    "Empty: it poses none.",
    "option_1": "What the first option is called.",
    "effects_1": "What it does; as `effects`.",
    "option_2": "What the second option is called.",
    "effects_2": "What it does.",
    "option_3": "What the third option is called. Empty: there are two.",
    "effects_3": "What it does.",
    "default": "The number of the option that counts where nobody chooses. Empty: 1.",
    "option_ids": "What the options are called in the log, joined by semicolons. Empty: "
    "`first; second; third`.",
}
INSIDE: Final = re.compile(r"choice\.options\[(\d)\]\.(id|effects)(.*)")


def choice_cells(choice: Choice | None, labels: tuple[str, ...]) -> dict[str, str]:
    """A choice, by column; where an option has no name, its id stands for it."""
    cells = dict.fromkeys(COLUMNS, "")
    if choice is None:
        return cells
    ids = [str(one.id) for one in choice.options]
    named = [*labels, *ids[len(labels) :]]
    for number, option, label in zip(PLACES, choice.options, named, strict=False):
        cells |= {f"option_{number}": label, f"effects_{number}": written_effects(option.effects)}
    return cells | {
        "choice": choice.by,
        "default": str(ids.index(choice.default) + 1),
        "option_ids": "" if ids == list(IDS[: len(ids)]) else "; ".join(ids),
    }


def read_choice(cells: Cells) -> tuple[Choice | None, tuple[str, ...]]:
    """The choice of a row, and what its options are called; None: it poses none, or one with a
    fault.
    """
    before = len(cells.faults)
    named = [cells.words(f"option_{number}", "script.1.options.one") for number in PLACES]
    does = [cells.effects(f"effects_{number}") for number in PLACES]
    by, labels = cells.cell("choice"), tuple(filter(None, named))
    if not by:
        if any(cells.cell(column) for column in COLUMNS):
            words = "is empty, though options stand beside it; write `all` or the id of a seat"
            cells.fault("choice", words)
        return None, ()
    for number in PLACES:
        beyond = number > max(FEWEST, len(labels)) and not cells.cell(f"effects_{number}")
        if not named[number - 1] and not beyond:
            cells.fault(f"option_{number}", "is missing; a choice has two options or three")
    ids = cells.listed("option_ids") or list(IDS[: len(labels)])
    if len(ids) != len(labels):
        cells.fault("option_ids", f"are {len(ids)}; the options are {len(labels)}")
    default = cells.number("default") or 1
    if default > len(labels):
        cells.fault("default", f"{default} is the number of no option")
    if len(cells.faults) > before:
        return None, ()
    options = [
        Option(id=OptionId(name), effects=effects) for name, effects in zip(ids, does, strict=False)
    ]
    choice = Choice(by=by, default=options[default - 1].id, options=tuple(options))
    return choice, labels


def column_of(path: str) -> tuple[str, str]:
    """The column of a fault in a choice, and what is left of its path.

    >>> column_of("choice.options[1].effects[0].type"), column_of("choice.by")
    (('effects_2', '[0].type'), ('choice', ''))
    """
    inside = INSIDE.fullmatch(path)
    if inside is None:
        return "choice", ""
    if inside[2] == "id":
        return "option_ids", ""
    return f"effects_{int(inside[1]) + 1}", inside[3]
