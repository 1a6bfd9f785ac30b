"""The report of a table: its page, and what the facilitator writes for it."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from msgspec import to_builtins
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.debriefs.readers import Reader
from server.exports.base import Told, told
from server.exports.report import aims, evidence, report
from server.exports.report.words import say
from server.pages.base import Web, flag, get, post, replied
from server.protocol.problems import Problem, not_found
from server.protocol.report import PutSheet
from server.rulesets import LANGUAGE

LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The after-action report of a table."""

    web: Web

    def routes(self) -> Sequence[Route]:
        """The addresses of this page."""
        return [
            get("/report/{table}", self.page),
            get("/api/tables/{table}/sheet", self.sheet),
            post("/api/tables/{table}/sheet", self.put),
            get("/api/tables/{table}/sheet/revisions", self.revisions),
            get("/api/tables/{table}/sheet/revisions/{revision}", self.revision),
        ]

    async def page(self, request: Request) -> Response:
        """The report with chosen eyes."""
        reader = await self.web.staff(request)
        seen = await self._seen(request, reader)
        if not seen.record.entries:
            raise Problem("not_begun", "There is nothing to report: no table was laid.")
        made, offered = await asyncio.to_thread(lambda: (report(seen), evidence(seen)))
        more = {"moments": offered, "aims": aims(seen)}
        data = to_builtins(self._data(reader, seen) | more)
        template = self.web.templates.get_template("report.html")
        return HTMLResponse(template.render(lang=LANGUAGE, data=data, report=made, say=say))

    async def _seen(self, request: Request, reader: Reader) -> Told:
        eyes = request.query_params.get("eyes", "facilitator")
        reader.viewer(eyes)
        return told(
            await self.web.record(reader),
            eyes,
            secrets.token_bytes(16),
            names="names" if flag(request, "names", default=False) else "pseudonyms",
            words=flag(request, "words", default=True),
            model=flag(request, "model", default=True),
            debrief=f"/debrief/{reader.table.id}",
        )

    def _data(self, reader: Reader, seen: Told) -> dict[str, object]:
        table = reader.table.id
        names = {"facilitator": "facilitator", "public": "public"}
        return {
            "page": "report",
            "table": {"id": table, "name": seen.record.name},
            "session": seen.record.title,
            "address": f"/report/{table}",
            "sheet": f"/api/tables/{table}/sheet",
            "exports": f"/api/tables/{table}/exports/",
            "debrief": f"/debrief/{table}",
            "eyes": [
                {"id": one, "name": names.get(one) or seen.agency(one)} for one in reader.eyes
            ],
            "shown": {
                "eyes": seen.viewer.seat or ("facilitator" if seen.staff else "public"),
                "names": seen.names == "names",
                "words": seen.words,
                "model": seen.model,
            },
            "model": seen.record.curve is not None,
            "pdf": find_spec("weasyprint") is not None,
        }

    async def sheet(self, request: Request) -> Response:
        """What was written."""
        reader = await self.web.staff(request)
        return replied(await self.web.desk.reports.sheet(reader))

    async def put(self, request: Request) -> Response:
        """Keep what was written."""
        asked, reader = await self.web.body(request, PutSheet), await self.web.staff(request)
        return replied(await self.web.desk.reports.put(reader, asked))

    async def revisions(self, request: Request) -> Response:
        """Who wrote, and when."""
        reader = await self.web.staff(request)
        return replied(await self.web.desk.reports.revisions(reader))

    async def revision(self, request: Request) -> Response:
        """What was written once."""
        reader = await self.web.staff(request)
        typed = str(request.path_params["revision"])
        if not typed.isdecimal() or len(typed) > LONGEST_NUMBER:
            raise not_found()
        return replied(await self.web.desk.reports.revision(reader, int(typed)))
