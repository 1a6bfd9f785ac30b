"""`docs/protocol.md`, made from the types and the lists. Nothing else decides what it says."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from server.protocol import endpoints, frames, replies, session
from server.protocol.endpoint import Endpoint
from server.protocol.problems import BY_THE_RULES, REASONS
from server.protocol.strict import DEEPEST, FRAME_BYTES
from server.protocol.typescript import declarations, shown

INTRODUCTION: Final = f"""\
# The protocol

<!-- Made by `make docs` from the types of the server; do not edit. -->

Everything that a browser does, a program can do: it joins, plays, facilitates and fetches logs by
the same endpoints and the same socket.

## Passes

Whoever may do something holds a pass of 128 bits. Browsers keep passes in HttpOnly cookies, one for
each person, session or screen, so that two tabs may hold two seats. A program sets `bearer` in the
body that makes a pass, finds it in the answer as `pass`, and sends it with every request in the
header `Authorization: Bearer <pass>`. One-time codes of links stand in the fragment of an address,
which no server sees, and are redeemed by a POST.

A facilitator key (printed at the start, or set as FACILITATOR_KEY) lets its holder create sessions;
it is sent like a pass.

## Requests

Bodies are JSON with `Content-Type: application/json`, at most {FRAME_BYTES} bytes, nested at most
{DEEPEST} deep. Unknown fields, keys that stand twice, `NaN` and numbers beyond 2^53 are refused.
A browser's request must come from a page of this server (or from ALLOWED_ORIGINS). No GET changes
anything.

An answer 307 means the same question again, body and all, at the address in `Location`: it is in
another worker of the server that what was asked for lives.

Every error has one shape; `sentence` is for people, `reason` for programs:
"""
SOCKET: Final = f"""\
## The socket

A page opens the address in its page data and is known by its cookie; a program opens `/socket` and
sends `{{"pass": "..."}}` first. Frames are JSON texts of at most {FRAME_BYTES} bytes. The first one
from the server is a view.

- A view is always the whole newest view of this viewer. It is sent when its bytes changed; its
  `version` counts the views of this viewer since the server began, and is comparable within one
  socket only. A facilitator's socket carries a view for each table of the session.
- Every command gets exactly one answer, `done` or `refused`. It is done once under its `id`,
  however often it comes: after a lost connection send what has no answer again, with the same id.
- `done` means that it is on disk. The view of its `version`, or a newer one, shows what came of it.
- Game time stands in `at_ms` of views and ticks; between them it goes on while the clock is
  `running`. A tick comes after the first view and after 20 s of silence. After 45 s without any
  frame the connection is dead.
- Where the server has several workers, the session may live in another one than that which
  answers; then the socket is closed with 4307, and the reason is the query to connect again with,
  such as `home=7f`. `/socket?home=<id>`, with the id of the session, of one of its tables or of
  one of its people, is right at once, as is every address that names one.
- The reasons `stale`, `busy`, `storage`, `restarting`, `not_here` and `no_longer` are the server's;
  all others are those of the game, with their words in the texts under `reason.<reason>`.

Connect again after a random pause of up to 0.25 s, doubling to 1.5 s within the first half minute
and to 10 s later; at once after 1001, 1011 and 1012. The codes from 4400 to 4499 mean not to.
"""


def protocol_page() -> str:
    """The page."""
    parts = [
        INTRODUCTION,
        _typescript(replies.Failure, replies.ErrorBody, replies.LineFault),
        "\nA reason has one status, wherever it is given. What the rules of the game refuse is",
        f"{BY_THE_RULES}, with the game's own reason.\n",
        "| reason | status | when |\n| --- | --- | --- |",
        *(f"| `{reason}` | {status} | {when} |" for reason, (status, when) in REASONS.items()),
        "\n## Pages\n",
        "| address | what |\n| --- | --- |",
        *(f"| `{address}` | {words} |" for address, words in endpoints.PAGES),
        "\n## Endpoints\n",
        "`that person`, `facilitator`, `screen`: who holds such a pass. `reader`: the facilitator;",
        "when the game is over, also everybody who sat at the table or watched. `key holder`: who",
        "may create sessions. `evaluator`: an evaluator or a facilitator of the session.\n",
        *_endpoints(),
        SOCKET,
        "### What a client sends\n",
        _typescript(frames.Hello, frames.Ask, frames.Older),
        "\n### What the server sends\n",
        _typescript(*OUTWARD),
        "\nThe types of `Public`, `Own`, `Menu`, `Staff`, lines and commands stand with all others",
        "in `static/js/protocol.d.ts`.\n",
        "### Close codes\n",
        "| code | why |\n| --- | --- |",
        *(f"| {code} | {words} |" for code, words in endpoints.CODES),
        LOG,
    ]
    return "\n".join(parts)


OUTWARD: Final = (
    frames.ViewFrame,
    frames.View,
    session.SessionView,
    session.TablePlace,
    session.SeatPlace,
    session.WaitingPerson,
    session.PersonPlace,
    session.JoinView,
    session.Qr,
    frames.ClockView,
    frames.Done,
    frames.Refusal,
    frames.Lines,
    frames.Fault,
    frames.Tick,
)
LOG: Final = """
## Logs

The export `log` is a text of JSON lines: first a header (`format`, `version`, `title`, `table`,
`head`, `entries`, `ruleset`), then one line for each entry, then one for each text that people
wrote, with its id and salt. Entries are chained by their hashes; `head` is the last one. Texts can
be missing, where they were erased: the entries hold only their ids.
"""


def protocol_types() -> str:
    """`static/js/protocol.d.ts`."""
    return declarations()


def _endpoints() -> Iterator[str]:
    for one in endpoints.ENDPOINTS:
        yield f"### `{one.method} {one.path}`\n"
        yield f"{one.words} For: {one.who}.\n"
        yield from _types(one)


def _types(one: Endpoint) -> Iterator[str]:
    named = [*((one.takes,) if one.takes else ()), *one.gives]
    fresh = [kind for kind in named if kind.__module__ not in {frames.__name__, session.__name__}]
    takes = f"`{one.takes.__name__}`" if one.takes else "nothing"
    gives = " or ".join(f"`{kind.__name__}`" for kind in one.gives) or "a file"
    yield f"Takes {takes}, gives {gives}.\n"
    if fresh:
        yield _typescript(*fresh) + "\n"


def _typescript(*kinds: type[Struct]) -> str:
    return f"```typescript\n{shown(kinds)}```"
