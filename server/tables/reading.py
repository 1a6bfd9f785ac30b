"""Commands as they come over the wire, in their one form."""

from collections.abc import Callable
from typing import TypeVar

from msgspec import ValidationError, json

from game.commands import AnyCommand
from server.protocol.strict import Malformed, malformed

C = TypeVar("C", bound=AnyCommand)


def read_command(command: dict[str, object], decode: Callable[[bytes], C]) -> C:
    """A command of whoever may give such ones.

    Raises:
        Malformed: it has no form, or is none of theirs; with the place.
    """
    try:
        return decode(json.encode(command))
    except ValidationError as fault:
        found = malformed(fault)
        raise Malformed(found.sentence, f"$.command{found.where.removeprefix('$')}") from None
