"""Names and titles that people type: one form, one line, nothing that hides or turns around.

A fault raises `Malformed` with one sentence. Texts of the game (messages, notes) are bounded by
their commands; here only what the server itself keeps.
"""

import unicodedata
from typing import Final

from server.protocol.strict import Malformed

NAME_SIGNS: Final = 32
TITLE_SIGNS: Final = 80
MARKS: Final = 4

# Letters that show as nothing: a name made of them looks like no name at all.
_BLANK = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINER = "\u200d"  # holds an emoji together; alone it would be invisible


def name(typed: str) -> str:
    """A person's name in NFKC, spaces evened out.

    Raises:
        Malformed: it is empty or too long, or has a control or direction sign.
    """
    return _line(typed, "The name", NAME_SIGNS, "$.name")


def title(typed: str) -> str:
    """The title of a session or table; otherwise as `name`."""
    return _line(typed, "The title", TITLE_SIGNS, "$.title")


def said(typed: str) -> str:
    """What somebody wrote, over several lines, without signs that cannot be shown; may be empty."""
    text = unicodedata.normalize("NFC", typed.replace("\r\n", "\n"))
    kept = (
        sign if sign in {"\n", _JOINER} or unicodedata.category(sign) not in _UNSEEN else " "
        for sign in text
    )
    return "".join(kept).strip()


def _line(typed: str, what: str, most: int, where: str) -> str:
    # NFKC may make one sign into eighteen: what is too long by far is not even tried.
    if len(typed) > most * 4:
        raise _too_long(what, most, where)
    text = " ".join(unicodedata.normalize("NFKC", typed).split())
    if not any(_visible(sign) for sign in text):
        message = f"{what} is empty."
        raise Malformed(message, where)
    if len(text) > most:
        raise _too_long(what, most, where)
    for sign in text:
        if unicodedata.category(sign) in _UNSEEN:
            if sign == _JOINER:
                continue
            message = f"{what} has a sign that cannot be shown (U+{ord(sign):04X})."
            raise Malformed(message, where)
    if any(_marks(text, start) for start in range(len(text))):
        message = f"{what} has too many marks on one letter."
        raise Malformed(message, where)
    return text


def _visible(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANK


def _marks(text: str, start: int) -> bool:
    """Many marks in a row grow out of their line and over other people's."""
    piled = text[start : start + MARKS]
    return len(piled) == MARKS and all(unicodedata.category(sign) in {"Mn", "Me"} for sign in piled)


def _too_long(what: str, most: int, where: str) -> Malformed:
    return Malformed(f"{what} is longer than {most} signs.", where)
