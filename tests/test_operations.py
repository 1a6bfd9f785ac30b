"""What administrators copy from the guide names settings that exist and passes what is needed."""

import re

from server.protocol.backups import LARGEST
from server.settings.variables import SETTINGS
from tests.rulesets import ROOT

GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def test_every_variable_in_an_example_is_a_setting() -> None:
    known = {one.name for one in SETTINGS}
    named = {
        name
        for _, body in BLOCKS
        for name in re.findall(r"^(?:Environment=)?([A-Z_]+)=", body, re.MULTILINE)
    }
    assert len(named) > 4
    assert named <= known


def test_the_proxy_of_the_example_passes_what_the_server_needs() -> None:
    (nginx,) = (body for language, body in BLOCKS if language == "nginx")
    directives = " ".join(nginx.split())
    for needed in (
        "proxy_http_version 1.1;",
        "proxy_set_header Upgrade $http_upgrade;",
        "proxy_set_header Host $http_host;",
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
    ):
        assert needed in directives
    most = re.search(r"client_max_body_size (\d+)m;", directives)
    assert most is not None
    assert int(most[1]) * 1024 * 1024 >= LARGEST
