"""The script as a spreadsheet: comma-separated values with a documented header, out and in.

Reading stores nothing: it says of each row what it would bring, and every fault with its row and
column. Cells that a spreadsheet would take for a formula are guarded by an apostrophe.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct

from game.choice import Choice
from game.cues import AnyCue
from game.parse.cells import Cells, SheetFault, written_effects
from game.parse.cues import read_cues, written_cues
from game.parse.faults import one_of, shown, unknown
from game.parse.script import line_faults
from game.parse.sheetchoice import COLUMNS as CHOICE
from game.parse.sheetchoice import choice_cells, column_of, read_choice
from game.ruleset import Ruleset
from game.script import MOST_LINES, SCRIPT_PHASES, WORDS, LineSpec, LineWords
from game.vocabulary import CardId, CardKind, Phase, SeatId

COLUMNS: Final = {
    "number": "1 to 999, each once. A number that the script has already is written anew.",
    "round": "Empty: any.",
    "phase": "`briefing`, `talk`, `plan` or `reveal`. Empty: any.",
    "after_s": "Seconds after that phase began. Empty: at once.",
    "conditions": "What else must be so, joined by semicolons: `support <= 2; tax.budget >= 3; "
    "registry_tax is live; frame is legal; agenda is legal; tax did sign`.",
    "card": "The id of a card of the decks. Empty: the card is written here.",
    "headline": "Of a card written here; read by those whom it is for.",
    "story": "Below the headline.",
    "kind": "Of a card written here: `legal`, `political`, `incident`, `citizen`, `budget` or "
    "`technology`.",
    "effects": "What a card written here does, as in `script.toml`, but as JSON: "
    '`[{"type": "track", "track": "support", "by": -1}]`. Empty: nothing.',
    **CHOICE,
    "to": "Ids of seats, joined by semicolons. Empty: all. Not for a card with a choice.",
    "expected": "What the players should do, in words; for facilitators alone.",
    "expected_when": "How the table shows that they did; as `conditions`.",
    "window_s": "Seconds that they have for it. Empty: no limit.",
    "objective": "What the line is for; for facilitators alone.",
    "contingency_line": "The number of the line to lay where they do not.",
    "contingency": "What to say where they do not.",
    "auto": "`yes`: on autopilot it is laid when it is due.",
}
"""The header, and what stands below it."""

PLACES: Final = {
    "when": "conditions",
    "expect": "expected_when",
    "contingency": "contingency_line",
}
"""The column of a field that is called otherwise."""
# Both match without a sign too: tabs are separators and spaces, and are to be looked at once.
FORMULA: Final = re.compile(r"((?:^|[;,\t|])\s*+)([=+\-@']?)")
GUARDED: Final = re.compile(r"((?:^|[;,\t|])\s*+)(?:'(?=[=+\-@']))?")
MOST_FAULTS: Final = 20
"""Of a header, that are told: who sends a photograph is told so soon enough."""
SEPARATORS: Final = ",;\t"
YES: Final = frozenset({"yes", "true", "1", "x"})
NO: Final = frozenset({"", "no", "false", "0"})


class SheetRow(Struct, frozen=True):
    """A line as a row would bring it."""

    row: int
    line: LineSpec
    words: LineWords


class Sheet(Struct, frozen=True):
    """What a sheet holds: the rows without a fault, and the faults of all others."""

    rows: tuple[SheetRow, ...]
    faults: tuple[SheetFault, ...]


class Written:
    """What `csv` writes to."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str) -> None:
        """One more row."""
        self.parts.append(part)


def write_sheet(lines: Iterable[tuple[LineSpec, LineWords]]) -> str:
    """The sheet of a script, a row a line."""
    into = Written()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line, words in lines:
        cells = cells_of(line, words)
        writer.writerow([guarded(cells[name]) for name in COLUMNS])
    return "".join(into.parts)


