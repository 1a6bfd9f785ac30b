"""Reading JSON from strangers: bounded in size, depth and numbers, and never ambiguous.

What does not fit raises `Malformed` with a sentence and the place; nothing is guessed or repaired.
"""

import json
import math
import re
from collections import Counter
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

FRAME_BYTES: Final = 65_536
DEEPEST: Final = 32
LARGEST: Final = 2**53 - 1  # beyond it a browser's numbers are no longer exact

# Strings, and the brackets outside of them. A string that never ends goes to the end: tried again
# from each quotation mark inside it, a frame of 64 KiB would stop the server for half a minute.
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
# JSON can escape what no text here may hold: the sign 0, which PostgreSQL takes in none, and half
# of a sign beyond the first 65536, which is not UTF-8. Most frames have no such escape.
_ESCAPED = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_PLACE = re.compile(r" - at `(?P<place>[^`]*)`$")


class Malformed(Exception):
    """What came in is not what was asked for; `where` is a path such as `$.name`, or empty."""

    def __init__(self, sentence: str, where: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.where = where


def checked(raw: bytes | str) -> object:
    """The value of a JSON text.

    Raises:
        Malformed: it is no JSON in UTF-8, is deeper than 32, has a key twice in one object, the
            sign 0 or half of a sign in a text, or a number that is not finite or beyond 2**53.
    """
    try:
        text = raw if isinstance(raw, str) else raw.decode()
        _check_depth(text)
        value: object = _READER.decode(text)
        if _ESCAPED.search(text):
            _check_texts(value, "$")
    except UnicodeDecodeError:
        raise Malformed("This is not UTF-8.") from None
    except json.JSONDecodeError as fault:
        message = f"This is not JSON: {fault.msg} at sign {fault.pos + 1}."
        raise Malformed(message) from None
    return value


def read(raw: bytes | str, kind: type[T]) -> T:
    """The value of a JSON text of this type; fields that the type does not know are refused.

    Raises:
        Malformed: see `checked`, or the value is not of this type.
    """
    return fitted(checked(raw), kind)


def fitted(value: object, kind: type[T]) -> T:
    """The same for a value that was read already."""
    try:
        return msgspec.convert(value, type=kind)
    except msgspec.ValidationError as fault:
        raise malformed(fault) from None


def malformed(fault: msgspec.ValidationError) -> Malformed:
    """The fault in our words, its place apart."""
    words = str(fault)
    found = _PLACE.search(words)
    place = found["place"] if found else "$"
    sentence = _PLACE.sub("", words).replace("`", "'")
    return Malformed(f"{sentence}.", place)


def _check_depth(text: str) -> None:
    depth = 0
    for found in _MARKS.finditer(text):
        match found[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
        if depth > DEEPEST:
            message = f"This is nested deeper than {DEEPEST}."
            raise Malformed(message)


def _check_texts(value: object, place: str) -> None:
    match value:
        case str() if found := _NO_TEXT.search(value):
            sign = f"U+{ord(found[0]):04X}"
            raise Malformed(f"A text holds {sign}, which no text may hold.", place)
        case dict():
            for key, inner in value.items():
                _check_texts(key, place)
                _check_texts(inner, f"{place}.{key}")
        case list():
            for number, inner in enumerate(value):
                _check_texts(inner, f"{place}[{number}]")
        case _:
            pass


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        message = f"The key {twice[:40]!r} stands twice in one object."
        raise Malformed(message)
    return found


def _whole(digits: str) -> int:
    if len(digits) > len(str(LARGEST)) + 1 or abs(int(digits)) > LARGEST:
        raise Malformed("A number is too large.")
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise Malformed("A number is too large.")
    return number


def _constant(name: str) -> float:
    message = f"{name} is no number that JSON knows."
    raise Malformed(message)


_READER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_constant
)
