"""The script of a ruleset, and the same as a spreadsheet: every fault has its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from game.actions import BY_KIND
from game.choice import Choice, Option
from game.cues import ActCue, AgendaCue, DependencyCue, FrameCue, Gauge, SeatCue, TableCue
from game.effects import EFFECTS
from game.effects.shared import Track as MoveTrack
from game.goals import Measure
from game.opening import BLANK, Setup, open_command
from game.parse import parse
from game.parse.cues import read_cues, written_cues
from game.parse.forms import FormField, cue_forms, effect_forms
from game.parse.sheet import COLUMNS, MOST_FAULTS, bare, guarded, read_sheet, write_sheet
from game.script import MOST_LINES, LineSpec, LineWords, decoded
from game.vocabulary import (
    CardKind,
    DependencyId,
    OptionId,
    Phase,
    Rationality,
    SeatId,
    State,
    Track,
)
from tests.given import tiny
from tests.rulesets import RULESETS, TINY, faults, files_of, load

LINE = "[[script]]\nnumber = 1\n"
WORDS = '\n[script.1]\nheadline = "Flood"\n'


def with_script(script: str, words: str = WORDS) -> dict[str, str]:
    files = files_of(TINY)
    return files | {"script.toml": script, "texts/en.toml": files["texts/en.toml"] + words}


def test_a_script_lies_on_the_table_by_number() -> None:
    script = LINE.replace("1", "2") + 'card = "ruling"\n' + LINE
    card = tiny().events[1].id
    rules = parse(with_script(script.replace("ruling", card)))
    table = open_command(rules, Setup("seed")).table
    assert [one.number for one in table.script] == [1, 2]
    assert decoded(table.script[1].body) == LineSpec(number=2, card=card)
    assert open_command(tiny(), Setup("seed")).table.script == BLANK.script == ()


SCENARIOS = (
    "functional_equivalents",
    "new_address",
    "newborn",
    "one_counter",
    "the_partnership",
)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_scripts_of_the_rulesets_are_read(name: str) -> None:
    rules = load(RULESETS / name)
    assert [one.number for one in rules.script] == [10, 20, 21, 30, 31, 40, 50, 60, 70]
    assert rules.line_words("en", 30).expected.startswith("Two ")
    assert rules.line_words("en", 20).expected == "Somebody shows a fact to all."


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_line_of_a_scenario_says_what_is_expected_and_what_else_to_do(name: str) -> None:
    rules = load(RULESETS / name)
    laid_instead = {one.contingency for one in rules.script if one.contingency}
    for one in rules.script:
        words = rules.line_words("en", one.number)
        assert words.expected
        assert words.objective
        assert one.card or (words.headline and words.story)
        assert one.when or one.round or one.number in laid_instead
        # a line for some is for a seat that sits there with any number of players
        assert set(one.to) <= {rules.sponsor}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("round = 9", "script[0].round: 9 comes after the last round, 3"),
        ("after_s = 60", "script[0].after_s: 60 needs a `phase` to count from"),
        ("auto = true", "script[0].auto: needs a `round`, a `phase` or `when`: it is never due"),
        ('phase = "vote"', "script[0].phase: 'vote' is not one of briefing, talk, plan, reveal"),
        ('to = ["mayor"]', "script[0].to[0]: 'mayor' is not a seat here"),
        ('to = ["council", "council"]', "script[0].to[1]: 'council' stands there already"),
        ("contingency = 1", "script[0].contingency: 1 is the line itself"),
        ("contingency = 7", "script[0].contingency: 7 is the number of no line"),
        ("window_s = 5", "script[0].window_s: 5 is not between 10 and 7200"),
        (
            'effects = [{ type = "track", track = "support", by = 0 }]',
            "script[0].effects[0].by: 0 moves nothing",
        ),
        (
            'when = [{ is = "table", of = "support" }]',
            "script[0].when[0]: needs `at_least` or `at_most`",
        ),
        (
            'when = [{ is = "table", of = "support", at_least = 3, at_most = 2 }]',
            "script[0].when[0]: asks for at least 3 and at most 2",
        ),
        (
            'expect = [{ is = "seat", seat = "mayor", of = "budget", at_least = 9 }]',
            "script[0].expect[0].at_least: 9 is more than 8",
        ),
        (
            'expect = [{ is = "dependency", dependency = "none", state = "live" }]',
            "script[0].expect[0].dependency: 'none' is not a dependency here; allowed: ",
        ),
        (
            'when = [{ is = "act", kind = "dance" }]',
            "script[0].when[0].kind: 'dance' is not one of scan, map",
        ),
        (
            'when = [{ is = "act", kind = "map", seat = "mayor" }]',
            "script[0].when[0].seat: 'mayor'",
        ),
        ('when = [{ is = "seat", seat = "council", of = "budget", at_most = 9 }]', ""),
        ('when = [{ is = "frame", value = "legal" }, { is = "act", kind = "map" }]', ""),
        ('card = "none"', "script[0].card: 'none' is not a card here"),
        ("nubmer = 2", "script[0].nubmer: is not a field here; did you mean 'number'?"),
    ],
)
def test_each_fault_of_a_line_is_said_with_its_place(line: str, fault: str) -> None:
    files = with_script(f"{LINE}{line}\n")
    if not fault:
        assert len(parse(files).script) == 1
        return
    assert any(one.startswith(f"script.toml: {fault}") for one in faults(files)), faults(files)


def test_a_card_of_the_decks_stands_alone_and_with_a_choice_is_for_all() -> None:
    asking = next(one.id for one in tiny().events if one.choice is not None)
    found = faults(with_script(f'{LINE}card = "{asking}"\nkind = "legal"\nto = ["council"]\n'))
    assert [one.partition(": ")[2] for one in found[:2]] == [
        f"script[0].card: '{asking}' stands beside `kind`, `effects` or `choice`; take one",
        "script[0].to: cannot be: the card poses a choice, so it is for all",
    ]


PILOT = """choice.by = "all"
choice.default = "wait"
choice.options = [
  { id = "wait" },
  { id = "pilot", effects = [{ type = "track", track = "support", by = -1 }] },
]
"""
PILOT_WORDS = WORDS + 'options.wait = "Wait and see"\noptions.pilot = "Offer a pilot"\n'
CHOICE = Choice(
    by="all",
    default=OptionId("wait"),
    options=(
        Option(id=OptionId("wait")),
        Option(id=OptionId("pilot"), effects=(MoveTrack(track=Track.SUPPORT, by=-1),)),
    ),
)


def test_the_own_card_of_a_line_poses_a_choice_whose_options_have_words() -> None:
    rules = parse(with_script(LINE + PILOT, PILOT_WORDS))
    assert rules.script[0].choice == CHOICE
    assert rules.line_words("en", 1).options == ("Wait and see", "Offer a pilot")
    missing = "texts/en.toml: script.1.options.pilot: is missing"
    assert any(
        one.startswith(missing)
        for one in faults(with_script(LINE + PILOT, PILOT_WORDS.replace("options.pilot", "#")))
    )
    long = PILOT_WORDS.replace("Wait and see", "x" * 61)
    assert any("61 characters; 60 fit" in one for one in faults(with_script(LINE + PILOT, long)))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('"all"', '"mayor"', "script[0].choice.by: 'mayor' is not a seat here"),
        ('default = "wait"', 'default = "no"', "script[0].choice.default: 'no' is not one of wait"),
        ("by = -1", "by = 0", "script[0].choice.options[1].effects[0].by: 0 moves nothing"),
        ('id = "pilot"', 'id = "wait"', "script[0].choice.options[1].id: 'wait' is taken already"),
        ('id = "pilot"', 'id = "A b"', "script[0].choice.options[1].id: 'A b' is no id"),
        ('{ id = "wait" },', "", "script[0].choice.options: are fewer than 2"),
        (
            '{ id = "wait" },',
            '{ id = "wait" }, { id = "a" }, { id = "b" },',
            "script[0].choice.options: are more than 3",
        ),
        ("choice.by", 'to = ["council"]\nchoice.by', "script[0].to: cannot be: the line poses"),
        ("choice.by", 'card = "ruling"\nchoice.by', "script[0].card: 'ruling' stands beside"),
    ],
)
def test_each_fault_of_a_choice_is_said_with_its_place(before: str, after: str, fault: str) -> None:
    found = faults(with_script(LINE + PILOT.replace(before, after, 1), PILOT_WORDS))
    assert any(one.startswith(f"script.toml: {fault}") for one in found), found


def test_an_option_does_not_do_more_than_a_card_may() -> None:
    many = ", ".join(['{ type = "track", track = "support", by = -1 }'] * 7)
    found = faults(with_script(LINE + PILOT.replace("effects = [", f"effects = [{many}, ")))
    assert any("choice.options[1].effects: are more than 6" in one for one in found)


def test_lines_have_numbers_of_their_own_and_are_not_too_many() -> None:
    assert "script.toml: script[1].number: 1 is taken already" in faults(with_script(LINE + LINE))
    many = "".join(f"[[script]]\nnumber = {one + 1}\n" for one in range(MOST_LINES + 1))
    words = "".join(f'\n[script.{one + 1}]\nheadline = "H"\n' for one in range(MOST_LINES + 1))
    assert faults(with_script(many, words)) == [
        f"script.toml: script: are more than {MOST_LINES} lines"
    ]
    cues = ", ".join(['{ is = "table", of = "live", at_least = 1 }'] * 9)
    effects = ", ".join(['{ type = "audit" }'] * 7)
    found = faults(with_script(f"{LINE}when = [{cues}]\neffects = [{effects}]\n"))
    assert found == [
        "script.toml: script[0].effects: are more than 6",
        "script.toml: script[0].when: are more than 8 cues",
    ]


def test_words_of_lines_are_asked_for_and_no_others() -> None:
    assert faults(with_script(LINE, "")) == ["texts/en.toml: script.1.headline: is missing"]
    found = faults(with_script(LINE, WORDS + '\n[script.7]\nheadline = "H"\n'))
    assert [one.partition(" is not")[0] for one in found] == ["texts/en.toml: script.7.headline:"]
    broken = faults(
        with_script(
            LINE + "[[script]]\nnumber = 8\nround = 0\n", WORDS + '\n[script.8]\nheadline = "H"\n'
        )
    )
    assert broken == ["script.toml: script[1].round: 0 is not between 1 and 12"]


def test_a_script_that_is_no_list_or_no_toml_is_a_fault_of_its_file() -> None:
    assert (
        faults(with_script("script = 3", ""))[0]
        == "script.toml: script: 3 is not a list; one is written [first, second]"
    )
    assert (
        faults(with_script("script = [3]", ""))[0]
        == "script.toml: script[0]: 3 is not a table; one is written { name = value }"
    )
    assert faults(with_script("[[script", ""))[0].startswith("script.toml: ")
    assert faults(with_script("sript = 1", ""))[0].startswith("script.toml: sript: is not a field")
    odd = faults(with_script("[[script]]\nnumber = []\n", ""))
    assert odd == ["script.toml: script[0].number: [] is not a whole number"]


# --- cues in a line


CUES = (
    TableCue(of=Gauge.SUPPORT, at_most=2),
    TableCue(of=Gauge.LIVE, at_least=1),
    TableCue(of=Gauge.BROKEN, at_least=1, at_most=1),
    SeatCue(seat=SeatId("council"), of=Measure.BUDGET, at_least=3),
    DependencyCue(dependency=DependencyId("council_library_names"), state=State.LIVE),
    FrameCue(value=Rationality.LEGAL),
    AgendaCue(value=Rationality.POLITICAL),
    ActCue(kind="sign"),
    ActCue(kind="sign", seat=SeatId("council")),
)


def test_cues_are_written_in_a_line_and_read_again() -> None:
    line = written_cues(CUES)
    assert line == (
        "support <= 2; live >= 1; broken = 1; council.budget >= 3; council_library_names is live; "
        "frame is legal; agenda is political; did sign; council did sign"
    )
    assert read_cues(line) == (CUES, [])
    both = written_cues([TableCue(of=Gauge.SUPPORT, at_least=2, at_most=4)])
    assert both == "support >= 2; support <= 4"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("suport <= 2", "'suport <= 2': 'suport' is not a number of the table"),
        ("tax.cash = 2", "'tax.cash = 2': 'cash' is not a number of a seat here; allowed: "),
        ("frame is legl", "'frame is legl': 'legl' is not one of political, legal"),
        ("names is dead", "'names is dead': 'dead' is not one of open, signed"),
        ("did dance", "'did dance': 'dance' is not one of scan, map"),
        ("support < 2", "'support < 2': write `support <= 2`"),
    ],
)
def test_what_is_no_cue_is_said(line: str, fault: str) -> None:
    found, wrong = read_cues(f"{line};;")
    assert found == ()
    assert wrong[0].startswith(fault), wrong


# --- the sheet


FULL = LineSpec(
    number=10,
    round=2,
    phase=Phase.TALK,
    after_s=60,
    when=CUES[:2],
    kind=CardKind.LEGAL,
    effects=(MoveTrack(track=Track.SUPPORT, by=-1),),
    to=(SeatId("council"), SeatId("library")),
    expect=CUES[3:4],
    window_s=120,
    contingency=20,
    auto=True,
)
SAID = LineWords(
    headline='=Flood, "high"',
    story="It rises; fast",
    expected="They meet",
    objective="Calm",
    contingency="'quoted",
)


def test_a_script_goes_out_and_comes_in_the_same() -> None:
    lines = [(FULL, SAID), (LineSpec(number=20, card=tiny().events[1].id), LineWords())]
    sheet = write_sheet(lines)
    assert sheet.splitlines()[0] == ",".join(COLUMNS)
    assert "'=Flood" in sheet
    read = read_sheet(sheet, tiny())
    assert read.faults == ()
    assert [(one.row, one.line, one.words) for one in read.rows] == [
        (row, line, words) for row, (line, words) in enumerate(lines, start=2)
    ]


ASKING = LineSpec(number=30, kind=CardKind.LEGAL, choice=CHOICE)
ASKED = LineWords(headline="Which?", options=("=Wait and see", "Offer a pilot"))


def test_a_choice_goes_out_and_comes_in_the_same_with_the_names_of_its_options() -> None:
    third = Option(id=OptionId("third"))
    first, second = (
        replace(one, id=OptionId(name))
        for one, name in zip(CHOICE.options, ("first", "second"), strict=True)
    )
    plain = Choice(by="council", default=OptionId("second"), options=(first, second, third))
    lines = [
        (ASKING, ASKED),
        (replace(ASKING, number=40, choice=plain), replace(ASKED, options=("A", "B", "C"))),
    ]
    sheet = write_sheet(lines)
    assert "wait; pilot" in sheet
    assert "first; second" not in sheet
    read = read_sheet(sheet, tiny())
    assert (read.faults, [(one.line, one.words) for one in read.rows]) == ((), lines)


def test_an_option_without_a_name_goes_out_by_its_id() -> None:
    read = read_sheet(write_sheet([(ASKING, replace(ASKED, options=()))]), tiny())
    assert read.rows[0].words.options == ("wait", "pilot")


POSING = "number,headline,choice,option_1,option_2"


@pytest.mark.parametrize(
    ("sheet", "fault"),
    [
        (f"{POSING}\n1,A,mayor,B,C", (2, "choice", "'mayor' is not a seat here")),
        (f"{POSING}\n1,A,,B,C", (2, "choice", "is empty, though options stand beside it")),
        (f"{POSING}\n1,A,all,B,", (2, "option_2", "is missing; a choice has two options")),
        (f"{POSING}\n1,A,all,,C", (2, "option_1", "is missing")),
        (f"{POSING},effects_3\n1,A,all,B,C,[]", (2, "option_3", "is missing")),
        (f"{POSING}\n1,A,all,{'B' * 61},C", (2, "option_1", "has 61 characters; 60 fit")),
        (f"{POSING},default\n1,A,all,B,C,3", (2, "default", "3 is the number of no option")),
        (f"{POSING},option_ids\n1,A,all,B,C,one", (2, "option_ids", "are 1; the options are 2")),
        (f"{POSING},option_ids\n1,A,all,B,C,a;a", (2, "option_ids", "a is taken already")),
        (f"{POSING},effects_2\n1,A,all,B,C,[", (2, "effects_2", "is no JSON")),
        (
            f'{POSING},effects_2\n1,A,all,B,C,"[{{""type"":""deadline"",""round"":9}}]"',
            (2, "effects_2", "[0].round 9 comes after the last round"),
        ),
        (f"{POSING},to\n1,A,all,B,C,council", (2, "to", "cannot be: the line poses a choice")),
    ],
)
def test_each_fault_of_a_choice_in_a_sheet_has_its_row_and_column(
    sheet: str, fault: tuple[int, str, str]
) -> None:
    found = [(one.row, one.column, one.sentence) for one in read_sheet(sheet, tiny()).faults]
    row, column, sentence = fault
    assert [
        one for one in found if one[:2] == (row, column) and sentence in one[2].replace("'a'", "a")
    ], found


def test_a_sheet_of_another_country_is_read_too() -> None:
    for sign in (";", "\t"):
        rows = (("\ufeffNumber", " headline", "to"), ("10", "Flood", "council"), (), ("", "", ""))
        text = "\r\n".join(sign.join(row) for row in rows)
        read = read_sheet(text, tiny())
        assert read.faults == ()
        assert read.rows[0].line == LineSpec(number=10, to=(SeatId("council"),))


@pytest.mark.parametrize(
    ("sheet", "fault"),
    [
        ("", (0, "", "The sheet is empty.")),
        (" \n,\n", (0, "", "The sheet is empty.")),
        ("number\n" + "A" * 200_000, (0, "", "This is no CSV: field larger than field limit")),
        ("number,nubmer\n", (1, "nubmer", "'nubmer' is not a column here; did you mean 'number'?")),
        ("number,number\n", (1, "number", "stands there twice")),
        ("headline\nA", (1, "number", "is missing; every line has a number")),
        ("number,headline\n,A", (2, "number", "is missing")),
        ("number,headline\nten,A", (2, "number", "'ten' is not a whole number that fits")),
        ("number,headline\n12345,A", (2, "number", "'12345' is not a whole number that fits")),
        ("number,headline\n0,A", (2, "number", "0 is not between 1 and 999")),
        ("number,headline\n1,A\n1,B", (3, "number", "1 stands in a row above already")),
        ("number,headline\n1,A,B", (2, "", "has 3 cells; the header has 2")),
        ("number,headline\n1,", (2, "headline", "is missing; a card written here needs one")),
        ("number,headline\n1," + "A" * 61, (2, "headline", "has 61 characters; 60 fit on a phone")),
        ("number,headline\n1,A\u202eB", (2, "headline", "has signs that cannot be shown")),
        ("number,phase\n1,vote", (2, "phase", "'vote' is not one of briefing, talk, plan, reveal")),
        ("number,kind\n1,odd", (2, "kind", "'odd' is not one of legal, political, incident")),
        ("number,to\n1,mayor", (2, "to", "[0] 'mayor' is not a seat here")),
        (
            "number,conditions\n1,tax.budget >= 1",
            (2, "conditions", "[0].seat 'tax' is not a seat here"),
        ),
        ("number,expected_when\n1,odd", (2, "expected_when", "'odd': write `support <= 2`")),
        ("number,contingency_line\n1,1", (2, "contingency_line", "1 is the line itself")),
        ("number,auto\n1,maybe", (2, "auto", "'maybe' is neither `yes` nor `no`")),
        ("number,effects\n1,[", (2, "effects", "is no JSON: Input data was truncated")),
        ("number,effects\n1,[3]", (2, "effects", "is no list of effects: Expected `object`")),
    ],
)
def test_each_fault_of_a_sheet_has_its_row_and_column(
    sheet: str, fault: tuple[int, str, str]
) -> None:
    found = [(one.row, one.column, one.sentence) for one in read_sheet(sheet, tiny()).faults]
    row, column, sentence = fault
    assert [one for one in found if one[:2] == (row, column) and one[2].startswith(sentence)], found


def test_rows_without_a_fault_are_told_beside_the_faults_of_others() -> None:
    read = read_sheet("number,headline,round\n1,A,1\n2,B,9\n3,C,2\n", tiny())
    assert [one.row for one in read.rows] == [2, 4]
    assert [(one.row, one.column) for one in read.faults] == [(3, "round")]


def test_a_sheet_is_not_longer_than_a_script() -> None:
    rows = "".join(f"{one + 1},A\n" for one in range(MOST_LINES + 1))
    read = read_sheet(f"number,headline\n{rows}", tiny())
    assert [one.sentence for one in read.faults] == [
        f"{MOST_LINES + 1} lines; a script has up to {MOST_LINES}."
    ]


def test_of_a_sheet_without_end_no_row_is_looked_at() -> None:
    read = read_sheet("number,headline\n" + "odd\n" * 100_000, tiny())
    assert [one.sentence for one in read.faults] == [
        f"100000 lines; a script has up to {MOST_LINES}."
    ]


def test_of_a_header_without_end_some_faults_are_told() -> None:
    assert len(read_sheet("odd," * 100_000 + "\n1", tiny()).faults) == MOST_FAULTS


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=200))
def test_no_sheet_breaks_the_reader(text: str) -> None:
    read_sheet(f"number,headline,conditions,effects\n{text}", tiny())
    read_sheet(text, tiny())


@given(some.text(alphabet="=+-@'a ", max_size=6))
def test_a_guarded_cell_is_no_formula_and_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@"))
    assert bare(guarded(cell)) == cell.strip() or cell != cell.strip()


def test_a_cell_of_nothing_but_tabs_is_looked_at_once() -> None:
    """By the square of its length this would take hours."""
    cell = "\t" * 2**21 + "x"
    assert guarded(cell) == cell
    assert bare(cell) == "x"


def test_the_bounds_of_a_line_written_at_the_table_are_those_of_a_file() -> None:
    read = read_sheet("number,headline,round\n1,A,3\n", tiny())
    assert read.rows[0].line == replace(LineSpec(number=1), round=3)


def test_effects_and_cues_are_offered_as_forms_with_their_bounds() -> None:
    effects = {one.tag: one.fields for one in effect_forms()}
    assert tuple(effects) == tuple(str(one.__struct_config__.tag) for one in EFFECTS)
    assert effects["track"] == (
        FormField("track", "choice", needed=True, options=("support", "legal_pressure", "counter")),
        FormField("by", "number", needed=True, low=-5, high=5),
    )
    assert effects["turn"] == (FormField("real", "yes", needed=True),)
    assert [(one.name, one.takes, one.needed) for one in effects["trust"]] == [
        ("by", "number", True), ("towards", "seat", False), ("between", "dependency", False),
    ]  # fmt: skip
    assert effects["agenda"][0].options == tuple(Rationality)
    cues = {one.tag: one.fields for one in cue_forms()}
    assert tuple(cues) == ("table", "seat", "dependency", "frame", "agenda", "act")
    assert cues["act"][0].options == tuple(BY_KIND)
    assert cues["table"][1] == FormField("at_least", "number", needed=False, low=0, high=99)


def test_an_item_without_an_id_is_told_of_and_hides_no_other_fault() -> None:
    files = files_of(TINY)
    files["cards.toml"] += '\n[[events]]\nkind = "leagl"\n'
    place = len(tiny().events)
    assert [one.partition(": ")[2] for one in faults(files)][:2] == [
        f"events[{place}].id: is missing",
        (
            f"events[{place}].kind: 'leagl' is not one of "
            "legal, political, incident, citizen, budget, technology; did you mean 'legal'?"
        ),
    ]
