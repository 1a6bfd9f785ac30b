"""`joinedup`: one command for serving, for rulesets, for logs and for the lab.

A file a group of commands; each adds its own parser and answers with an exit code: 0 well, 1 the
thing that was looked at is not, 2 the command cannot be carried out as it was given.
"""

import sys
from collections.abc import Sequence

STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code."""
    try:
        # Every process of a pool imports this module, and needs neither server nor database.
        from server.cli.line import parser  # noqa: PLC0415 - see above

        given = sys.argv[1:] if arguments is None else list(arguments)
        parsed = parser(given[0] if given else None).parse_args(given)
        code: int = parsed.run(parsed)
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return STOPPED
    return code
