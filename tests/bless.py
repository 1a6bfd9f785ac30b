"""Writes the golden logs and counts again: `python -m tests.bless`, or `make bless`.

A difference afterwards is a change of the rules or of what somebody can see: read it in review.
"""

from tests.golden import geometry
from tests.golden.bots import DIGESTS, digests
from tests.golden.recording import GAMES, log_file, log_text, recorded, views_file, views_text
from tests.perft.counting import COUNTS, ORDER, counts, order


def bless() -> None:
    """Write everything that is blessed."""
    for name, numbers in GAMES.items():
        for number in numbers:
            game = recorded(name, number)
            log = log_text(game.entries)
            views = views_text(game.rules, game.entries, game.tables)
            log_file(name, number).write_text(log, encoding="utf-8")
            views_file(name, number).write_text(views, encoding="utf-8")
            print(f"{name} {number}: {len(game.entries)} entries, {game.table.outcome}")
    DIGESTS.write_text(digests(), encoding="utf-8")
    COUNTS.write_text(counts(), encoding="utf-8")
    ORDER.write_text(order(), encoding="utf-8")
    geometry.FILE.write_bytes(geometry.written())
    print(f"{DIGESTS.name}, {COUNTS.name}, {ORDER.name}, {geometry.FILE.name}")


if __name__ == "__main__":
    bless()
