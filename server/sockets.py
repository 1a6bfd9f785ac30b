"""The socket: who comes, whether they may, and to which role their pass leads."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.responses import PlainTextResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from server.auth.origins import is_ours
from server.auth.passes import Holder
from server.desk import UNREADY, Desk
from server.device import GONE, MALFORMED, Connection, Cut
from server.homes import HOME, Elsewhere
from server.protocol.frames import Hello, inbound
from server.protocol.problems import Problem
from server.protocol.strict import Malformed
from server.roles.rights import Role
from server.sessions.grants import Grant

HELLO_S: Final = 5
MOST_SOCKETS: Final = 10_000
MOST_OF_ONE: Final = 2_000  # from one address: a whole conference may sit behind one router
TRY_AGAIN: Final = 1011
NO_PASS: Final = 4401
ELSEWHERE: Final = 4307
NO_HELLO: Final = 4408


@dataclass(frozen=True, slots=True)
class Sockets:
    """The routes of the socket."""

    desk: Desk

    def routes(self) -> list[WebSocketRoute]:
        """One for each kind of page, and one for programs."""
        return [
            WebSocketRoute("/socket", self.program),
            WebSocketRoute("/socket/player/{of}", self.player),
            WebSocketRoute("/socket/facilitator/{of}", self.facilitator),
            WebSocketRoute("/socket/shoulder/{of}/{table}/{look}", self.shoulder),
            WebSocketRoute("/socket/evaluator/{of}", self.evaluator),
            WebSocketRoute("/socket/screen/{of}", self.screen),
            WebSocketRoute("/socket/screen/{of}/{table}", self.screen),
        ]

    async def program(self, socket: WebSocket) -> None:
        """A program, which says its pass first."""

        async def find() -> Role:
            secret = await self._hello(socket)
            grant = await self.desk.lobby.grant(secret)
            if grant is not None:
                self.desk.lobby.homes.check(grant.session_id)
            return self.desk.role(grant)

        await self._serve(socket, find)

    async def player(self, socket: WebSocket) -> None:
        """A person's page."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.person(await self._grant(socket, ("person", of)), of)

        await self._serve(socket, find)

    async def facilitator(self, socket: WebSocket) -> None:
        """The console of a session."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.facilitator(await self._grant(socket, ("facilitator", of)), of)

        await self._serve(socket, find)

    async def shoulder(self, socket: WebSocket) -> None:
        """A facilitator who looks at the page of a seat."""
        of, table, look = (str(socket.path_params[one]) for one in ("of", "table", "look"))

        async def find() -> Role:
            grant = await self._grant(socket, ("facilitator", of))
            return await self.desk.shoulder(grant, of, table, look)

        await self._serve(socket, find)

    async def evaluator(self, socket: WebSocket) -> None:
        """An evaluator's page."""
        of = str(socket.path_params["of"])

        async def find() -> Role:
            return self.desk.evaluator(await self._grant(socket, ("evaluator", of)), of)

        await self._serve(socket, find)

    async def screen(self, socket: WebSocket) -> None:
        """A room display."""
        of, table = str(socket.path_params["of"]), socket.path_params.get("table")

        async def find() -> Role:
            grant = await self._grant(socket, ("screen", of), ("facilitator", of))
            return self.desk.screen(grant, of, None if table is None else str(table))

        await self._serve(socket, find)

    async def _grant(self, socket: WebSocket, *holders: tuple[Holder, str]) -> Grant | None:
        said = socket.headers.get("authorization")
        return await self.desk.grant(socket.cookies, said, *holders)

    async def _hello(self, socket: WebSocket) -> str:
        try:
            async with asyncio.timeout(HELLO_S):
                frame = inbound(await socket.receive_text())
        except TimeoutError:
            raise Cut(NO_HELLO, "No pass came within five seconds.") from None
        except (WebSocketDisconnect, KeyError):
            raise Cut(GONE, "") from None
        except Malformed as fault:
            raise Cut(MALFORMED, fault.sentence[:100]) from None
        if not isinstance(frame, Hello):
            raise Cut(NO_PASS, "The first frame holds the pass.")
        return frame.pass_

    async def _serve(self, socket: WebSocket, find: Callable[[], Awaitable[Role]]) -> None:
        refusal = self._refusal(socket)
        if refusal is not None:
            await socket.send_denial_response(refusal)
            return
        address = socket.client.host if socket.client else ""
        devices = self.desk.devices
        devices[address] = devices.get(address, 0) + 1
        self.desk.sockets += 1
        try:
            await socket.accept()
            await self._lived(socket, find)
        finally:
            self.desk.sockets -= 1
            devices[address] -= 1
            if not devices[address]:
                del devices[address]

    def _refusal(self, socket: WebSocket) -> PlainTextResponse | None:
        if not is_ours(socket.headers, socket.url.scheme, self.desk.allowed_origins):
            return PlainTextResponse("This page may not open a socket here.", 403)
        address = socket.client.host if socket.client else ""
        if self.desk.sockets >= MOST_SOCKETS or self.desk.devices.get(address, 0) >= MOST_OF_ONE:
            return PlainTextResponse("Too many connections; try again later.", 503)
        return None

    async def _lived(self, socket: WebSocket, find: Callable[[], Awaitable[Role]]) -> None:
        connection = Connection(socket, self.desk)
        try:
            role = await find()
            await connection.live(role)
        except Problem as problem:
            await connection.close(Cut(NO_PASS, problem.sentence))
        except Elsewhere as other:
            await connection.close(Cut(ELSEWHERE, f"{HOME}={other.signs}"))
        except UNREADY as fault:
            await connection.close(Cut(TRY_AGAIN, str(fault)))
        except Cut as cut:
            await connection.close(cut)
