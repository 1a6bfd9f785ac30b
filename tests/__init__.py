"""Tests: sentences about behaviour, each at the lowest level that can fail for its reason.

`game/`, `laws/`, `perft/` and `golden/` need no server; `server/` starts a real one on a free port;
`browser/` drives a real Chromium; `bench/` measures. Our own code is never mocked.
"""
