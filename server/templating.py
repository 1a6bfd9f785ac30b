"""The templates of all pages and files, and what their frame knows of the scripts. No page."""

import re
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final

import jinja2

TEMPLATES: Final = Path(__file__).parent / "templates"
STATIC: Final = Path(__file__).parent.parent / "static"
_NAMED: Final = re.compile(r"\b(?:from|import)\s*\"(\.[^\"]+\.js)\"")


@cache
def environment() -> jinja2.Environment:
    """The templates; a gap in what one is given is a fault, and text is text."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    made.tests["moment"] = is_moment
    made.globals["modules"] = modules
    return made


def is_moment(value: object) -> bool:
    """Whether a cell is a place in the log."""
    return hasattr(value, "version")


@cache
def modules(entry: str) -> tuple[str, ...]:
    """The paths below `static/` of a module and of all that it waits for, in the order of meeting.

    A page names them in its head, so that a browser asks for all at once: else it learns of each
    only when it has read the one before, and the chain is eight modules long. What comes later
    (`import()`) is not among them.
    """
    found: dict[str, None] = {}
    todo = [f"js/{entry}.js"]
    while todo:
        path = todo.pop(0)
        if path in found:
            continue
        found[path] = None
        code = (STATIC / path).read_text(encoding="utf-8")
        todo += [normpath(join(dirname(path), one)) for one in _NAMED.findall(code)]
    return tuple(found)
