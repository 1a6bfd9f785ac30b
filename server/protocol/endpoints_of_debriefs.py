"""What leads a debrief by JSON: a part of the one list in `endpoints`."""

from typing import Final

from server.protocol import bodies, curve, leading, report
from server.protocol.endpoint import Endpoint

OF_DEBRIEFS: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="GET",
        path="/api/tables/{table}/causes",
        who="reader",
        words="Who moved support, trust and dependencies: players, cards, politics, control.",
        gives=(leading.Causes,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/alternatives/{first}/{last}",
        who="facilitator",
        words="What else could have been decided between two entries, as far as it has been "
        "worked out.",
        gives=(curve.AlternativesFound,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/alternatives/{first}/{last}",
        who="facilitator",
        words="Work that out, or join where it is under way. 503 `busy`: others wait already.",
        takes=bodies.Nothing,
        gives=(curve.AlternativesFound,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/alternatives/{first}/{last}/stop",
        who="facilitator",
        words="Leave it as far as it has come.",
        takes=bodies.Nothing,
        gives=(curve.AlternativesFound,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/playlist",
        who="facilitator",
        words="The plan of the debrief: clips and guide, with moments that may be added.",
        gives=(leading.Playlist,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/playlist",
        who="facilitator",
        words="Keep the whole plan. 409 `changed`: somebody else has changed it since.",
        takes=leading.PutPlan,
        gives=(leading.Playlist,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/lead",
        who="reader",
        words="Where the debrief stands, with the server's time for its time box; views carry it "
        "as `session.leads`.",
        gives=(leading.LeadNow,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/lead",
        who="facilitator",
        words="Take everybody to a moment, clip or phase; open a poll or a form; set a time box. "
        "409 `not_over`.",
        takes=leading.Lead,
        gives=(leading.LeadNow,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/collected",
        who="facilitator",
        words="Everything that people answered in the debrief, without names.",
        gives=(leading.Collected,),
    ),
    Endpoint(
        method="GET",
        path="/api/people/{person}/answers",
        who="that person",
        words="What one has answered in the debrief of the table `?table=`; left out: the newest. "
        "409 `not_over`, `no_seat`.",
        gives=(leading.OwnAnswers,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/answers",
        who="that person",
        words="Answer in the debrief, by question; an empty text takes an answer back.",
        takes=leading.Answers,
        gives=(leading.OwnAnswers,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/exports/{format}",
        who="reader",
        words="The record as a file: `log`, `csv`, `xapi`, `debrief`, `report`, `document`, `pdf` "
        "(docs/exports.md). `?eyes=` (a seat, `public`, `facilitator`), `?names=yes` (facilitator: "
        "people by name), `?words=no` (without what people wrote). Who sat there has `csv` "
        "and `debrief` with the own eyes. 501 `not_installed`: this server cannot make it.",
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/exports/document",
        who="facilitator",
        words="The report on top of a document that is the body (`.docx`, up to 4 MB): its styles, "
        "headers and first pages. The query is the same. 400 `no_template`: it cannot be used.",
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/sheet",
        who="facilitator",
        words="What the facilitator wrote for the report: scope, objectives, improvement plan.",
        gives=(report.SheetNow,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/sheet",
        who="facilitator",
        words="Keep the whole sheet. 409 `changed`: somebody else has changed it since; what they "
        "saved and what was refused can both be had.",
        takes=report.PutSheet,
        gives=(report.SheetNow,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/sheet/revisions",
        who="facilitator",
        words="Who saved the sheet and when, the newest first; the last 200 are kept.",
        gives=(report.SheetRevisions,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/sheet/revisions/{revision}",
        who="facilitator",
        words="The sheet as it was saved once. To go back to it, keep it anew.",
        gives=(report.SheetNow,),
    ),
)
