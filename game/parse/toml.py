"""TOML into a table; where a file is none, every line that is wrong, in plain words.

Nothing is known here of what a ruleset holds.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Final, TypeAlias

from game.parse.faults import LONGEST_VALUE, Fault, Place

Tree: TypeAlias = dict[str, object]

MOST: Final = 20  # wrong lines of one file that are told
AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
ALONE: Final = re.compile(r"\s*[\w.\"'-]+\s*=")
"""A line that may be left out to read on: it begins with a key."""

LOCAL: Final = (
    ("illegal character '\\n'", "has a text without its closing quote"),
    ("unescaped '\\'", "has a backslash in a text; write two for one"),
    ("expected '=' after a key", "has no = after its first word"),
    ("expected newline or end", 'has more after its value; a quote in a text is \\"; 0.5, not 0,5'),
    ("invalid value", 'has no value after =; a text stands in straight quotes, as "so"'),
    ("cannot overwrite a value", "gives a value a second time"),
)  # fmt: skip
"""What is wrong with one line, by the beginning of what the reader of TOML says."""
WIDE: Final = (
    ("cannot declare", "begins a part that stands in the file already"),
    ("invalid statement", "is neither a [part] nor: name = value"),
    ("unclosed array", "lacks a comma or ] for a list that begins here or above"),
    ("unclosed inline table", "lacks a comma or } for a { here or above"),
    ("expected ']", "begins a part whose name is not closed; as [this], or [[this]] in a list"),
    ("unterminated string", "has a text without its closing quotes"),
    ("expected '\"\"\"'", "has a text without its closing quotes"),
)  # fmt: skip
"""The same where more than one line may be meant: nothing below it can be read."""


def read_toml(files: Mapping[str, str], file: str) -> tuple[Tree | None, list[Fault]]:
    """One file as a table; None where it is missing or no TOML."""
    if file not in files:
        return None, [Place(file).fault("is missing")]
    # With a line after the last one, what is missing at the end has a line too.
    lines = [*files[file].replace("\r\n", "\n").split("\n"), ""]
    faults: list[Fault] = []
    while len(faults) < MOST:
        try:
            tree = tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as wrong:
            fault, alone = explained(str(wrong), lines, file)
            faults.append(fault)
            if alone is None:
                break
            lines[alone] = ""
        except RecursionError:
            return None, [*faults, Place(file).fault("is nested too deeply")]
        except ValueError:  # Python reads no number of more than some thousand digits
            return None, [*faults, Place(file).fault("has a number that is too long")]
        else:
            return (None if faults else tree), faults
    return None, faults


def explained(wrong: str, lines: list[str], file: str) -> tuple[Fault, int | None]:
    """A fault in plain words, and the line that may be left out to read on; None: nothing may."""
    found = AT.search(wrong)
    words = wrong[: found.start()].lower() if found else wrong.lower()
    if found is None or found[1] is None:
        why = next((meant for said, meant in (*WIDE, *LOCAL) if words.startswith(said)), words)
        return Place(file, "last line").fault(f"is no TOML: {why}"), None
    at = int(found[1]) - 1
    line = lines[at] if at < len(lines) else ""
    place = Place(file, f"line {at + 1}")
    for said, meant in LOCAL:
        if words.startswith(said):
            balanced = line.count("[") == line.count("]") and line.count("{") == line.count("}")
            return told(place, line, meant), at if balanced and ALONE.match(line) else None
    otherwise = next((meant for said, meant in WIDE if words.startswith(said)), None)
    return told(place, line, otherwise or f"is not TOML at sign {found[2]}: {words}"), None


def told(place: Place, line: str, why: str) -> Fault:
    """A fault of a line, the line as it stands in the file."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in line.strip())
    short = plain if len(plain) <= LONGEST_VALUE else f"{plain[: LONGEST_VALUE - 3]}..."
    return Fault(place.file, place.path, f"'{short}'" if short else "", why)
