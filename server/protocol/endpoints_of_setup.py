"""What is asked by JSON around a session: staff, evaluators and their guide."""

from typing import Final

from server.protocol import backups, bodies, evaluating, packs, replies, rosters
from server.protocol.endpoint import Endpoint

OF_SETUP: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="POST",
        path="/api/links/look",
        who="anybody",
        words="What a one-time link is for; it can still be used afterwards. 410: it cannot.",
        takes=bodies.LinkCode,
        gives=(rosters.LinkSeen,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/staff",
        who="facilitator",
        words="Appoint a further facilitator or an evaluator by name; a one-time link for them.",
        takes=evaluating.NewStaff,
        gives=(evaluating.StaffMade,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/staff/own",
        who="facilitator",
        words="Say one's own name, or another one. Lines tell facilitators apart by `who`, and the "
        "name, which is in no log, says who that is. What was done before has it too.",
        takes=evaluating.OwnName,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/evaluations",
        who="evaluator",
        words="The evaluation guide and what was judged: all of it for a facilitator, for an "
        "evaluator their own.",
        gives=(evaluating.Evaluations,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/evaluations",
        who="evaluator",
        words="Judge an objective or task, pinned to a moment; the same id again changes it. "
        "409 `id_taken`.",
        takes=evaluating.PutEvaluation,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/evaluations/drop",
        who="evaluator",
        words="Take back what one has judged.",
        takes=evaluating.DropEvaluation,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/evidence",
        who="evaluator",
        words="Where the log of the table `?table=` shows what the guide asks for, as far as "
        "these eyes may know.",
        gives=(evaluating.Evidence,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/roster",
        who="facilitator",
        words="Who is expected: names, tables, seats, and who has come.",
        gives=(rosters.RosterSeen,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/roster",
        who="facilitator",
        words="Keep a list of names with seats, given as CSV, or only try it; faults by line. It "
        "takes the place of all who have not come yet.",
        takes=rosters.PutRoster,
        gives=(rosters.RosterSeen,),
    ),
    Endpoint(
        method="POST",
        path="/api/sessions/{session}/roster/links",
        who="facilitator",
        words="A new private link, good once, for each who has not come yet.",
        takes=bodies.Nothing,
        gives=(rosters.RosterLinks,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/pack",
        who="facilitator",
        words="The print pack: all that is needed to play this table on paper, truths and decks "
        "too.",
        gives=(packs.Pack,),
    ),
    Endpoint(
        method="GET",
        path="/api/sessions/{session}/backup",
        who="facilitator",
        words="The whole session as one file; with people's names where `?names=yes`.",
    ),
    Endpoint(
        method="POST",
        path="/api/backups",
        who="key holder",
        words="A session out of such a file (up to 64 MiB), its games paused; 400 names every "
        "damaged line.",
        gives=(backups.Restored,),
    ),
)
PAGES_OF_SETUP: Final[tuple[tuple[str, str], ...]] = (
    ("/console/<session>/print/<table>", "`printing`: role cards, decks and rules on paper"),
    ("/console/<session>/roster", "`roster`: who is expected, and slips with private links"),
    ("/help/phones", "`phones`: what to check, in order, when phones cannot connect"),
    ("/evaluate/<session>", "`evaluate`: an evaluator's guide beside what they may see"),
)
