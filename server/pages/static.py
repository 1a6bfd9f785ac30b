"""The files of the pages, as they stand: kept by browsers, but asked for again each time.

They are sent compressed where that helps; pages with secrets never are. Each is compressed once: a
class that comes in at the same time asks for some fifty files a head.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gzip import compress
from mimetypes import guess_type
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from server.pages.base import Web
from server.templating import STATIC

LASTING: Final = ("fonts", "vendor")  # they change with a release only
SMALL: Final = 500  # bytes: below it packing saves nothing
WORDS: Final = ("text/", "application/javascript", "application/json", "image/svg+xml")
"""Kinds of files that pack well; fonts are packed already."""


class Files(StaticFiles):
    """Static files with a word on how long they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with its tag: asked for again, it is answered by `304` alone."""
        answer = await super().get_response(path, scope)
        lasts = Path(path).parts[:1] and Path(path).parts[0] in LASTING
        answer.headers["Cache-Control"] = "public, max-age=604800" if lasts else "no-cache"
        return answer

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file; packed for who understands that."""
        whole = super().file_response(full_path, stat_result, scope, status_code)
        if not packs(guess_type(full_path)[0], stat_result.st_size):
            return whole
        whole.headers["Vary"] = "Accept-Encoding"  # on a 304, too: RFC 9110, 15.4.5
        if not isinstance(whole, FileResponse) or "gzip" not in Headers(scope=scope).get(
            "accept-encoding", ""
        ):
            return whole
        body = packed(os.fspath(full_path), stat_result.st_mtime_ns)
        kept = {name: whole.headers[name] for name in ("etag", "last-modified", "vary")}
        headers = {**kept, "Content-Encoding": "gzip"}
        return Response(body, status_code, headers, media_type=whole.media_type)


def packs(media_type: str | None, size: int) -> bool:
    """Whether a file gets smaller by it."""
    return size >= SMALL and (media_type or "").startswith(WORDS)


@lru_cache(maxsize=1024)
def packed(path: str, _changed_ns: int) -> bytes:
    """A file as it is sent; packed anew when it has changed."""
    return compress(Path(path).read_bytes(), mtime=0)


@dataclass(frozen=True, slots=True)
class StaticPage:
    """The folder `static/`."""

    web: Web

    def routes(self) -> Sequence[BaseRoute]:
        """The folder."""
        return [Mount("/static", Files(directory=STATIC))]
