"""What `/health` says of a server whose disk is full, and when it is well again."""

import resource
import time
from pathlib import Path

from tests.server.serving import KEY, PATIENCE_S, Server, serving


def allow(server: Server, most: int) -> None:
    """Let the server's files grow to `most` bytes, as a full disk does."""
    limits = (most, resource.RLIM_INFINITY)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, limits)


def test_a_server_that_refused_to_make_a_session_is_not_well_until_it_can_write(
    tmp_path: Path,
) -> None:
    asked = {"title": "T", "ruleset": "tiny", "players": 3}
    with serving(tmp_path) as server:
        trainer = server.client(KEY)
        assert server.client().ask("/health").status == 200
        allow(server, 0)
        refused = trainer.ask("/api/sessions", asked)
        assert (refused.status, refused.reason) == (503, "storage")
        told = server.client().ask("/health")
        assert (told.status, told.value()["well"]) == (503, False)
        assert str(told.value()["trouble"]).startswith("The server's disk ")
        # when there is room again, it finds that out by itself
        allow(server, resource.RLIM_INFINITY)
        until = time.monotonic() + 2 * PATIENCE_S
        while server.client().ask("/health").status != 200:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert trainer.ask("/api/sessions", asked).status == 200