def cells_of(line: LineSpec, words: LineWords) -> dict[str, str]:
    """A line, by column."""

    def number(value: int | None) -> str:
        return "" if value is None else str(value)

    return {
        "number": str(line.number),
        "round": number(line.round),
        "phase": line.phase or "",
        "after_s": number(line.after_s or None),
        "conditions": written_cues(line.when),
        "card": line.card or "",
        "headline": words.headline,
        "story": words.story,
        "kind": line.kind or "",
        "effects": written_effects(line.effects),
        **choice_cells(line.choice, words.options),
        "to": "; ".join(line.to),
        "expected": words.expected,
        "expected_when": written_cues(line.expect),
        "window_s": number(line.window_s),
        "objective": words.objective,
        "contingency_line": number(line.contingency),
        "contingency": words.contingency,
        "auto": "yes" if line.auto else "",
    }


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula, whatever it separates cells with.

    >>> guarded("=1+1"), guarded("a;=1"), guarded("'quoted"), guarded("Flood")
    ("'=1+1", "a;'=1", "''quoted", 'Flood')
    """
    return FORMULA.sub(lambda at: f"{at[1]}'{at[2]}" if at[2] else at[1], cell)


def bare(cell: str) -> str:
    """A cell without its guards.

    >>> bare("'=1+1"), bare("a;'=1"), bare("''quoted"), bare(" Flood ")
    ('=1+1', 'a;=1', "'quoted", 'Flood')
    """
    return GUARDED.sub(r"\1", cell).strip()


def read_sheet(text: str, rules: Ruleset) -> Sheet:
    """What a sheet would bring to a table of this ruleset."""
    body = text.removeprefix("\ufeff")
    try:
        rows = list(csv.reader(body.splitlines(keepends=True), delimiter=separator(body)))
    except csv.Error as wrong:
        return Sheet((), (SheetFault(0, "", f"This is no CSV: {wrong}."),))
    if not any(any(cell.strip() for cell in record) for record in rows):
        return Sheet((), (SheetFault(0, "", "The sheet is empty."),))
    header = [cell.strip().lower() for cell in rows[0]]
    faults = list(islice(check_header(header), MOST_FAULTS))
    if faults:
        return Sheet((), tuple(faults))
    records = [
        (row, record)
        for row, record in enumerate(rows[1:], start=2)
        if any(cell.strip() for cell in record)
    ]
    if len(records) > MOST_LINES:
        # None of them is looked at: that would take as long as whoever sent it likes.
        words = f"{len(records)} lines; a script has up to {MOST_LINES}."
        return Sheet((), (SheetFault(0, "", words),))
    return read_rows(header, records, rules)


def read_rows(header: list[str], records: Sequence[tuple[int, list[str]]], rules: Ruleset) -> Sheet:
    """The rows below a sound header, each with its number."""
    rows: list[SheetRow] = []
    faults: list[SheetFault] = []
    seen: set[int] = set()
    for row, record in records:
        reader = RowReader(row, dict(zip(header, map(bare, record), strict=False)))
        found = reader.read(rules)
        if found is not None and found.line.number in seen:
            reader.fault("number", f"{found.line.number} stands in a row above already")
        if found is not None:
            seen.add(found.line.number)
        if len(record) > len(header):
            reader.fault("", f"has {len(record)} cells; the header has {len(header)}")
        faults += reader.faults
        if found is not None and not reader.faults:
            rows.append(found)
    return Sheet(tuple(rows), tuple(faults))


def separator(body: str) -> str:
    """What separates the cells: a spreadsheet takes what its country takes."""
    first = body.split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def check_header(header: list[str]) -> Iterator[SheetFault]:
    """The columns are known, each once, and the number is among them."""
    for index, name in enumerate(header):
        if name not in COLUMNS:
            words = unknown(name, COLUMNS, "column")
            yield SheetFault(1, name[:40], f"{shown(name)} {words}")
        elif name in header[:index]:
            yield SheetFault(1, name, "stands there twice")
    if "number" not in header:
        yield SheetFault(1, "number", "is missing; every line has a number")


class RowReader(Cells):
    """Reads one row."""

    def read(self, rules: Ruleset) -> SheetRow | None:
        """The line of this row; None: it has no number by which it could be named."""
        choice, labels = read_choice(self)
        words = LineWords(**self.said(), options=labels)
        line = self.line(choice)
        if line is None:
            return None
        for fault in line_faults(line, rules):
            column, rest = placed(fault.path)
            sentence = " ".join(one for one in (rest, fault.value, fault.allowed) if one)
            self.fault(column, sentence)
        if line.card is None and not words.headline:
            self.fault("headline", "is missing; a card written here needs one")
        return SheetRow(self.row, line, words)

    def line(self, choice: Choice | None) -> LineSpec | None:
        """What the line does."""
        number = self.number("number")
        if number is None:
            if not self.cell("number"):
                self.fault("number", "is missing")
            return None
        return LineSpec(
            number=number,
            round=self.number("round"),
            phase=self.phase(),
            after_s=self.number("after_s") or 0,
            when=self.cues("conditions"),
            card=CardId(self.cell("card")) if self.cell("card") else None,
            kind=self.kind(),
            effects=self.effects("effects"),
            choice=choice,
            to=tuple(SeatId(one) for one in self.listed("to")),
            expect=self.cues("expected_when"),
            window_s=self.number("window_s"),
            contingency=self.number("contingency_line"),
            auto=self.yes("auto"),
        )

    def said(self) -> dict[str, str]:
        """What the line says, but for its options."""
        return {name: self.words(name, f"script.1.{name}") for name in WORDS}

    def phase(self) -> Phase | None:
        """The phase."""
        cell = self.cell("phase").lower()
        if cell and cell not in [one.value for one in SCRIPT_PHASES]:
            self.fault("phase", f"{shown(cell)} {one_of(SCRIPT_PHASES, cell)}")
            return None
        return Phase(cell) if cell else None

    def kind(self) -> CardKind | None:
        """The kind of card."""
        cell = self.cell("kind").lower()
        if cell and cell not in [one.value for one in CardKind]:
            self.fault("kind", f"{shown(cell)} {one_of(CardKind, cell)}")
            return None
        return CardKind(cell) if cell else None

    def cues(self, column: str) -> tuple[AnyCue, ...]:
        """The cues in a cell."""
        found, wrong = read_cues(self.cell(column))
        for one in wrong:
            self.fault(column, one)
        return found

    def yes(self, column: str) -> bool:
        """Yes or no."""
        cell = self.cell(column).lower()
        if cell not in YES | NO:
            self.fault(column, f"{shown(cell)} is neither `yes` nor `no`")
        return cell in YES


def placed(path: str) -> tuple[str, str]:
    """The column of a fault of a line, and what is left of its path."""
    field = path.partition("[")[0].partition(".")[0]
    if field == "choice":
        return column_of(path)
    return PLACES.get(field, field), path.removeprefix(field)
