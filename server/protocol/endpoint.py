"""What is told of one address that is asked by JSON."""

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct

Who = Literal[
    "anybody", "that person", "key holder", "facilitator", "screen", "reader", "evaluator"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One address; `takes` and `gives` are None where there is no JSON."""

    method: Literal["GET", "POST"]
    path: str
    who: Who
    words: str
    takes: type[Struct] | None = None
    gives: tuple[type[Struct], ...] = ()
