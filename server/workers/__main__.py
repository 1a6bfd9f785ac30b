"""One worker: `python -m server.workers`, as the keeper starts it, with orders to read."""

import asyncio
import os
import socket
import sys

import uvicorn
from msgspec import json

from server.app import CANNOT, CannotServe, Start, loop_factory, run, speak
from server.desk import Desk
from server.draining import DrainingServer
from server.homes import Homes
from server.settings import read_settings
from server.workers.handed import HandedServer
from server.workers.orders import Orders


def main() -> int:
    """Serve what is at home here until the door lets go; the exit code."""
    said = sys.stdin.buffer.read()
    if not said:
        return 0  # it was not needed
    orders = json.decode(said, type=Orders)
    settings = read_settings(os.environ)
    speak(settings, f"worker {orders.number}: ")
    homes = Homes(orders.number, orders.workers)
    start = Start(settings, orders.port, None, homes=homes, secret=orders.secret)
    channel = socket.socket(fileno=orders.channel)

    def made(config: uvicorn.Config, desk: Desk) -> DrainingServer:
        return HandedServer(config, desk, channel)

    try:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(run(start, made))
    except CannotServe as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - the terminal is where this is read
        return CANNOT
    return 0


if __name__ == "__main__":
    sys.exit(main())
