"""S8: a log of 500 entries as a reader opens it, and any of its moments, over HTTP.

The server runs in a process of its own, as it is installed. Beside it, in the same run, the time
of an answer that says nothing (`/health`), which is what asking itself costs.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles

from msgspec.structs import replace

from game.log import Entry
from game.opening import Setup
from game.ruleset import Ruleset
from server.exports.log import written
from tests.playing import play
from tests.rulesets import RULESETS, load
from tests.server.serving import KEY, Client, serving

ENTRIES = 500
ROUNDS = 9
LOOKS = 200
EYES = ("facilitator", "public", "tax")


def s8() -> list[str]:
    """Opening, and moments at random."""
    rules = load(RULESETS / "newborn")
    entries = long_log(rules)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        taken = server.client(KEY).ask("/api/logs", written(("S8", "S8"), rules, entries, ()))
        found = taken.value()
        reader, table = server.client(str(found["pass"])), str(found["table"])
        opened = seconds(lambda: opening(reader, table, len(entries)))
        chance = Random(8)
        places = [chance.randint(1, len(entries)) for _ in range(LOOKS)]
        looks = [
            seconds(lambda: reader.get(f"/api/tables/{table}/at/{place}?eyes={EYES[n % 3]}"))  # noqa: B023  called at once
            for n, place in enumerate(places)
        ]
        bare = median(seconds(lambda: reader.get("/health")) for _ in range(LOOKS))
    told = f"p50 {median(looks) * 1000:.0f} ms, p95 {quantiles(looks, n=20)[-1] * 1000:.0f} ms"
    return [
        f"S8  a log of {len(entries)} entries opens in {opened:.2f} s (target 1 s)",
        f"S8  any entry's view: {told} (target 50 ms); an empty answer {bare * 1000:.1f} ms",
    ]


def opening(reader: Client, table: str, last: int) -> None:
    """What the page asks until it shows something."""
    reader.ask(f"/debrief/{table}")
    reader.get(f"/api/tables/{table}/course")
    reader.get(f"/api/tables/{table}/at/{last}?eyes=facilitator")


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def long_log(rules: Ruleset) -> list[Entry]:
    """The first entries of a game by players at random, with much done by the facilitator."""
    for number in range(50):
        setup = Setup(f"s8 {number}", params=replace(rules.params, rounds=ROUNDS))
        game = play(rules, setup, number, controls=True, steps=ENTRIES)
        if len(game.entries) >= ENTRIES:
            return game.entries[:ENTRIES]
    raise LookupError
