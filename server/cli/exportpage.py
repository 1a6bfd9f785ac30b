"""`docs/exports.md`: every format with its columns and statements, made from the code."""

from collections.abc import Iterator
from typing import Final

from server.cli.reference import MADE
from server.exports import EXPORTS
from server.exports.sheets import SHEETS
from server.exports.xapi.profile import HOME, PROFILE, SHAPES

INTRODUCTION: Final = """\
Everything that a table leaves behind can be taken out, by the facilitator from the debrief, by a
program from `/api/tables/{table}/exports/{format}`, and by `joinedup export`:

    joinedup export                                   list the tables
    joinedup export TABLE --out game.jsonl            the whole log
    joinedup export TABLE --format csv --out game.zip
    joinedup export TABLE --format csv --eyes tax --out tax.zip

**Whose eyes.** Without more said an export holds what the facilitator may read: everything. With
`eyes` it holds what one seat saw (or `public`: what all could see), and what the debrief has opened
to all by then. It is built from that seat's views and log lines, moment by moment, never by taking
away from the whole; moments of which the seat was told nothing are not counted either. Who sat at
the table can have the formats marked so with the own eyes, once the game is over.

**People.** By default people have pseudonyms, made with a salt that is drawn for each export and
thrown away: the same within one file, and nothing to compare across files. Names come on request
of the facilitator alone (`names=yes`, `--names`); keep such a file as you keep personal data. What
people wrote themselves (messages, notes, reasons) may name people in any export; leave it out with
`words=no` or `--without-words`. The log holds ids of people, no names, and the words apart.

**The model.** What the model estimates (the launch curve, its turning points, and what else was
open there) is in the facilitator's debrief and report as far as it was worked out, and in no other
file. `joinedup export` works the curve out where none is kept in `DATA_DIR`; that takes about a
minute, with a bar. A running server's files hold what was worked out there. A group that is to
guess first gets files without: `model=no` or `--no-curve`.
"""
LOG: Final = """\
The first line is a header: `format`, `version`, names of session and table, `head` (the hash of the
last entry), the number of entries, and the whole ruleset. Then one line an entry, then one line for
each text that people wrote. `joinedup verify` checks the chain and decides every command again;
`joinedup import`, or the console, takes it in to be read elsewhere.
"""
CSV: Final = """\
One zip with a `README.txt` and these files: UTF-8 with a byte order mark, commas, CRLF, texts in
double quotes. An empty cell: there is none, or these eyes did not know it. A text that a
spreadsheet would take for a formula has an apostrophe before it. The first row names the columns.

Files are joined by `place`, and by the ids of seats, dependencies, deals and promises. What a
rewind has set aside stays in the files with `aside`: leave it out, or study it apart. In Python
the two ledgers of the debrief and the trust of a pair read so:

```python
import csv
import io
import zipfile


def rows(name):
    # without what a rewind has set aside
    with zipfile.ZipFile("game.zip") as box, box.open(f"{name}.csv") as body:
        found = csv.DictReader(io.TextIOWrapper(body, "utf-8-sig", newline=""))
        return [row for row in found if row.get("aside") != "yes"]


ledgers = [(float(row["at_s"]), int(row["rating"]), int(row["bounced"])) for row in rows("tracks")]
trust = {(row["from"], row["to"]): int(row["tokens"]) for row in rows("trust")}  # the last counts
broken = [row["words"] for row in rows("promises") if row["verdict"] == "broken"]
```
"""
XAPI: Final = f"""\
xAPI 1.0.3, one statement a line, in the order of the log, with the Serious Games profile
(`{PROFILE}`) as category. Ids begin with `{HOME}`, a name that belongs to nobody. The
context has the game time, round and phase, and what else the log line names, as extensions. What a
rewind set aside is left out. Statement ids are new in each export: send a file once. What the
facilitator did for a seat has `facilitator-` and the seat as its actor, not the person who sits
there. Where several facilitators led, each is an actor of their own, and `facilitator` among the
extensions tells who; in the facilitator's file alone, and as people are named there.

Beside those of the table: `initialized` the game and each round (level), `progressed` the game
(share of rounds), `accessed` each phase (area), `selected` in the launch vote (question), and
`completed` the game, for each seat with its score and the outcome.
"""
FILES: Final = """\
The debrief with every moment, in one HTML file that fetches nothing: scripts, styles, fonts and
data are inside, under a policy of its own with their hashes and with Trusted Types. A moment is
kept as what changed since the one before, packed with gzip: a whole game takes some hundred
kilobytes, and half a megabyte is the page itself. It needs a browser of the last three years. With
a seat's eyes it holds the views of that seat and what all could see; with `facilitator`
everybody's, and the launch curve and the alternatives of its turning points where they were worked
out.
"""
REPORTS: Final = """\
The after-action report and improvement plan, section by section from the same record: as a page
with good print styles, as a document with heading styles, contents, numbered captions, and charts
as pictures with their finding as alternative text (python-docx, resvg), as tagged PDF (WeasyPrint:
`make pdf`).
"""


def exports_page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("# Exports", "", MADE, "", INTRODUCTION)
    yield from ("| format | what it is | own eyes |", "| --- | --- | --- |")
    for name, one in EXPORTS.items():
        yield f"| `{name}` | {one.words} | {'yes' if one.own else 'no'} |"
    yield from ("", "## `log`", "", LOG)
    yield from ("## `csv`: the `sheets`", "", CSV)
    yield from _columns()
    yield from ("## `debrief`", "", FILES)
    yield from ("## `report`, `document`, `pdf`", "", REPORTS)
    yield from ("## `xapi`", "", XAPI)
    yield from ("| line | verb | activity | actor |", "| --- | --- | --- | --- |")
    for kind, shape in SHAPES.items():
        actor = f"`{shape.actor}` of the line" if shape.actor else "who acted"
        yield f"| `{kind}` | {shape.verb} | {shape.type} | {actor} |"


def _columns() -> Iterator[str]:
    for sheet in SHEETS:
        yield from (f"### {sheet.name}.csv", "", sheet.words, "")
        yield from ("| column | meaning |", "| --- | --- |")
        yield from (f"| `{one.name}` | {one.words} |" for one in sheet.columns)
        yield ""
