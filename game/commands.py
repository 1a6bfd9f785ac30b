"""Every command there is, and how it is read from the wire or a log."""

from typing import Final, TypeAlias

from msgspec import json

from game.controls import AnyControl, AnyFacilitatorCommand
from game.talk import AnySeatCommand

AnyCommand: TypeAlias = AnySeatCommand | AnyControl

SEAT_DECODER: Final[json.Decoder[AnySeatCommand]] = json.Decoder(AnySeatCommand)
FACILITATOR_DECODER: Final[json.Decoder[AnyFacilitatorCommand]] = json.Decoder(
    AnyFacilitatorCommand
)


def decode_seat(raw: bytes | str) -> AnySeatCommand:
    """A seat's command.

    Raises:
        msgspec.ValidationError: it has no form; says what is wrong, and where.
    """
    return SEAT_DECODER.decode(raw)


def decode_control(raw: bytes | str) -> AnyFacilitatorCommand:
    """A facilitator's command.

    Raises:
        msgspec.ValidationError: it has no form; says what is wrong, and where.
    """
    return FACILITATOR_DECODER.decode(raw)
