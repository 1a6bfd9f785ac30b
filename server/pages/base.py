"""What pages have in common: reading bodies, knowing who asks, answering. No page of its own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import jinja2
from msgspec import json, structs, to_builtins
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.auth.origins import is_ours
from server.auth.passes import MONTH_S, Holder, carried, cookie_name, is_secure, opened
from server.debriefs.modelled import modelled
from server.debriefs.readers import Reader
from server.debriefs.record import Record
from server.desk import Desk
from server.homes import LET
from server.protocol.problems import Problem, not_found, not_yours
from server.protocol.replies import Reply
from server.protocol.strict import Malformed, read
from server.roles.rights import FacilitatorRole, PersonRole
from server.sessions.grants import Grant
from server.sessions.tries import Asker

T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Web:
    """What a page is given."""

    desk: Desk
    templates: jinja2.Environment

    # --- who asks

    async def grant(self, request: Request, *holders: tuple[Holder, str]) -> Grant | None:
        """What the first good pass of these opens; a bearer's pass stands for any of them.

        Raises:
            Elsewhere: it opens what lives in another worker.
        """
        said = request.headers.get("authorization")
        return await self.desk.grant(request.cookies, said, *holders)

    async def facilitator(self, request: Request) -> FacilitatorRole:
        """Who leads the session of this address."""
        of = str(request.path_params["session"])
        return self.desk.facilitator(await self.grant(request, ("facilitator", of)), of)

    async def person(self, request: Request) -> PersonRole:
        """Whose address this is."""
        of = str(request.path_params["person"])
        return self.desk.person(await self.grant(request, ("person", of)), of)

    async def reader(self, request: Request) -> Reader:
        """Who asks to read the table of this address, if they may."""
        table = str(request.path_params["table"])
        session, _ = await self.desk.lobby.table(table)
        grant = await self.grant(request, ("facilitator", session.id))
        if grant is None:
            grant = await self._person_grant(request, session.id)
        if grant is None:
            grant = await self.grant(request, ("evaluator", session.id), ("screen", session.id))
        return await self.desk.debrief.reader(grant, table)

    async def staff(self, request: Request) -> Reader:
        """Who may read everything of this table: its facilitator, or who took it in."""
        reader = await self.reader(request)
        if not reader.is_staff:
            raise not_yours()
        return reader

    async def record(self, reader: Reader) -> Record:
        """All that was collected at the table of a reader, with what the model made of it."""
        found = await self.desk.debrief.record(reader)
        curve = await self.desk.curves.look(reader.table.id, found.entries)
        return await modelled(found, curve, self.desk.alternatives)

    async def _person_grant(self, request: Request, session: str) -> Grant | None:
        for secret in opened(request.cookies, "person").values():
            grant = await self.desk.lobby.grant(secret)
            if grant is not None and grant.session_id == session:
                return grant
        return None

    async def may_create(self, request: Request) -> bool:
        """Whether a facilitator key is carried."""
        secret = carried(request.cookies, request.headers.get("authorization"), "key", "")
        return await self.desk.keys.is_good(secret)

    def asker(self, request: Request) -> Asker:
        """From where somebody asks, and what lets them pass."""
        address = request.client.host if request.client else ""
        return Asker(address, request.query_params.get(LET, ""))

    # --- what is asked

    async def body(self, request: Request, kind: type[T]) -> T:
        """The body of a changing request, from a page of ours.

        Raises:
            Problem: it comes from elsewhere, or is no JSON by its type.
            Malformed: it is not of this kind.
        """
        self.check_origin(request)
        if self.desk.draining:
            raise Problem("restarting", "The server restarts; try again in a moment.", 2)
        sort = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sort != "application/json":
            raise Problem("not_json", "Send JSON, with Content-Type: application/json.")
        return read(await request.body(), kind)

    def check_origin(self, request: Request) -> None:
        """Refuse what another site's page sends."""
        if not is_ours(request.headers, request.url.scheme, self.desk.allowed_origins):
            raise Problem("wrong_origin", "This comes from a page that is not ours.")

    # --- answers

    def page(self, template: str, data: object, status: int = 200) -> HTMLResponse:
        """A page with its data for the module."""
        made = self.templates.get_template(template)
        return HTMLResponse(made.render(lang="en", data=to_builtins(data)), status)

    def keep(
        self, request: Request, answer: Response, name: tuple[Holder, str], secret: str
    ) -> None:
        """Let the browser keep a pass."""
        secure = is_secure(self.desk.secure_cookies, request.url.scheme)
        answer.set_cookie(
            cookie_name(*name, secure=secure),
            secret,
            max_age=MONTH_S,
            path="/",
            secure=secure,
            httponly=True,
            samesite="lax",
        )

    def handed(
        self, request: Request, made: Reply, name: tuple[Holder, str], secret: str, *, bearer: bool
    ) -> Response:
        """What was made, with its pass: in the answer for a program, else in a cookie."""
        if bearer:
            return replied(structs.replace(made, pass_=secret))
        answer = replied(made)
        self.keep(request, answer, name, secret)
        return answer

    def drop(self, request: Request, answer: Response, name: tuple[Holder, str]) -> None:
        """Let the browser forget a pass."""
        secure = is_secure(self.desk.secure_cookies, request.url.scheme)
        answer.delete_cookie(
            cookie_name(*name, secure=secure),
            path="/",
            secure=secure,
            httponly=True,
            samesite="lax",
        )


def replied(value: object, status: int = 200) -> Response:
    """JSON."""
    return Response(json.encode(value), status, media_type="application/json")


def flag(request: Request, name: str, *, default: bool) -> bool:
    """A yes or no of the address.

    Raises:
        Malformed: it is neither.
    """
    said = request.query_params.get(name, "yes" if default else "no")
    if said not in {"yes", "no"}:
        raise Malformed(f"Say {name}=yes or {name}=no.", name)
    return said == "yes"


def get(path: str, handler: Handler) -> Route:
    """A route that changes nothing."""
    return Route(path, _of_something(handler), methods=["GET"])


def post(path: str, handler: Handler, *, most: int | None = None) -> Route:
    """A route that changes something; `most` bytes of body instead of the usual 64 KiB."""
    return Route(path, _of_something(handler), methods=["POST"], max_body_size=most)


def _of_something(handler: Handler) -> Handler:
    """The same where the address can be of something: no id holds the sign 0, and PostgreSQL would
    rather fail than look for one.
    """

    async def handle(request: Request) -> Response:
        if "\0" in request.scope["path"]:
            raise not_found()
        return await handler(request)

    return handle
