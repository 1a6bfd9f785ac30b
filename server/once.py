"""One request a connection, where several workers serve: the next may belong to another of them.

A proxy that keeps connections open would else send it where it does not belong. Plain ASGI.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class OneRequest:
    """Says `Connection: close` to whatever has been read to its end.

    What is refused in the middle of a large body stays open, or its sender would see a broken
    connection in place of the answer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        bodiless = headers.get("content-length", "0") == "0" and "transfer-encoding" not in headers
        read = bodiless

        async def received() -> Message:
            nonlocal read
            message = await receive()
            read = read or not message.get("more_body", False)
            return message

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and read:
                MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        await self.app(scope, received, sent)
