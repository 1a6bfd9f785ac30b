"""How large the body of a request may be. What is too large is told in the shape of every error."""

from typing import Final

from msgspec import json
from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.protocol.replies import ErrorBody, Failure

TOO_LARGE: Final = 413
SENTENCE: Final = "This is larger than the server takes."
BODY: Final = json.encode(Failure(error=ErrorBody(reason="too_large", sentence=SENTENCE)))
HEADERS: Final = (
    (b"content-type", b"application/json"),
    (b"content-length", str(len(BODY)).encode()),
)


class BodyLimit:
    """Takes so many bytes, but where a route takes more.

    The library refuses a body by the length that is declared, in words of its own and past the
    handlers of errors.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = RequestBodyLimitMiddleware(app, max_body_size=most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        refused = False

        async def told(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and is_library_s(message):
                refused = True
                message = {**message, "headers": list(HEADERS)}
            elif refused and message["type"] == "http.response.body":
                message = {"type": "http.response.body", "body": BODY}
            await send(message)

        await self.app(scope, receive, told if scope["type"] == "http" else send)


def is_library_s(start: Message) -> bool:
    """Whether it begins the library's own refusal; those of handlers are JSON or a page."""
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return start["status"] == TOO_LARGE and kind.startswith("text/plain")
