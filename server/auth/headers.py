"""What every answer carries so that a page can do only what it must. Plain ASGI, no routes."""

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; "
    "connect-src {connect}; "
    "script-src 'self'; "
    "style-src 'self'; "
    "font-src 'self'; "
    "img-src 'self' data:; "
    "manifest-src 'self'; "
    "worker-src 'none'; "
    "form-action 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; "
    "trusted-types 'none'; "
)
GUARDS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
PIECES: Final = ("text/javascript", "text/css", "font/woff2")
"""Kinds of files that a page fetches and that are never a document.

Of the guards browsers heed on them only `GUARDS_OF_PIECES`: what a script may do, the policy of its
page says, and opened by itself it is shown as text. (A worker would be an exception; the policy
allows none.) A page fetches some eighty of them, and what they need not carry is a sixth of its
bytes. Sources: CSP Level 3 and HTML (content, permissions, framing and opener policies are those of
a document or worker), Fetch (nosniff and resource policy are asked of every answer).
"""
NOT_MODIFIED: Final = 304
GUARDS_OF_PIECES: Final = {
    name: GUARDS[name]
    for name in ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy")
}
# Browsers heed this one under TLS only, and elsewhere complain of it in the console.
GUARDS_UNDER_TLS: Final = {"Cross-Origin-Opener-Policy": "same-origin"}


# A name or an address with its port: nothing in which another directive could hide.
_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


def policy(host: str, scheme: str) -> str:
    """What a page of this host may do.

    To the browsers of today 'self' holds the socket, too; to Safari before 15.4 it does not, so the
    socket's own origin is named. `host` comes from the request and may be anything.

    >>> policy("room.local:8000", "http").partition(";")[2].partition(";")[0]
    " connect-src 'self' ws://room.local:8000"
    >>> policy("x; script-src *", "http").partition(";")[2].partition(";")[0]
    " connect-src 'self'"
    """
    socket = "wss" if scheme == "https" else "ws"
    own = f" {socket}://{host}" if _HOST.fullmatch(host) else ""
    return POLICY.format(connect=f"'self'{own}")


class GuardHeaders:
    """Adds its guards to every answer; what may be kept says so itself, all else is not kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        scheme = str(scope.get("scheme", ""))
        host = Headers(scope=scope).get("host", "") if scope["type"] == "http" else ""
        guards = GUARDS | (GUARDS_UNDER_TLS if scheme == "https" else {})
        guards["Content-Security-Policy"] = policy(host, scheme)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_piece = headers.get("content-type", "").partition(";")[0] in PIECES
                # What says "as you have it" changes of what is kept only what it names (RFC 9111,
                # 3.2), and it is mostly asked about pieces.
                is_short = is_piece or message["status"] == NOT_MODIFIED
                for name, value in (GUARDS_OF_PIECES if is_short else guards).items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)
