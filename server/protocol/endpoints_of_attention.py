"""What the console asks about people and points by JSON: a part of the one list in `endpoints`."""

from typing import Final

from game.menu import Menu
from server.protocol import bodies, replies, rewinds
from server.protocol.endpoint import Endpoint

OF_ATTENTION: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/person",
        who="facilitator",
        words="Admit somebody (by the ruleset's rule for late ones), let observe, remove, or let "
        "back in who was removed.",
        takes=bodies.SetPerson,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/check",
        who="facilitator",
        words="Begin a check that everybody can receive and answer (a new one each time), or end "
        "it; views carry it as `session.check`.",
        takes=bodies.SetCheck,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/check",
        who="that person",
        words="A device shows the check of this id, or its person has pressed it.",
        takes=bodies.Checked,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/countdown",
        who="facilitator",
        words="Let play go on after a count that every screen shows; 0 seconds: count no more. "
        "409 `not_paused`.",
        takes=bodies.CountDown,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/looks/{table}/{look}/briefs",
        who="facilitator",
        words="What the seat of a look over a shoulder reads of itself; `look` is the `version` "
        "in `staff.looks`. 410: its round is over. The view comes on "
        "`/socket/shoulder/<session>/<table>/<look>`.",
        gives=(replies.Briefs,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/menus/{table}/{seat}",
        who="facilitator",
        words="What a seat may do now, for the control `act_for`.",
        gives=(Menu,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/points",
        who="facilitator",
        words="The named points of the game, for the control `rewind`.",
        gives=(rewinds.Points,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/rewind/{version}",
        who="facilitator",
        words="What a rewind to this entry would set aside; nothing is done. 404: no such entry "
        "is on the line of play.",
        gives=(rewinds.RewindTrial,),
    ),
)
