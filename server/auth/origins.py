"""Whether a request comes from a page of ours.

SameSite cookies alone do not do: another port of the same host is the same site.
"""

from collections.abc import Mapping


def is_ours(headers: Mapping[str, str], scheme: str, allowed: tuple[str, ...]) -> bool:
    """Whether Origin is this server's own, or listed where a list is set.

    Without Origin: programs send none, and carry a bearer pass; browsers send it with every
    handshake and every POST.
    """
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
    if allowed:
        return origin in allowed
    web = "https" if scheme in {"https", "wss"} else "http"
    host = headers.get("host", "")
    return origin == f"{web}://{_without_default_port(host, web)}"


def _without_default_port(host: str, web: str) -> str:
    return host.lower().removesuffix(":443" if web == "https" else ":80")
