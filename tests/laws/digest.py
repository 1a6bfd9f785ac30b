"""Plays some games and prints one digest of their logs: `python -m tests.laws.digest FOLDER COUNT`.

Run under other hash seeds and on other Pythons, it must print the same. Imports nothing but the
game and the players at random, so that it runs wherever msgspec is.
"""

import sys
from hashlib import sha256
from pathlib import Path

from msgspec import json

from game.parse import parse
from game.views.view import FACILITATOR, view
from tests.playing import closing, play, setup_of


def digest(folder: Path, count: int) -> str:
    """Over the heads of the logs and the last views."""
    words = {f"words/{one.name}": one for one in (folder.parent / "words").glob("*.toml")}
    own = {one.relative_to(folder).as_posix(): one for one in folder.rglob("*.toml")}
    rules = parse({name: one.read_text(encoding="utf-8") for name, one in (own | words).items()})
    found = sha256()
    for number in range(count):
        game = closing(play(rules, setup_of(number), number, controls=number % 2 == 1))
        found.update(game.entries[-1].hash.encode())
        found.update(json.encode(view(game.table, FACILITATOR, rules)))
    return found.hexdigest()


if __name__ == "__main__":
    print(digest(Path(sys.argv[1]), int(sys.argv[2])))
