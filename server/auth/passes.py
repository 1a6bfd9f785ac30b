"""Secrets that let people in: made, hashed, and carried in cookies or a header.

A pass has 128 bits. Only its hash is kept, so that a stolen database opens no door; no salt is
needed for what cannot be guessed.
"""

import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import Final, Literal

from server.settings.values import SecureCookies

Holder = Literal["key", "person", "screen", "facilitator", "evaluator"]
"""Whose cookie it is; each names what it opens, so that two tabs may hold two seats."""

BEARER: Final = "Bearer "
MONTH_S: Final = 31 * 24 * 3600


def new_pass() -> str:
    """128 bits from the system's generator."""
    return secrets.token_urlsafe(16)


def new_id(beside: str = "") -> str:
    """An id that is not taken and tells nothing, but that it belongs to `beside`.

    It begins as that one does, so that both lead to one worker (see `server.homes`).
    """
    made = secrets.token_hex(8)
    return beside[:2] + made[len(beside[:2]) :]


def staff_id(hash_: str) -> str:
    """What a facilitator without a name is known by in logs: the hash of a pass, hashed again."""
    return sha256(hash_.encode()).hexdigest()[:16]


def hashed(secret: str) -> str:
    """What is kept of a pass, a key or a one-time code."""
    return sha256(secret.encode(errors="surrogatepass")).hexdigest()


def cookie_name(holder: Holder, of: str, *, secure: bool) -> str:
    """The name of the cookie that opens one place; under TLS no other host can set it."""
    name = f"ju_{holder}" if holder == "key" else f"ju_{holder}_{of}"
    return f"__Host-{name}" if secure else name


def is_secure(setting: SecureCookies, scheme: str) -> bool:
    """Whether cookies of this request go by https only."""
    match setting:
        case SecureCookies.ON:
            return True
        case SecureCookies.OFF:
            return False
        case SecureCookies.AUTO:
            return scheme in {"https", "wss"}


def bearer(authorization: str | None) -> str | None:
    """The pass of an Authorization header."""
    if authorization is None or not authorization.startswith(BEARER):
        return None
    return authorization.removeprefix(BEARER).strip() or None


def carried(
    cookies: Mapping[str, str], authorization: str | None, holder: Holder, of: str
) -> str | None:
    """The pass that a request carries for one place: a bearer's, else its cookie's."""
    return (
        bearer(authorization)
        or cookies.get(cookie_name(holder, of, secure=True))
        or cookies.get(cookie_name(holder, of, secure=False))
    )


def opened(cookies: Mapping[str, str], holder: Holder) -> dict[str, str]:
    """The passes of all cookies of one kind, by what they open."""
    found: dict[str, str] = {}
    for name, value in cookies.items():
        plain = name.removeprefix("__Host-")
        if plain.startswith(f"ju_{holder}_"):
            found[plain.removeprefix(f"ju_{holder}_")] = value
    return found
