"""What the keeper and a worker have agreed on: orders at the start, then signs over one channel."""

from typing import Final

from msgspec import Struct

READY: Final = b"r"
"""From the worker: it serves."""
CONNECTION: Final = b"c"
"""To the worker, with a connection."""


class Orders(Struct, frozen=True):
    """What a worker is told when it starts, beside its environment."""

    number: int
    workers: int
    port: int
    """On which the server is reached."""
    secret: bytes
    """What the workers share."""
    channel: int
    """The file of the worker's end; when nobody holds the other one, it stops."""
