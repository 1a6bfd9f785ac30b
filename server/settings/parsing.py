"""From the text of a variable to its value; a ValueError says that the text is not allowed.

Nothing here opens a file, a socket or a database.
"""

import ipaddress
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

from server.settings.values import Database, PostgresAt, SqliteAt

SSLMODES: Final = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
"""How a connection to PostgreSQL is encrypted, and what of its certificate is checked."""


class PartAmiss(ValueError):
    """A part of the text is not allowed; `place` names it, `allowed` what it may be."""

    def __init__(self, place: str, allowed: str) -> None:
        super().__init__(place)
        self.place = place
        self.allowed = allowed


def whole(least: int, most: int) -> Callable[[str], int]:
    """Whole numbers from `least` to `most`, both included."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise ValueError
        return int(text)

    return parse


def parts(text: str, separator: str = ",") -> tuple[str, ...]:
    """Split a list; spaces around its parts and empty parts do not count."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def database(text: str) -> Database | None:
    """Normalise an address; None (from an empty text): the default file in DATA_DIR."""
    if not text:
        return None
    scheme, colon, rest = text.partition("://")
    if not colon or not rest:
        raise ValueError
    if scheme == "sqlite":
        path = rest.removeprefix("/")
        if not path or not rest.startswith("/") or path == ":memory:":
            raise ValueError
        return SqliteAt(Path(path))
    if scheme in {"postgres", "postgresql", "postgresql+asyncpg"}:
        split = urlsplit(f"//{rest}")  # raises ValueError where its brackets are no address
        if split.netloc.count("@") > 1:
            # The driver would take what follows the first for a host, and ask the network for it.
            raise PartAmiss("the password", "one in which @ : / are written as %40 %3A %2F")
        modes = parse_qs(split.query, keep_blank_values=True).get("sslmode", [])
        if not set(modes) <= set(SSLMODES):
            raise PartAmiss("sslmode", f"{', '.join(SSLMODES[:-1])} or {SSLMODES[-1]}")
        return PostgresAt(f"postgresql://{rest}")
    raise ValueError


def folders(text: str) -> tuple[Path, ...]:
    """Split folders as PATH is written on this system; each must be there."""
    found = tuple(Path(part) for part in parts(text, os.pathsep))
    if not all(folder.is_dir() for folder in found):
        raise ValueError
    return found


def address(text: str) -> str:
    """Read an http(s) address without query or fragment; the closing slash is dropped.

    Two hundred signs at most: links into sessions begin with it, and a phone reads them as a code.
    """
    if not re.fullmatch(r"\S{1,200}", text):
        raise ValueError
    split = urlsplit(text)
    good = split.scheme in {"http", "https"} and split.hostname and not split.username
    if not good or split.query or split.fragment:
        raise ValueError
    if split.port == 0:
        raise ValueError
    return f"{split.scheme}://{split.netloc.lower()}{split.path.rstrip('/')}"


def public_url(text: str) -> str | None:
    """None: players are shown the addresses of this machine."""
    return address(text) if text else None


def origins(text: str) -> tuple[str, ...]:
    """Normalise origins as browsers send them: scheme, host and port, without a default port."""
    found = tuple(address(part) for part in parts(text))
    if any(urlsplit(origin).path for origin in found):
        raise ValueError
    return tuple(_without_default_port(origin) for origin in found)


def _without_default_port(origin: str) -> str:
    suffix = ":80" if origin.startswith("http:") else ":443"
    return origin.removesuffix(suffix)


def key(text: str) -> str | None:
    """None: a key for one use is made at every start."""
    if text and not re.fullmatch(r"[\x21-\x7e]{16,200}", text):
        raise ValueError
    return text or None


def proxies(text: str) -> str:
    """Check addresses and networks; the text stays as the ASGI server wants it."""
    found = parts(text)
    for part in found:
        if part != "*":
            ipaddress.ip_network(part, strict=False)
    return ",".join(found)


def hostname(text: str) -> str:
    """A name or address to listen on."""
    if not re.fullmatch(r"[A-Za-z0-9_.:%-]{1,253}", text):
        raise ValueError
    return text
