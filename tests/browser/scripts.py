"""Which scripts a page waits for, read from the scripts themselves."""

import re
from pathlib import Path


def scripts(entry: Path) -> set[Path]:
    """A module and everything that it waits for; what comes later (`import()`) is not counted."""
    found, todo = set[Path](), [entry]
    while todo:
        one = todo.pop()
        if one in found:
            continue
        found.add(one)
        named = re.findall(r'(?:from|import)\s*"(\.[^"]+\.js)"', one.read_text(encoding="utf-8"))
        todo += [(one.parent / name).resolve() for name in named]
    return found
