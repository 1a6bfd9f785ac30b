"""Join codes: two short words and two digits, easy to say across a room and hard to sweep.

More than 1,700 words twice and 90 numbers make some 270 million codes. With at most a thousand
wrong ones an hour in all (see `rates`), a day of sweeping hits an open one less than once in ten
thousand. No two codes are alike when they are typed without anything between.
"""

import re
import secrets
from pathlib import Path
from typing import Final

WORDS: Final = tuple((Path(__file__).parent / "words.txt").read_text(encoding="ascii").split())
"""Four to six letters, said as they are spelt, none that hurts."""
SHORTEST: Final = 4
LONGEST: Final = 6
MOST_SIGNS: Final = 64
"""As long as anybody types one; the time to read longer ones would grow with their square."""

_CODE = re.compile(r"([a-z]+)[^a-z0-9]*([a-z]+)[^a-z0-9]*([0-9]{2})")
_RUN = re.compile(r"([a-z]{8,12})([0-9]{2})")


def new_code() -> str:
    """A code such as `amber-otter-42`."""
    first, second = secrets.choice(WORDS), secrets.choice(WORDS)
    return f"{first}-{second}-{secrets.randbelow(90) + 10}"


def read_code(typed: str) -> str | None:
    """The code that somebody typed in any case, with spaces, dashes or nothing between.

    None: it cannot be one.

    >>> read_code(" Amber Otter 42 ") == read_code("amberotter42") == "amber-otter-42"
    True
    """
    if len(typed) > MOST_SIGNS:
        return None
    text = typed.strip().lower()
    found = _CODE.fullmatch(text)
    if found and found[1] in WORDS and found[2] in WORDS:
        return "-".join(found.groups())
    together = _RUN.fullmatch(text)
    if together is None:
        return None
    letters, digits = together.groups()
    for cut in range(SHORTEST, LONGEST + 1):
        if letters[:cut] in WORDS and letters[cut:] in WORDS:
            return f"{letters[:cut]}-{letters[cut:]}-{digits}"
    return None
