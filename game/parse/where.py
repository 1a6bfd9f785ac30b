"""On which line of a file of TOML a value stands. Judges nothing.

Of what is no TOML it may say anything, but it ends.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

TOKEN: Final = re.compile(
    r"""(?P<blank>[ \t\r]+|\#[^\n]*)
    |(?P<end>\n)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<sign>[\[\]{}=,.])
    |(?P<bare>[^\s\[\]{}=,."'\#]+)
    |(?P<odd>.)""",
    re.DOTALL | re.VERBOSE,
)
OUTER: Final = re.compile(r"(?:\.[^.\[\]]+|\[\d+\]|^[^.\[\]]+)$")
"""The last part of a path."""


class Token(NamedTuple):
    """A piece of the file and its line, counted from 1."""

    kind: str
    text: str
    line: int


def line_of(text: str, path: str) -> int | None:
    r"""The line of a path such as `seats[1].colour`, or of what it should stand in; or None.

    >>> line_of("format = 1\n[[seats]]\nid = 'town'\n", "seats[0].id")
    3
    >>> line_of("format = 1\n[[seats]]\nid = 'town'\n", "seats[0].colour")
    2
    """
    try:
        lines = Lines(text).found
    except RecursionError:
        return None
    while path:
        if path in lines:
            return lines[path]
        path = OUTER.sub("", path)
    return None


class Lines:
    """The line of every key and of every item of a list, by its path."""

    def __init__(self, text: str) -> None:
        self.found: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._tokens = tokens(text)
        self._now = next(self._tokens)
        under = ""
        while self._now.kind != "over":
            if self._now.kind == "end":
                self._step()
            elif self._now.text == "[":
                under = self._part()
            else:
                self._pair(under)

    def _step(self) -> Token:
        was, self._now = self._now, next(self._tokens, Token("over", "", 0))
        return was

    def _part(self) -> str:
        """`[a part]`, or `[[one of a list]]`; the path of what follows."""
        line = self._step().line
        many = self._now.text == "["
        if many:
            self._step()
        names = self._names()
        while self._now.kind not in {"end", "over"}:
            self._step()
        path = ""
        for at, name in enumerate(names):
            path = f"{path}.{name}" if path else name
            if many and at == len(names) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                self.found.setdefault(path, line)
                path = f"{path}[{self._counts[path]}]"
            self.found.setdefault(path, line)
        return path

    def _pair(self, under: str) -> None:
        """`name = value`."""
        line = self._now.line
        path = under
        for name in self._names():
            path = f"{path}.{name}" if path else name
            self.found.setdefault(path, line)
        self._step()
        self._value(path)

    def _names(self) -> list[str]:
        """A name, or several with points between them."""
        names: list[str] = []
        while self._now.kind in {"bare", "text"} or self._now.text == ".":
            token = self._step()
            if token.text != ".":
                names.append(token.text.strip("\"'"))
        return names

    def _value(self, path: str) -> None:
        """What stands after `=` or in a list."""
        if self._now.text == "[":
            self._step()
            self._items(path)
        elif self._now.text == "{":
            self._step()
            self._table(path)
        else:
            self._plain()

    def _plain(self) -> None:
        """A text, a number, true or false."""
        while self._now.kind not in {"end", "over"} and self._now.text not in {",", "]", "}"}:
            self._step()

    def _items(self, path: str) -> None:
        number = 0
        while self._now.text != "]" and self._now.kind != "over":
            if self._now.kind == "end" or self._now.text == ",":
                self._step()
                continue
            before = self._now
            self.found[f"{path}[{number}]"] = before.line
            self._value(f"{path}[{number}]")
            number += 1
            if self._now is before:  # a bracket that does not belong here: this is no TOML
                self._step()
        self._step()

    def _table(self, path: str) -> None:
        while self._now.text != "}" and self._now.kind != "over":
            if self._now.kind == "end" or self._now.text == ",":
                self._step()
            else:
                self._pair(path)
        self._step()


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a file without blanks and comments, and one at its end."""
    line = 1
    for match in TOKEN.finditer(text):
        if match.lastgroup != "blank":
            yield Token(str(match.lastgroup), match[0], line)
        line += match[0].count("\n")
    yield Token("over", "", line)
