"""Each fault of a ruleset is said with its file, path, value and what is allowed."""

import pytest

from game.parse import parse
from game.parse.faults import Faulty
from game.parse.ids import NO_ID
from game.ruleset import Ruleset
from tests.rulesets import TINY, changed, faults, files_of

RULESET, CARDS, TEXTS, WORDS = "ruleset.toml", "cards.toml", "texts/en.toml", "words/en.toml"


def test_a_sound_ruleset_is_read_with_its_words_and_those_of_the_game() -> None:
    ruleset = parse(files_of(TINY))
    assert isinstance(ruleset, Ruleset)
    assert ruleset.texts["en"]["seats.council.name"] == "Town council"
    assert ruleset.texts["en"]["actions.sign.name"] == "Sign"


def test_a_ruleset_says_a_word_of_the_game_in_its_own_way() -> None:
    files = files_of(TINY)
    files[TEXTS] += '\n[terms.support]\nname = "The mayor\'s favour"\n'
    assert parse(files).texts["en"]["terms.support.name"] == "The mayor's favour"


def test_all_faults_are_said_at_once() -> None:
    files = files_of(TINY)
    files[RULESET] = files[RULESET].replace('sponsor = "council"', 'sponsor = "mayor"')
    files[CARDS] = files[CARDS].replace('kind = "legal"', 'kind = "leagl"', 1)
    files[CARDS] = files[CARDS].replace('towards = "archive"', 'towards = "archives"')
    files[TEXTS] = files[TEXTS].replace('name = "The lost card"\n', "")
    assert faults(files) == [
        (
            "cards.toml: events[0].kind: 'leagl' is not one of "
            "legal, political, incident, citizen, budget, technology; did you mean 'legal'?"
        ),
        "ruleset.toml: sponsor: 'mayor' is not a seat here; allowed: archive, council, library",
        "ruleset.toml: seating.2: does not seat the sponsor, mayor",
        "ruleset.toml: seating.3: does not seat the sponsor, mayor",
        (
            "cards.toml: events[2].effects[1].towards: 'archives' is not a seat here; "
            "did you mean 'archive'?"
        ),
        "texts/en.toml: ruleset.name: is missing",
    ]


def test_an_item_with_a_fault_is_still_known_to_the_others() -> None:
    files = changed(RULESET, 'colour = "jade"', 'colour = "green"')
    assert faults(files) == [
        (
            "ruleset.toml: seats[1].colour: 'green' is not one of "
            "blue, brick, jade, ochre, plum, teal, violet"
        )
    ]


def test_a_faulty_says_one_fault_a_line() -> None:
    files = files_of(TINY)
    del files[CARDS]
    del files[RULESET]
    with pytest.raises(Faulty, match=r"ruleset.toml: is missing\ncards.toml: is missing"):
        parse(files)


def test_a_long_value_is_shortened() -> None:
    files = changed(RULESET, 'sponsor = "council"', f"sponsor = {list(range(100))}")
    assert faults(files) == [
        (
            "ruleset.toml: sponsor: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16... "
            "is not a text in quotes"
        )
    ]


