"""The files of the pages, as they stand: kept by browsers, but asked for again each time.

They are sent compressed where that helps; pages with secrets never are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from server.pages.base import Web

FOLDER: Final = Path(__file__).parent.parent.parent / "static"
LASTING: Final = ("fonts", "vendor")  # they change with a release only


class Files(StaticFiles):
    """Static files with a word on how long they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with its tag: asked for again, it is answered by `304` alone."""
        answer = await super().get_response(path, scope)
        lasts = Path(path).parts[:1] and Path(path).parts[0] in LASTING
        answer.headers["Cache-Control"] = "public, max-age=604800" if lasts else "no-cache"
        return answer


@dataclass(frozen=True, slots=True)
class StaticPage:
    """The folder `static/`."""

    web: Web

    def routes(self) -> Sequence[BaseRoute]:
        """The folder."""
        return [Mount("/static", GZipMiddleware(Files(directory=FOLDER), minimum_size=500))]
