"""What the console asks about injects and overrides: a part of the one list in `endpoints`."""

from typing import Final

from server.protocol import script
from server.protocol.endpoint import Endpoint

OF_SCRIPT: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="GET",
        path="/api/tables/{table}/script",
        who="facilitator",
        words="The script of injects as it stands, and every inject that was laid: planned and "
        "actual time, whom it was for, and how long what it expects took to come.",
        gives=(script.Script,),
    ),
    Endpoint(
        method="GET",
        path="/api/tables/{table}/script.csv",
        who="facilitator",
        words="The script as a sheet; its columns stand in `rulesets/README.md`.",
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/script/look",
        who="facilitator",
        words="What a sheet would bring, row by row, and every fault with its place; nothing is "
        "stored.",
        takes=script.SheetBody,
        gives=(script.SheetSeen,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/script/take",
        who="facilitator",
        words="Take in a sheet without a fault, line by line, each as the control `set_line`. 400 "
        "`faults`: nothing was taken. 409 `session_over`: the session has ended.",
        takes=script.SheetBody,
        gives=(script.SheetTaken,),
    ),
    Endpoint(
        method="POST",
        path="/api/tables/{table}/dry-run",
        who="facilitator",
        words="Try a control on a copy of the table: who would notice, what would change, which "
        "goals would be lost, and what sets it back. Nothing is done.",
        takes=script.TryCommand,
        gives=(script.DryRun,),
    ),
)
