"""Our own modules as one script: each in a function of its own, in the order in which they need one
another. No tool chain: it knows the few forms of import and export that these files use, and
refuses any other.
"""

import re
from collections.abc import Mapping
from functools import cache
from posixpath import dirname, join, normpath
from typing import Final

from server.templating import STATIC

_COMMENT: Final = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_IMPORT: Final = re.compile(
    r"^import\s*(?:(?P<whole>\w+)\s*|(?P<names>\{[^}]*\})\s*)from\s*\"(?P<of>[^\"]+)\";\n?",
    re.MULTILINE,
)
_AGAIN: Final = re.compile(
    r"^export\s*(?P<names>\{[^}]*\})\s*from\s*\"(?P<of>[^\"]+)\";\n?", re.MULTILINE
)
_BARE: Final = re.compile(r"^import\s*\"(?P<of>[^\"]+)\";\n?", re.MULTILINE)
_DECLARED: Final = re.compile(
    r"^export\s+(?=(?:async\s+function|function|class|const)\s+(?P<name>\w+))", re.MULTILINE
)
_LISTED: Final = re.compile(r"export\s*(?P<names>\{[^}]*\});?\s*$")
_DEFAULT: Final = re.compile(r"\bexport default (?=function)")
_LEFT: Final = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_PAIR: Final = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?")


class CannotBundle(Exception):
    """A module is written in a way that is not understood here."""


def bundled(entry: str, instead: Mapping[str, str]) -> str:
    """The module at this path below `static/`, with all that it needs.

    `instead`: modules that another one takes the place of, by path.

    Raises:
        CannotBundle: with the module and the reason.
    """
    made: dict[str, str] = {}
    _take(entry, instead, made, ())
    return "\n".join(made.values())


def _take(path: str, instead: Mapping[str, str], made: dict[str, str], by: tuple[str, ...]) -> None:
    if path in by:
        raise CannotBundle(f"{path} needs itself: {', '.join(by)}")
    if path in made:
        return
    code, needs = _read(path)
    for need in needs:
        _take(instead.get(need, need), instead, made, (*by, path))
    number = {name: at for at, name in enumerate(made)}
    for old, new in instead.items():
        if new in number:
            number[old] = number[new]
    made[path] = _wrapped(path, code, number, len(made))


@cache
def _read(path: str) -> tuple[str, tuple[str, ...]]:
    """The code without its comments, and the paths that it imports, in order."""
    code = _COMMENT.sub("", (STATIC / path).read_text(encoding="utf-8"))
    found = [*_IMPORT.finditer(code), *_AGAIN.finditer(code), *_BARE.finditer(code)]
    return code, tuple(dict.fromkeys(_at(path, one["of"]) for one in found))


def _at(path: str, address: str) -> str:
    return normpath(join(dirname(path), address))


def _wrapped(path: str, code: str, number: Mapping[str, int], own: int) -> str:
    given: list[str] = []

    def imported(found: "re.Match[str]") -> str:
        of = f"m{number[_at(path, found['of'])]}"
        if found["whole"]:
            return f"const {found['whole']} = {of}.default;\n"
        pairs = (f"{name}: {known}" for name, known in _pairs(found["names"]))
        return f"const {{ {', '.join(pairs)} }} = {of};\n"

    def passed_on(found: "re.Match[str]") -> str:
        of = f"m{number[_at(path, found['of'])]}"
        given.extend(f"{known}: {of}.{name}" for name, known in _pairs(found["names"]))
        return ""

    def declared(found: "re.Match[str]") -> str:
        given.append(found["name"])
        return ""

    def listed(found: "re.Match[str]") -> str:
        given.extend(f"{known}: {name}" for name, known in _pairs(found["names"]))
        return ""

    code = _AGAIN.sub(passed_on, code)
    code = _BARE.sub("", _IMPORT.sub(imported, code))
    code = _DECLARED.sub(declared, code)
    code = _LISTED.sub(listed, code)
    if _DEFAULT.search(code):
        code = _DEFAULT.sub("const whole = ", code)
        given.append("default: whole")
    if _LEFT.search(code):
        raise CannotBundle(f"{path} imports or exports in a form that is not known here")
    return f"const m{own} = (() => {{\n{code}\nreturn {{ {', '.join(given)} }};\n}})();"


def _pairs(names: str) -> tuple[tuple[str, str], ...]:
    """What stands in braces: each name and what it is called on the other side."""
    return tuple((one[1], one[2] or one[1]) for one in _PAIR.finditer(names))
