"""The baseline of the wire: a bare `websockets` server that only broadcasts, without rules or disk.

It answers the same frames as the real server in form: a text to the sender, a text of `size`
bytes to every socket of the room. Run as `python -m tests.bench.bare SIZE`; it prints its port.
"""

import asyncio
import sys
from collections import defaultdict

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

DONE = '{"type":"done","id":"x","version":1}'


async def main(size: int) -> None:
    """Serve until the process is ended."""
    rooms: dict[str, set[ServerConnection]] = defaultdict(set)
    view = '{"type":"view","view":"' + "v" * (size - 25) + '"}'

    async def table(connection: ServerConnection) -> None:
        name = connection.request.path if connection.request is not None else ""
        rooms[name].add(connection)
        async for _ in connection:
            await connection.send(DONE)
            broadcast(rooms[name], view)
        rooms[name].discard(connection)

    async with serve(table, "127.0.0.1", 0, compression=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        sys.stdout.write(f"{port}\n")
        sys.stdout.flush()
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
