"""The report as one HTML file: its own style and fonts inside, no script, a policy of its own."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Final

from markupsafe import Markup

from server.exports.report.parts import Report
from server.exports.report.words import say
from server.rulesets import LANGUAGE
from server.templating import STATIC, environment

FONTS: Final = (
    ("Atkinson Next", "atkinson-next-latin.woff2", "U+0000-00FF, U+2000-206F, U+20AC, U+2122"),
    ("Atkinson Next", "atkinson-next-latin-ext.woff2", "U+0100-02BA, U+1E00-1E9F"),
)


def page(report: Report) -> bytes:
    """The file."""
    style = styles()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'"
    made = environment().get_template("report_file.html")
    # The style is ours, and nothing in it ends its element; all other text is escaped.
    return made.render(
        report=report,
        style=Markup(style),  # noqa: S704
        policy=policy,
        say=say,
        lang=LANGUAGE,
    ).encode()


@cache
def styles() -> str:
    """What the report looks like, with its fonts."""
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:200 800;unicode-range:{signs};'
        f"src:url(data:font/woff2;base64,{_encoded(file)}) format('woff2')}}\n"
        for family, file, signs in FONTS
    )
    return faces + (STATIC / "css" / "report.css").read_text(encoding="utf-8")


def _encoded(file: str) -> str:
    return b64encode((STATIC / "fonts" / file).read_bytes()).decode()
