"""Everything that can be asked by JSON: the one list, for the documents and for tests.

A page adds its addresses here as well; a test holds the list against the routes.
"""

from typing import Final

from server.protocol import board, bodies, course, curve, frames, placing, replies, session
from server.protocol.endpoint import Endpoint
from server.protocol.endpoints_of_attention import OF_ATTENTION
from server.protocol.endpoints_of_debriefs import OF_DEBRIEFS
from server.protocol.endpoints_of_people import OF_PEOPLE
from server.protocol.endpoints_of_script import OF_SCRIPT
from server.protocol.endpoints_of_setup import OF_SETUP, PAGES_OF_SETUP

ANSWERS: Final = (frames.Done, frames.Refusal)

ENDPOINTS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="POST",
        path="/api/join/look",
        who="anybody",
        words="What a join code opens, before a name is given.",
        takes=bodies.Look,
        gives=(replies.Opened,),
    ),
    Endpoint(
        method="POST",
        path="/api/join",
        who="anybody",
        words="Come in; with table and seat also sit down, or, late, ask to share that seat. "
        "409 `seat_taken`: nothing was made.",
        takes=bodies.Join,
        gives=(replies.Joined,),
    ),
    Endpoint(
        method="POST",
        path="/api/links",
        who="anybody",
        words="Redeem a one-time link. 410: it was used or is too old.",
        takes=bodies.LinkCode,
        gives=(replies.Redeemed,),
    ),
    Endpoint(
        method="GET",
        path="/api/qr/{code}.svg",
        who="anybody",
        words="The QR code of the join address of this code, as an SVG file.",
    ),
    Endpoint(
        method="GET",
        path="/board/{digest}",
        who="anybody",
        words="What never changes of a ruleset: seats, dependencies, cards, and its words.",
        gives=(board.Board,),
    ),
    Endpoint(
        method="GET",
        path="/health",
        who="anybody",
        words="Whether the server is well; 503 while it cannot store or is stopping.",
        gives=(replies.Health,),
    ),
    *OF_PEOPLE,
    Endpoint(
        method="POST",
        path="/api/keys",
        who="anybody",
        words="Show the facilitator key of the server's terminal; one for one use is used up.",
        takes=bodies.Key,
        gives=(replies.KeyTaken,),
    ),
    Endpoint(
        method="GET",
        path="/api/rulesets",
        who="anybody",
        words="All that can be played; the broken ones are told to key holders alone.",
        gives=(replies.Rulesets,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions",
        who="facilitator",
        words="The sessions that the passes of this browser open.",
        gives=(replies.Sessions,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions",
        who="key holder",
        words="Make a session and lay its tables.",
        takes=bodies.NewSession,
        gives=(replies.SessionMade,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}",
        who="facilitator",
        words="The session with everybody in it.",
        gives=(session.SessionView,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/view",
        who="facilitator",
        words="The newest view of the table `?table=`.",
        gives=(frames.ViewFrame,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/control",
        who="facilitator",
        words="Do a control at a table.",
        takes=bodies.Control,
        gives=ANSWERS,
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/seat",
        who="facilitator",
        words="Fill a seat with a person or a bot; neither: free it. Who sits elsewhere moves. "
        "With `share` a person sits down beside who sits there.",
        takes=bodies.SetSeat,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/door",
        who="facilitator",
        words="Open or close the join code.",
        takes=bodies.Door,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/code",
        who="facilitator",
        words="A new join code; the old one opens nothing any more.",
        takes=bodies.Nothing,
        gives=(replies.CodeMade,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/link",
        who="facilitator",
        words="A one-time link: one more device of a person, a room display, a facilitator.",
        takes=bodies.NewLink,
        gives=(replies.LinkMade,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/end",
        who="facilitator",
        words="End the session: tables stand still, the code closes, logs can be read.",
        takes=bodies.Nothing,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/forget",
        who="facilitator",
        words="Erase the people of a session that is over: names, what they wrote, answers, "
        "ratings, the report's sheet. Its logs can be read and play on. 409 `not_over`.",
        takes=bodies.Nothing,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/delete",
        who="facilitator",
        words="Delete a session that is over, with its logs. There is no way back. 409 `not_over`.",
        takes=bodies.Nothing,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/course",
        who="reader",
        words="The log in short, as far as these eyes may know of it.",
        gives=(course.Course,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/at/{version}",
        who="reader",
        words="The table after an entry of one's course, with the eyes of `?eyes=` (a seat, "
        "`public`, `facilitator`). `?of_all=yes`: the number counts what all were told of.",
        gives=(course.Moment,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/briefs",
        who="reader",
        words="The briefs of the seats, as far as these eyes may read them.",
        gives=(replies.Briefs,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/curve",
        who="facilitator",
        words="The launch curve, as far as it has been worked out.",
        gives=(curve.LaunchCurve,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/curve",
        who="facilitator",
        words="Work the launch curve out, or join where that is under way. 409 `not_begun`; "
        "503 `busy`: others wait already.",
        takes=bodies.Nothing,
        gives=(curve.LaunchCurve,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/curve/stop",
        who="facilitator",
        words="Leave it as far as it has come; what there is can still be read.",
        takes=bodies.Nothing,
        gives=(curve.LaunchCurve,),
    ),
    *OF_ATTENTION,
    *OF_SCRIPT,
    *OF_DEBRIEFS,
    *OF_SETUP,
    Endpoint(
        method="GET",
        path="/api/tables/{table}/placing",
        who="facilitator",
        words="A finished game among simulated ones of its kind, as far as they have come.",
        gives=(placing.Placed,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/placing",
        who="facilitator",
        words="Simulate them, or join where that is under way. 409 `not_over`; 503 `busy`.",
        takes=bodies.Nothing,
        gives=(placing.Placed,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/placing/stop",
        who="facilitator",
        words="Leave it as far as it has come.",
        takes=bodies.Nothing,
        gives=(placing.Placed,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/fork",
        who="facilitator",
        words="Play on from an earlier moment at a new table with the same people, paused. "
        "409 `still_playing`, `session_over`.",
        takes=bodies.Fork,
        gives=(replies.Forked,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/log",
        who="facilitator",
        words="The whole log as JSON lines: a header with the ruleset, entries, wordings.",
    ),
    Endpoint(
        method="POST",
        path="/api/logs",
        who="key holder",
        words="Take in such a log (up to 16 MiB) to read it; 400 names every damaged line.",
        gives=(replies.Imported,),
    ),
)
PAGES: Final[tuple[tuple[str, str], ...]] = (
    ("/", "`join`: the join page; `/j/<code>` has the code filled in"),
    ("/redeem", "where one-time links lead; the code stands in the fragment"),
    ("/play", "`play`: the seat of this browser, or a list of its seats"),
    ("/play/<person>", "`play`: the player page"),
    ("/console", "`console`: rulesets and sessions of a facilitator"),
    ("/console/<session>", "`session`: the console of a session"),
    ("/remote/<session>", "`remote`: a few large buttons for the facilitator's phone"),
    ("/shoulder/<session>/<table>/<look>", "`shoulder`: a seat's page as it sees it, read-only"),
    *PAGES_OF_SETUP,
    ("/screen/<session>", "`screen`: the room display, of a table: `/screen/<session>/<table>`"),
    ("/debrief/<table>", "`debrief`: the log, moment by moment; `/imported/<table>` likewise"),
    ("/report/<table>", "`report`: the after-action report, with any eyes; facilitators only"),
    ("/static/", "`static`: scripts, styles, fonts and icons"),
)
CODES: Final[tuple[tuple[int, str], ...]] = (
    (1007, "a text that is not UTF-8"),
    (1009, "a frame of more than 64 KiB"),
    (1011, "the table is being read again, or the store is not ready: connect again"),
    (1012, "the server restarts: connect again"),
    (4001, "more than eight devices of one person: the oldest was let go"),
    (4008, "the device does not read"),
    (4029, "more than ten frames a second"),
    (4307, "the session lives in another worker: connect again with the reason as query"),
    (4400, "malformed frames, again and again"),
    (4401, "no pass, a wrong one, or one that opens something else"),
    (4408, "no pass came within five seconds"),
    (4410, "the pass has ended: left, or removed"),
)
