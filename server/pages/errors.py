"""Everything that goes wrong in a request, told in one shape: JSON for programs, a page for people.

No traceback, no path and no secret goes out; what nobody foresaw is in the server's log.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from server.auth.headers import GUARDS
from server.desk import UNREADY
from server.exports.log import Damaged
from server.homes import Elsewhere
from server.limit import SENTENCE
from server.pages.base import Web, replied
from server.protocol.problems import Problem, storage
from server.protocol.replies import ErrorBody, Failure
from server.protocol.strict import Malformed

logger = logging.getLogger("server.pages")
Handler = Callable[[Request, Exception], Awaitable[Response]]

NOWHERE: Final = "This address leads nowhere. It may be mistyped, or what stood here is gone."
SENTENCES: Final[Mapping[int, tuple[str, str]]] = {
    404: ("not_found", "There is nothing here."),
    405: ("wrong_method", "This address cannot be asked in this way."),
    413: ("too_large", SENTENCE),
    500: ("failed", "The server failed on this. It has been noted; try again."),
}
TITLES: Final[Mapping[int, str]] = {
    400: "That was not understood",
    401: "This needs a pass",
    403: "This is not open to you",
    404: "There is nothing here",
    409: "Not now",
    410: "This is over",
    429: "Too many tries",
    500: "The server failed",
    503: "Not just now",
}


@dataclass(frozen=True, slots=True)
class Errors:
    """Answers to what is raised in a request."""

    web: Web

    def handlers(self) -> dict[type[Exception] | int, Handler]:
        """By what was raised."""
        found: dict[type[Exception] | int, Handler] = {
            Problem: self.problem,
            Elsewhere: self.elsewhere,
            Malformed: self.malformed,
            Damaged: self.damaged,
            HTTPException: self.http,
            ClientDisconnect: self.gone,
            Exception: self.unforeseen,
        }
        return found | dict.fromkeys(UNREADY, self.unready)

    async def problem(self, request: Request, fault: Exception) -> Response:
        """What the server declines."""
        if not isinstance(fault, Problem):
            raise fault
        body = ErrorBody(reason=fault.reason, sentence=fault.sentence, retry_s=fault.retry_s)
        answer = self._told(request, fault.status, body)
        if fault.retry_s:
            answer.headers["Retry-After"] = str(fault.retry_s)
        return answer

    async def elsewhere(self, request: Request, fault: Exception) -> Response:
        """The way to the worker where it is; a new connection takes it."""
        if not isinstance(fault, Elsewhere):
            raise fault
        async for _ in request.stream():
            pass  # what is left of the body must not stand where an answer is waited for
        path, query = request.scope["raw_path"].decode("latin-1"), request.url.query
        return RedirectResponse(fault.address(path, query), 307)

    async def malformed(self, request: Request, fault: Exception) -> Response:
        """What cannot be read."""
        if not isinstance(fault, Malformed):
            raise fault
        body = ErrorBody(reason="malformed", sentence=fault.sentence, where=fault.where)
        return self._told(request, 400, body)

    async def damaged(self, request: Request, fault: Exception) -> Response:
        """A file that cannot be taken in."""
        if not isinstance(fault, Damaged):
            raise fault
        first = fault.faults[0]
        sentence = f"This file cannot be read; line {first.line}: {first.sentence}"
        body = ErrorBody(reason="damaged", sentence=sentence, faults=fault.faults)
        return self._told(request, 400, body)

    async def unready(self, request: Request, fault: Exception) -> Response:
        """What passes by itself."""
        return await self.problem(request, storage(str(fault)))

    async def http(self, request: Request, fault: Exception) -> Response:
        """What the routes decline."""
        status = fault.status_code if isinstance(fault, HTTPException) else 500
        phrase = HTTPStatus(status).phrase
        reason, sentence = SENTENCES.get(status, (phrase.lower().replace(" ", "_"), f"{phrase}."))
        answer = self._told(request, status, ErrorBody(reason=reason, sentence=sentence))
        if isinstance(fault, HTTPException):
            answer.headers.update(fault.headers or {})
        return answer

    async def gone(self, _request: Request, _fault: Exception) -> Response:
        """Whoever went in the middle of a body: nobody is there to be told."""
        return Response(status_code=HTTPStatus.BAD_REQUEST)

    async def unforeseen(self, request: Request, fault: Exception) -> Response:
        """What nobody foresaw; the server logs it with its traceback by itself."""
        answer = await self.http(request, fault)
        answer.headers.update(GUARDS)  # this one goes out past the middleware
        return answer

    def _told(self, request: Request, status: int, body: ErrorBody) -> Response:
        if wants_page(request):
            title = TITLES.get(status, HTTPStatus(status).phrase)
            sentence = NOWHERE if body.reason == "not_found" else body.sentence
            return self.web.page("error.html", {"title": title, "sentence": sentence}, status)
        return replied(Failure(error=body), status)


def wants_page(request: Request) -> bool:
    """Whether somebody looks at it in a browser."""
    is_api = request.url.path.startswith(("/api/", "/board/", "/health"))
    return request.method == "GET" and not is_api