FILES = {
    "a file that is no TOML": (
        RULESET, "format = 1", "format = ",
        [("ruleset.toml: line 4: 'format =' has no value after =; "
         'a text stands in straight quotes, as "so"')],
    ),
    "a field of the other file": (
        CARDS, "# --- events", "sponsor = 1",
        ["cards.toml: sponsor: belongs in ruleset.toml"],
    ),
    "a field of no file": (
        RULESET, "format = 1", "format = 1\nsponser = 1",
        ["ruleset.toml: sponser: is not a field here; did you mean 'sponsor'?"],
    ),
    "a field that nothing is like": (
        CARDS, "# --- events", "xyzzy = 1",
        ["cards.toml: xyzzy: is not a field here; allowed: events, year_one"],
    ),
    "a missing field": (
        RULESET, 'late_joiner = "take_over_bot"\n', "",
        ["ruleset.toml: late_joiner: is missing"],
    ),
    "a word that is not on the list": (
        CARDS, 'track = "legal_pressure", by = 2', 'track = "turst", by = 2',
        [("cards.toml: events[0].effects[0].track: 'turst' is not one of "
         "support, legal_pressure, counter")],
    ),
    "a track that no card may move": (
        CARDS, 'track = "legal_pressure", by = 2', 'track = "rating", by = 2',
        [("cards.toml: events[0].effects[0].track: 'rating' is not one of "
         "support, legal_pressure, counter")],
    ),
    "a holding that no card may move": (
        CARDS, 'who = "library", holding = "budget"', 'who = "library", holding = "hand"',
        [("cards.toml: events[0].choice.options[1].effects[0].holding: 'hand' is not one of "
         "budget, autonomy, routines")],
    ),
    "an effect that does not exist": (
        CARDS, 'type = "freeze"', 'type = "frost"',
        [("cards.toml: events[0].effects[1].type: 'frost' is not one of track, agency, agenda, "
         "trust, turn, weigh, suspend, reveal, audit, freeze, directives, deadline")],
    ),
    "an effect without a type": (
        CARDS, 'type = "freeze", ', "",
        [("cards.toml: events[0].effects[1].type: is missing; it is one of track, agency, agenda, "
         "trust, turn, weigh, suspend, reveal, audit, freeze, directives, deadline")],
    ),
    "an effect that is no table": (
        CARDS, '{ type = "freeze", sensitivity = 3 }', '"freeze"',
        [("cards.toml: events[0].effects[1]: 'freeze' is not a table; "
         "one is written { name = value }")],
    ),
    "a field that the effect does not have": (
        CARDS, '{ type = "freeze", sensitivity = 3 }', '{ type = "freeze", sensitivty = 3 }',
        [("cards.toml: events[0].effects[1].sensitivty: is not a field here; "
         "did you mean 'sensitivity'?"),
         "cards.toml: events[0].effects[1].sensitivity: is missing"],
    ),
    "a text for a number": (
        CARDS, 'type = "freeze", sensitivity = 3', 'type = "freeze", sensitivity = "3"',
        ["cards.toml: events[0].effects[1].sensitivity: '3' is not a whole number"],
    ),
    "true for a number": (
        CARDS, 'type = "freeze", sensitivity = 3', 'type = "freeze", sensitivity = true',
        ["cards.toml: events[0].effects[1].sensitivity: true is not a whole number"],
    ),
    "a number out of bounds": (
        CARDS, 'type = "freeze", sensitivity = 3', 'type = "freeze", sensitivity = 4',
        ["cards.toml: events[0].effects[1].sensitivity: 4 is not between 1 and 3"],
    ),
    "a share that is no number at all": (
        RULESET, "rounds = 3", "rounds = 3\nreal_share = nan",
        ["ruleset.toml: params.real_share: nan is not between 0 and 1"],
    ),
    "a number for true": (
        CARDS, "real = false", "real = 0",
        ["cards.toml: events[2].effects[0].real: 0 is not true or false"],
    ),
    "true for the format": (
        RULESET, "format = 1", "format = true",
        ["ruleset.toml: format: true is not one of 1"],
    ),
    "a text for a list in an item": (
        RULESET, 'between = ["council", "library"]', 'between = "council"',
        [("ruleset.toml: dependencies[0].between: 'council' is not a list; "
         "one is written [first, second]")],
    ),
    "three agencies in a dependency": (
        RULESET, 'between = ["council", "library"]', 'between = ["council", "library", "archive"]',
        [("ruleset.toml: dependencies[0].between: ['council', 'library', 'archive'] "
         "does not have 2 items")],
    ),
    "a seating of one seat as text": (
        RULESET, '2 = ["council", "library"]', '2 = "council"',
        [("ruleset.toml: seating.2: 'council' is not a list; "
         "one is written [first, second]")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    FILES.values(),
    ids=FILES,
)
def test_a_fault_of_shape_is_said(file: str, old: str, new: str, expected: list[str]) -> None:
    assert faults(changed(file, old, new)) == expected


CROSS = {
    "an id in capitals": (
        RULESET, 'id = "council_library_fines"', 'id = "Fines"',
        ["ruleset.toml: dependencies[2].id: 'Fines' " + NO_ID,
         ("texts/en.toml: dependencies.council_library_fines.name: is not a text here; "
         "did you mean 'dependencies.council_library_fees.name'?"),
         ("texts/en.toml: dependencies.council_library_fines.data: is not a text here; "
         "did you mean 'dependencies.council_library_fees.data'?"),
         "texts/en.toml: dependencies.Fines.name: is missing",
         "texts/en.toml: dependencies.Fines.data: is missing"],
    ),
    "an id of the ruleset with a blank": (
        RULESET, 'id = "tiny"', 'id = "ti ny"',
        ["ruleset.toml: id: 'ti ny' " + NO_ID],
    ),
    "a concern twice": (
        RULESET, 'id = "our_words"', 'id = "keep_the_keys"',
        ["ruleset.toml: concerns[1].id: 'keep_the_keys' is taken already; each id stands once",
         ("texts/en.toml: concerns.our_words.name: is not a text here: "
         "nothing is called 'concerns.our_words'"),
         ("texts/en.toml: concerns.our_words.text: is not a text here: "
         "nothing is called 'concerns.our_words'")],
    ),
    "two markers of one colour": (
        RULESET, 'colour = "jade"', 'colour = "brick"',
        ["ruleset.toml: seats[1].colour: 'brick' is another seat's colour"],
    ),
    "two markers of one code": (
        RULESET, 'code = "LI"', 'code = "CO"',
        ["ruleset.toml: seats[1].code: 'CO' is another seat's code"],
    ),
    "a code of three letters": (
        RULESET, 'code = "LI"', 'code = "Lib"',
        ["ruleset.toml: seats[1].code: 'Lib' is not two capital letters"],
    ),
    "a number of players that cannot be": (
        RULESET, '2 = ["council", "library"]', '1 = ["council"]',
        ["ruleset.toml: seating.1: is not a number of players; allowed: 2 to 7",
         "ruleset.toml: seating.1: 'council' is party to no dependency at this table",
         "ruleset.toml: seating.1: has no real dependency; raise `real_share` or add dependencies"],
    ),
    "too few seats": (
        RULESET, '3 = ["council", "library", "archive"]', '3 = ["council", "library"]',
        ["ruleset.toml: seating.3: seats 2, not 3",
         "ruleset.toml: seats[2]: 'archive' is never seated"],
    ),
    "a context that is offered twice": (
        RULESET, "late_joiner", 'contexts = ["plain", "federal", "federal"]\nlate_joiner',
        ["ruleset.toml: contexts[2]: 'federal' stands twice"],
    ),
    "a context of its own that is not offered": (
        RULESET, 'context = "plain"', 'context = "plain"\ncontexts = ["federal", "hub_by_law"]',
        ["ruleset.toml: contexts: lacks `context`, plain"],
    ),
    "a context that there is not": (
        RULESET, 'context = "plain"', 'context = "plain"\ncontexts = ["plain", "fedral"]',
        [("ruleset.toml: contexts[1]: 'fedral' is not one of "
          "plain, strong_registers, federal, hub_by_law; did you mean 'federal'?")],
    ),
    "a share for a table that cannot be": (
        RULESET, "late_joiner", "real_shares = { 2 = 1.5, 9 = 0.5 }\nlate_joiner",
        ["ruleset.toml: real_shares.2: 1.5 is not between 0 and 1",
         "ruleset.toml: real_shares.9: is no number of players in `seating`"],
    ),
    "a share that leaves nothing real": (
        RULESET, "late_joiner", "real_shares = { 2 = 0.1 }\nlate_joiner",
        ["ruleset.toml: seating.2: has no real dependency; raise `real_share` or add dependencies"],
    ),
    "a seat twice at the table": (
        RULESET, '2 = ["council", "library"]', '2 = ["council", "council"]',
        ["ruleset.toml: seating.2[1]: 'council' is seated twice",
         "ruleset.toml: seating.2: 'council' is party to no dependency at this table",
         "ruleset.toml: seating.2: has no real dependency; raise `real_share` or add dependencies"],
    ),
    "a seat that does not exist at the table": (
        RULESET, '2 = ["council", "library"]', '2 = ["council", "libary"]',
        ["ruleset.toml: seating.2[1]: 'libary' is not a seat here; did you mean 'library'?",
         "ruleset.toml: seating.2: 'council' is party to no dependency at this table",
         "ruleset.toml: seating.2: 'libary' is party to no dependency at this table",
         "ruleset.toml: seating.2: has no real dependency; raise `real_share` or add dependencies"],
    ),
    "a dependency of one agency": (
        RULESET, 'between = ["council", "library"]', 'between = ["council", "council"]',
        ["ruleset.toml: dependencies[0].between: ['council', 'council'] names one agency twice"],
    ),
    "a dependency of nobody": (
        RULESET, 'between = ["council", "library"]', 'between = ["council", "museum"]',
        [("ruleset.toml: dependencies[0].between[1]: 'museum' is not a seat here; "
         "allowed: archive, council, library")],
    ),
    "trust in nobody": (
        RULESET, 'with = "library"', 'with = "museum"',
        [("ruleset.toml: trust[0].with: 'museum' is not a seat here; "
         "allowed: archive, council, library")],
    ),
    "trust in oneself": (
        RULESET, 'with = "library"', 'with = "council"',
        ["ruleset.toml: trust[0].with: 'council' is the same agency"],
    ),
    "trust twice": (
        RULESET, 'by = "library"\nwith = "archive"', 'by = "council"\nwith = "library"',
        ["ruleset.toml: trust[1]: ['council', 'library'] is the second entry for this pair"],
    ),
    "four tokens": (
        RULESET, "tokens = 2", "tokens = 4",
        ["ruleset.toml: trust[2].tokens: 4 is not between 1 and 3"],
    ),
    "a sensitivity of 0": (
        RULESET, "sensitivity = 1", "sensitivity = 0",
        ["ruleset.toml: dependencies[0].sensitivity: 0 is not between 1 and 3"],
    ),
    "an effort of 5": (
        RULESET, "effort = 1", "effort = 5",
        ["ruleset.toml: dependencies[0].effort: 5 is not between 1 and 4"],
    ),
    "a goal without a predicate": (
        RULESET, 'goal = [{ is = "amount", of = "counter", at_least = 2 }]', "goal = []",
        ["ruleset.toml: seats[0].goal: asks for nothing"],
    ),
    "a goal that asks for no amount": (
        RULESET, 'of = "counter", at_least = 2', 'of = "counter"',
        ["ruleset.toml: seats[0].goal[0]: needs `at_least` or `at_most`"],
    ),
    "a goal beyond the scale": (
        RULESET, 'of = "counter", at_least = 2', 'of = "counter", at_least = 7',
        ["ruleset.toml: seats[0].goal[0].at_least: 7 is not between 0 and 6"],
    ),
    "a goal with its ends the wrong way round": (
        RULESET, 'of = "counter", at_least = 2', 'of = "counter", at_least = 2, at_most = 1',
        ["ruleset.toml: seats[0].goal[0]: asks for at least 2 and at most 1"],
    ),
    "a goal after the last round": (
        RULESET, "by_round = 2", "by_round = 4",
        ["ruleset.toml: concerns[4].met_when[0].by_round: 4 comes after the last round, 3"],
    ),
    "a goal of more dependencies than the seat has": (
        RULESET, 'of = "live", at_least = 1', 'of = "live", at_least = 4',
        [("ruleset.toml: seats[1].goal[0].at_least: "
         "4 is out of reach with 2 players: library has 3 dependencies")],
    ),
    "an outcome that is none": (
        RULESET, 'one_of = ["joined_up", "facade"]', "one_of = []",
        ["ruleset.toml: concerns[5].met_when[1].one_of: names no outcome"],
    ),
    "a predicate that does not exist": (
        RULESET, 'is = "not_first"', 'is = "first"',
        [("ruleset.toml: concerns[3].met_when[0].is: 'first' is not one of amount, frame_is, "
         "agenda_is, outcome_is, core_value_kept, not_first; did you mean 'not_first'?")],
    ),
    "a vote after the last round": (
        RULESET, "vote_from = 2", "vote_from = 4",
        ["ruleset.toml: params.vote_from: 4 comes after the last round, 3"],
    ),
    "a central back office without a host": (
        RULESET, "vote_from = 2", 'vote_from = 2\narchitecture = "central"',
        [("ruleset.toml: params.architecture: "
         "'central' needs a host, so the seats have to back it")],
    ),
    "an income that grows the wrong way": (
        RULESET, "vote_from = 2", "vote_from = 2\nincome_more_support = 2",
        ["ruleset.toml: params.income_more_support: 2 is under `income_support`, 3"],
    ),
    "an agenda round after the last": (
        RULESET, "agenda_rounds = [2]", "agenda_rounds = [2, 5, 2]",
        ["ruleset.toml: params.agenda_rounds[1]: 5 is not a round; allowed: 1 to 3",
         "ruleset.toml: params.agenda_rounds[2]: 2 stands twice"],
    ),
    "a number that nobody could play": (
        RULESET, "rounds = 3", "rounds = 99",
        ["ruleset.toml: params.rounds: 99 is not between 1 and 12"],
    ),
    "no dependency real": (
        RULESET, "rounds = 3", "rounds = 3\nreal_share = 0",
        ["ruleset.toml: seating.2: has no real dependency; raise `real_share` or add dependencies",
         "ruleset.toml: seating.3: has no real dependency; raise `real_share` or add dependencies"],
    ),
    "a deck too short": (
        RULESET, "rounds = 3", "rounds = 3\ncards_a_round = 3",
        ["cards.toml: events: are 6 cards; the rounds need 9"],
    ),
    "too few cards that turn": (
        RULESET, "turning_cards = 2", "turning_cards = 3",
        ["cards.toml: events: hold 2 cards that turn a dependency; `turning_cards` asks for 3"],
    ),
    "too many dead ends": (
        RULESET, "rounds = 3", "rounds = 3\nneed_offset = 0",
        ["cards.toml: events: can make 1 dead ends; `need_offset` allows 0"],
    ),
    "a choice of nobody": (
        CARDS, 'by = "library"', 'by = "museum"',
        [("cards.toml: events[0].choice.by: 'museum' is not a seat here; "
         "allowed: all, archive, council, library")],
    ),
    "a default that is no option": (
        CARDS, 'default = "wait"', 'default = "rest"',
        ["cards.toml: events[0].choice.default: 'rest' is not one of wait, inform"],
    ),
    "a card that does nothing": (
        CARDS, 'effects = [{ type = "suspend", sensitivity = 2 }]', "",
        ["cards.toml: year_one[0]: 'complaint' has neither effects nor a choice"],
    ),
    "a card twice over two decks": (
        CARDS, 'id = "complaint"', 'id = "leak"',
        ["cards.toml: year_one[0].id: 'leak' is taken already; each id stands once",
         ("texts/en.toml: cards.complaint.headline: is not a text here: "
         "nothing is called 'cards.complaint'"),
         ("texts/en.toml: cards.complaint.story: is not a text here: "
         "nothing is called 'cards.complaint'")],
    ),
    "an effect that moves nothing": (
        CARDS, 'type = "directives", by = 1', 'type = "directives", by = 0',
        ["cards.toml: events[1].effects[2].by: 0 moves nothing"],
    ),
    "an effect on an agency that does not exist": (
        CARDS, 'who = "technical"', 'who = "technica"',
        [("cards.toml: events[2].effects[2].who: 'technica' is not a selector here; "
         "did you mean 'technical'?")],
    ),
    "an effect on the parties of no dependency": (
        CARDS, 'who = "parties:council_library_fees"', 'who = "parties:fees"',
        [("cards.toml: events[4].effects[2].who: 'parties:fees' is not a dependency here; "
         "allowed: archive_council_maps, archive_council_minutes, council_library_fees, "
         "council_library_fines, council_library_names, library_archive_loans, "
         "library_archive_titles")],
    ),
    "trust both towards and between": (
        CARDS, 'towards = "archive"', 'towards = "archive", between = "archive_council_maps"',
        [("cards.toml: events[2].effects[1]: needs either `towards` a seat or `between` the "
         "parties of a dependency")],
    ),
    "a dependency that does not exist": (
        CARDS, 'which = "archive_council_maps"', 'which = "archive_council_map"',
        [("cards.toml: events[5].effects[3].which: 'archive_council_map' is not a selector here; "
         "did you mean 'archive_council_maps'?")],
    ),
    "a weight that does not move": (
        CARDS, 'which = "drawn", effort = -1', 'which = "drawn"',
        ["cards.toml: events[5].effects[1]: moves neither sensitivity nor effort"],
    ),
    "a deadline after the last round": (
        CARDS, 'type = "deadline", round = 3', 'type = "deadline", round = 4',
        ["cards.toml: events[1].effects[1].round: 4 comes after the last round, 3"],
    ),
    "a condition that asks for nothing": (
        CARDS, "if = { live_at_least = 1 }", "if = {}",
        ["cards.toml: events[3].effects[1].if: asks for nothing"],
    ),
    "a condition on a track without an amount": (
        CARDS, 'if = { track = "counter", at_least = 2 }', 'if = { track = "counter" }',
        ["cards.toml: events[2].effects[3].if: needs both `track` and `at_least`, or neither"],
    ),
    "a condition that is always so": (
        CARDS, "if = { live_at_least = 1 }", "if = { live_at_least = 0 }",
        ["cards.toml: events[3].effects[1].if.live_at_least: 0 is always so; it is 1 or more"],
    ),
    "an effect that does nothing in year one": (
        CARDS, '{ type = "track", track = "counter", by = 1 }]',
        '{ type = "freeze", sensitivity = 1 }]',
        ["cards.toml: year_one[2].effects[0].type: 'freeze' does nothing in year one"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), CROSS.values(), ids=CROSS)
def test_a_fault_between_parts_is_said(file: str, old: str, new: str, expected: list[str]) -> None:
    assert faults(changed(file, old, new)) == expected


def without(text: str, begin: str, end: str = "") -> str:
    """A text without what stands from `begin` up to, not including, `end`."""
    start = text.index(begin)
    return text[:start] + (text[text.index(end, start) :] if end else "")


NO_TABLE = "is not a table; one is written { name = value }"


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("params", "3", NO_TABLE),
        ("modules", '"all"', NO_TABLE),
        (
            "seating",
            "[2, 3]",
            "is a list, not a table; it begins with [seating] in single brackets",
        ),
    ],
)
def test_a_part_that_is_no_table_is_a_fault(field: str, value: str, why: str) -> None:
    text = files_of(TINY)[RULESET]
    end = {"params": "[modules]", "modules": "", "seating": "# --- what may lie"}[field]
    text = f"{field} = {value}\n" + without(text, f"[{field}]", end)
    shown = value.replace('"', "'")
    said = faults(files_of(TINY) | {RULESET: text})
    assert said[0] == f"ruleset.toml: {field}: {shown} {why}"


def test_a_list_that_is_none_is_a_fault() -> None:
    text = 'trust = "all"\n' + without(files_of(TINY)[RULESET], "[[trust]]", "# --- what politics")
    assert faults(files_of(TINY) | {RULESET: text}) == [
        "ruleset.toml: trust: 'all' is not a list; one is written [first, second]"
    ]


def test_an_empty_seating_is_a_fault() -> None:
    text = "seating = {}\n" + without(files_of(TINY)[RULESET], "[seating]", "# --- what may lie")
    assert faults(files_of(TINY) | {RULESET: text}) == [
        "ruleset.toml: seating: names no number of players; allowed: 2 to 7"
    ]


@pytest.mark.parametrize("taken", ["facilitator", "chance", "clock", "all", "drawn", "legal"])
def test_a_seat_may_not_be_called_what_means_something_else(taken: str) -> None:
    files = {name: text.replace("archive", taken) for name, text in files_of(TINY).items()}
    assert faults(files)[0] == f"ruleset.toml: seats[2].id: '{taken}' means something else already"


@pytest.mark.parametrize("taken", ["hub", "library", "parties_library", "all"])
def test_a_dependency_may_not_be_called_like_a_seat_or_the_hub(taken: str) -> None:
    old = "archive_council_maps"
    files = {name: text.replace(old, taken) for name, text in files_of(TINY).items()}
    if taken == "parties_library":
        assert parse(files).dependencies[5].id == taken
    else:
        place = "ruleset.toml: dependencies[5].id: "
        assert faults(files) == [f"{place}'{taken}' means something else already"]


def test_there_are_concerns_for_all_seats() -> None:
    text = without(files_of(TINY)[RULESET], '[[concerns]]\nid = "clean_hands"', "# --- numbers")
    said = faults(files_of(TINY) | {RULESET: text})
    assert said[0] == "ruleset.toml: concerns: are 2; 3 seats need one each"


def test_there_are_agenda_cards_for_the_start_and_all_agenda_rounds() -> None:
    text = without(files_of(TINY)[RULESET], '[[agenda]]\nid = "privacy"', "# --- secret")
    text = text.replace("agenda_rounds = [2]", "agenda_rounds = [2, 3]")
    said = faults(files_of(TINY) | {RULESET: text})
    assert said[0] == "ruleset.toml: agenda: are 1 cards; start and agenda rounds need 3"


def test_year_one_has_four_cards_or_the_rest_of_the_deck() -> None:
    files = files_of(TINY)
    start = files[CARDS].index("# --- year one")
    few = without(files[CARDS], '[[year_one]]\nid = "letters"')
    said = faults(files | {CARDS: few})
    assert said[0] == "cards.toml: year_one: are 2 cards; year one needs 4"
    none = "year_one = []\n" + files[CARDS][:start]
    said = faults(files | {CARDS: none})
    assert said[0] == "cards.toml: year_one: are 0 cards; year one needs 4"
    longer = files | {CARDS: none, RULESET: files[RULESET].replace("cards_a_round", "_")}
    longer[RULESET] = longer[RULESET].replace("rounds = 3", "rounds = 3\ncards_a_round = 0", 1)
    assert not any("year_one: are" in one for one in faults(longer))


def test_a_choice_has_two_options() -> None:
    text = without(files_of(TINY)[CARDS], '[[events.choice.options]]\nid = "inform"', "[[events]]")
    said = faults(files_of(TINY) | {CARDS: text})
    assert said[0] == "cards.toml: events[0].choice.options: are fewer than 2"


def test_the_dead_ends_of_options_count_as_the_most_of_them() -> None:
    wait = '[[events.choice.options]]\nid = "wait"\n'
    ends = 'effects = [{ type = "turn", real = false }]\n'
    files = changed(CARDS, wait, wait + ends)
    assert faults(files) == ["cards.toml: events: can make 2 dead ends; `need_offset` allows 1"]


def test_a_deadline_of_rounds_that_are_not_known_is_not_judged() -> None:
    files = changed(RULESET, "rounds = 3", 'rounds = "three"')
    assert faults(files) == ["ruleset.toml: params.rounds: 'three' is not a whole number"]
