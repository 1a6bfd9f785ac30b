"""What to check, in order, when phones cannot connect. Nothing of any session stands here."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.pages.base import Web, get


@dataclass(frozen=True, slots=True)
class PhonesPage:
    """A page of help; it needs no script."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The address of this page."""
        return [get("/help/phones", self.page)]

    async def page(self, _request: Request) -> Response:
        """The page, with the addresses of this server."""
        return self.web.page(
            "phones.html", {"page": "phones", "addresses": self.web.desk.addresses}
        )
