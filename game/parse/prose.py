"""What stands before and after the tables of the page for authors. Written by hand."""

from typing import Final

BEFORE: Final = """
# Rulesets

<!-- Made by `make docs`: prose from game/parse/prose.py, tables from the types. -->

A ruleset is a folder of text files. It says who plays, what lies between the agencies, which cards
come and what all of it is called. Nobody has to write code to make one.

| file | holds |
| --- | --- |
| `ruleset.toml` | seats, dependencies, trust, agenda, concerns, numbers, modules |
| `cards.toml` | the event cards and those of year one |
| `evaluation.toml` | objectives and critical tasks for evaluators; may be left out |
| `script.toml` | the facilitator's injects; may be missing |
| `texts/en.toml` | every word that people read, a file a language |
| `SOURCES.md` | where cards and seats come from; for people, the game does not read it |

The words of the game itself (terms, actions, reasons, what effects are called) lie once for all
rulesets in `words/en.toml`. A ruleset may say any of them in its own way: the same key in its own
`texts/en.toml` wins.

`joinedup check` reads a ruleset and lists every fault at once, with file, place, value and what is
allowed. An editor that knows JSON schemas completes while you type: put
`#:schema ../schema.json` on the first line of `ruleset.toml`, `cards.toml`, `evaluation.toml` and
`script.toml`.

## Where to begin

The [author's guide](../docs/author-guide.md) builds a small scenario from nothing, step by step. Or
copy `tiny/`, give it a new `id` and name the folder so, and change one thing at a time; run
`joinedup check` in between. `newborn/` is a whole game.

- Ids are `snake_case`: small letters, digits, underscores. No seat is called `facilitator`,
  `chance`, `clock`, `all`, `drawn` or like a rationality; no dependency like a seat, or `hub`.
- Keep texts short: they are read on phones. The limits stand at the end of this page.
- Say after each number why it is so: `effort = 3  # two old systems count differently`.
- No villains: each agency is right in its own way.
- A goal that is met in nearly every game, or in nearly none, is no goal.

A card looks so:

```toml
[[events]]
id = "court"
kind = "legal"
effects = [
    { type = "track", track = "legal_pressure", by = 1 },
    { type = "suspend", sensitivity = 3, if = { live_at_least = 2 } },
]

[events.choice]
by = "all"
default = "wait"

[[events.choice.options]]
id = "wait"

[[events.choice.options]]
id = "inform"
effects = [{ type = "agency", who = "all", holding = "budget", by = -1 }]
```

and its words in `texts/en.toml` so:

```toml
[cards.court]
headline = "Court: an agreement is no law"
story = "Two offices passed on data because they had agreed to. That does not do."
question = "How does the project answer the judgment?"
options.wait = "Wait"
options.inform = "Tell every family, at our cost"
source = "After a judgment of 2015."       # may be left out: the real case, for the debrief
```

A line of the script looks so: in round 3, where nobody has signed yet, the console proposes it. It
says what is expected, how long that may take, and which line is proposed where it does not come.

```toml
[[script]]
number = 30
round = 3
phase = "talk"
when = [{ is = "table", of = "signed", at_most = 0 }]
kind = "political"
expect = [{ is = "table", of = "signed", at_least = 1 }]
window_s = 900
contingency = 31
```

Its card may pose a choice, as cards of the decks do; the words of each option then stand with its
other words in `texts/en.toml`:

```toml
[[script]]
number = 31
kind = "political"

[script.choice]
by = "all"
default = "pilot"
options = [
  { id = "pilot", effects = [{ type = "track", track = "support", by = -1 }] },
  { id = "law", effects = [{ type = "track", track = "legal_pressure", by = 1 }] },
]
```

```toml
[script.31]
headline = "The minister wants to see something signed"
options.pilot = "Offer a pilot"
options.law = "Ask for a law"
```

A ruleset may offer other countries, its own among them:
`contexts = ["plain", "strong_registers", "federal", "hub_by_law"]`. The facilitator then chooses
one when a session is made; `context` is what holds where nobody does.

## Fields
"""

SHEET: Final = """
## The script as a spreadsheet

The console takes a script out as CSV and takes one in, after a dry run that names every fault with
its row and column. The first row names the columns, in any order; only `number` must be there.
Cells are separated by commas, semicolons or tabs; the file is UTF-8. A cell that a spreadsheet
would take for a formula begins with an apostrophe.
"""

AFTER: Final = """
## Words

Every id needs its words in every language of the ruleset; what is missing, and what nothing asks
for, is a fault. Texts are plain: no line breaks but in a brief and in the opening, no markup.

| key | characters | what it is |
| --- | --- | --- |
| `ruleset.name`, `ruleset.service` | 60 | what the game and the shared service are called |
| `ruleset.summary` | 280 | what it is about, for those who choose a game |
| `ruleset.opening` | 700 | read when the game begins |
| `seats.<id>.name` | 40 | the agency |
| `seats.<id>.short` | 14 | the same where there is little room |
| `seats.<id>.holds` | 160 | its information domain, for all to see |
| `seats.<id>.goal`, `.core_value` | 140 | its public goal; what it may not give up |
| `seats.<id>.brief` | 700 | for its own eyes: what it knows, wants and fears |
| `dependencies.<id>.name` | 40 | the link |
| `dependencies.<id>.data` | 160 | what data would flow |
| `agenda.<id>.headline` | 60 | why politics turns |
| `agenda.<id>.story` | 280 | what has happened |
| `concerns.<id>.name` | 40 | the concern |
| `concerns.<id>.text` | 140 | when it is met |
| `cards.<id>.headline` | 60 | the card |
| `cards.<id>.story` | 280 | what has happened |
| `cards.<id>.question` | 140 | with a choice: what is to be decided |
| `cards.<id>.options.<id>` | 60 | each answer |
| `script.<number>.headline` | 60 | of a line without a card of the decks |
| `script.<number>.story` | 280 | below the headline; may be left out |
| `script.<number>.options.<id>` | 60 | each answer, where the line poses a choice |
| `script.<number>.expected`, `.objective`, `.contingency` | 160 | for facilitators |
| `cards.<id>.source` | 160 | may be left out: the real case, shown in the debrief |
| `debrief_questions.<phase>` | 160 | may be left out: an own question in a phase of the debrief |

A new language takes `words/<language>.toml`, `words/report/<language>.toml` for the after-action
report and, in each ruleset that is to speak it, `texts/<language>.toml`. `{names}` in the words are
filled when they are shown; each must stay.

## Licence

The texts, cards and numbers in this folder are under CC BY 4.0 (the file `LICENSE`); say in
`licence` what yours are under.
"""
