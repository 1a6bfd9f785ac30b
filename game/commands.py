"""Every command there is, and how it is read from the wire or a log."""

from typing import Final, TypeAlias

from msgspec import json

from game.acting import ActFor
from game.controls import FACILITATOR_COMMANDS, AnyControl, AnyFacilitatorCommand
from game.forms import Control
from game.talk import AnySeatCommand

AnyStaffCommand: TypeAlias = AnyFacilitatorCommand | ActFor
AnyCommand: TypeAlias = AnySeatCommand | AnyControl | ActFor

STAFF_COMMANDS: Final[tuple[type[Control], ...]] = (*FACILITATOR_COMMANDS, ActFor)
"""All that a facilitator can ask for: the controls, and a seat's commands done for it."""

SEAT_DECODER: Final[json.Decoder[AnySeatCommand]] = json.Decoder(AnySeatCommand)
STAFF_DECODER: Final[json.Decoder[AnyStaffCommand]] = json.Decoder(AnyStaffCommand)


def decode_seat(raw: bytes | str) -> AnySeatCommand:
    """A seat's command.

    Raises:
        msgspec.ValidationError: it has no form; says what is wrong, and where.
    """
    return SEAT_DECODER.decode(raw)


def decode_control(raw: bytes | str) -> AnyStaffCommand:
    """A facilitator's command.

    Raises:
        msgspec.ValidationError: it has no form; says what is wrong, and where.
    """
    return STAFF_DECODER.decode(raw)
