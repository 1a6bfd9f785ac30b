"""The debrief of a table in one HTML file that opens from disk: scripts, styles, fonts and every
moment inside, nothing from outside, and only what the chosen eyes saw.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Final

from markupsafe import Markup
from msgspec import json

from game.debrief.highlights import KINDS, Highlight, chosen, rank
from server.exports.base import Told, pseudonym
from server.exports.debrief.bundle import bundled
from server.exports.debrief.kept import eyes_of, kept, packed
from server.sessions.board import board_of
from server.templating import STATIC, environment

STYLES: Final = (
    *("tokens", "base", "components", "controls", "figures"),
    *("debrief", "follow", "lead", "print"),
)
INSTEAD: Final = {"js/ask.js": "js/debrief/kept.js"}
LONGEST: Final = 80
_FONT: Final = re.compile(r"url\(\"\.\./fonts/([\w-]+\.woff2)\"\)")


def saved(told: Told) -> bytes:
    """The file."""
    body = kept(told, board_of(told.record.rules))
    early, script, style = _code()
    made = environment().get_template("kept.html")
    return made.render(
        lang="en",
        title=f"{told.record.title}: {told.record.name}",
        policy=policy(early, script, style),
        data=Markup(_inside(json.encode(data(told)).decode())),  # noqa: S704 - see `_inside`
        kept=packed(body),
        # Ours, and nothing in them ends their element: `_code` sees to it.
        early=Markup(early),  # noqa: S704 - as above
        script=Markup(script),  # noqa: S704 - as above
        style=Markup(style),  # noqa: S704 - as above
        sprite=Markup(_sprite()),  # noqa: S704 - as above
    ).encode()


def policy(early: str, script: str, style: str) -> str:
    """What the file may do: run these two scripts, look like this, and fetch nothing."""
    scripts = " ".join(f"'sha256-{_digest(one)}'" for one in (early, script))
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'sha256-{_digest(style)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def data(told: Told) -> dict[str, object]:
    """What the page is told of itself."""
    record = told.record
    return {
        "page": "debrief",
        "table": {"id": "kept", "name": record.name},
        "session": {"id": "kept", "title": record.title},
        "board": "kept/board",
        "course": "kept/course",
        "moment": "kept/at/",
        "briefs": "kept/briefs",
        "causes": "kept/causes",
        "socket": "",
        "imported": True,
        "kept": list(moments(told)),
        "eyes": eyes_of(told),
        "log": None,
        "file": None,
        "report": None,
        "curve": "kept/curve" if told.curve is not None else None,
        "alternatives": [f"kept/alternatives/{one}/{last}" for one, last in told.weighed],
        "placing": None,
        "fork": None,
        "tables": (),
        "staff": staff_of(told),
    }


def staff_of(told: Told) -> dict[str, str]:
    """What the facilitators are called, by their pseudonyms; none where there was only one."""
    named = {pseudonym(told.salt, who): told.facilitator(who) for who in told.facilitators}
    return {who: name for who, name in sorted(named.items()) if name}


def moments(told: Told) -> Iterator[dict[str, object]]:
    """What the group talked about, or else what was marked, or stands out."""
    if told.staff and told.record.plan.clips:
        for clip in told.record.plan.clips:
            yield {"version": clip.version, "title": clip.title, "question": clip.question}
        return
    found: list[tuple[int, Highlight]] = []
    for step in told.line:
        lines = tuple(line for line in step.lines if line.kind in KINDS)
        if lines:
            best = min(lines, key=rank)
            found.append((rank(best), Highlight(step.version, KINDS[best.kind], (best,), ())))
    for one in sorted(chosen(found), key=lambda one: one.version):
        title = told.sentence(one.lines[0])
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}\u2026"
        yield {"version": one.version, "title": short, "question": ""}


@cache
def _code() -> tuple[str, str, str]:
    """The early script, the page's script and its style; none can end its element."""
    early = (STATIC / "js" / "early.js").read_text(encoding="utf-8")
    script = bundled("js/debrief.js", INSTEAD)
    parts = ((STATIC / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)
    style = _FONT.sub(lambda found: f'url("{_font(found[1])}")', "\n".join(parts))
    for code, end in ((early, "</script"), (script, "</script"), (style, "</style")):
        if end in code.lower() or "<!--" in code:
            raise AssertionError(end)
    return early, script, style


def _font(name: str) -> str:
    body = b64encode((STATIC / "fonts" / name).read_bytes()).decode()
    return f"data:font/woff2;base64,{body}"


@cache
def _sprite() -> str:
    """The icons as a part of the page."""
    text = (STATIC / "icons.svg").read_text(encoding="utf-8")
    return text.replace("<svg ", '<svg id="icons" hidden ', 1)


def _inside(text: str) -> str:
    """JSON that can stand in a script element: no text can end it."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _digest(code: str) -> str:
    return b64encode(sha256(code.encode()).digest()).decode()
