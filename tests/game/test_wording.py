"""Acts, deals and lines in words, with the texts of `tiny`."""

from game.acts import Act, Pledge, Terms
from game.talk.deals import Offer
from game.views.deals import deal_view
from game.views.line import Line
from game.views.lines import lines
from game.views.view import FACILITATOR, OBSERVER, seat_viewer
from game.views.wording import act_words, deal_words, filled, line_words, named, terms_words
from game.vocabulary import HUB, Actor, Phase, Rationality, TextId
from tests.given import ARCHIVE, COUNCIL, LIBRARY, NAMES, given, laid, tiny
from tests.golden.recording import GAMES, recorded

TEXTS = tiny().texts["en"]


def test_every_line_of_the_golden_games_has_its_words_and_no_gap() -> None:
    for number in GAMES["tiny"]:
        game = recorded("tiny", number)
        for entry, table in zip(game.entries, game.tables, strict=True):
            for viewer in (FACILITATOR, OBSERVER, seat_viewer(COUNCIL)):
                for line in lines(entry, table, viewer):
                    text = line_words(TEXTS, line, {})
                    assert f"lines.{line.kind}" in TEXTS, line.kind
                    assert "{" not in text, (line.kind, text)


def test_an_act_is_named_with_its_object() -> None:
    for act in (
        Act("map", NAMES),
        Act("answer", NAMES, LIBRARY),
        Act("frame", frame=Rationality.LEGAL),
        Act("build", HUB),
        Act("reform", seat=ARCHIVE),
        Act("reform"),
        Act("vote_hold"),
    ):
        words = act_words(TEXTS, act)
        assert words
        assert not words.startswith("acts.")
        assert "{" not in words


def test_both_sides_of_a_deal_are_named_also_where_one_gives_nothing() -> None:
    promise = Pledge(Act("map", NAMES), 2)
    give = Terms(pay=1, place=1, tell=(NAMES,), promise=(promise,))
    assert len(terms_words(TEXTS, give)) == 4
    table = given(laid()).when(COUNCIL, Offer(LIBRARY, give)).table
    words = deal_words(TEXTS, deal_view(table.deals[0]))
    assert "Town council" in words
    assert "City library" in words
    assert "{" not in words


def test_what_has_no_text_stays_as_it_is() -> None:
    assert filled({}, "lines.else", {"n": 1}) == "lines.else"
    assert named(TEXTS, "seat", "council") == "Town council"
    assert named(TEXTS, "seat", "treasury") == "treasury"
    assert named(TEXTS, "steps", 3) == "3"


def test_a_line_brings_people_s_own_words_or_says_that_they_were_deleted() -> None:
    line = Line("said", 0, 1, Phase.TALK, Actor(COUNCIL), "person", {}, text=TextId("t"))
    assert "hello" in line_words(TEXTS, line, {"t": "hello"})
    assert "(deleted)" in line_words(TEXTS, line, {})


def test_people_s_own_words_stand_as_a_quote_and_a_card_of_theirs_has_no_other_name() -> None:
    said = Line(
        "said", 0, 1, Phase.TALK, Actor(COUNCIL), "person", {"by": COUNCIL}, text=TextId("t")
    )
    assert line_words(TEXTS, said, {"t": "hello"}).endswith(": \u201chello\u201d")
    assert line_words(TEXTS, said, {}, unsaid="(left out)").endswith(": (left out)")
    params: dict[str, str | int] = {"card": "made_up"}
    card = Line(
        "card_injected", 0, 1, Phase.TALK, Actor(COUNCIL), "facilitator", params, text=TextId("t")
    )
    told = line_words(TEXTS, card, {"t": "Flood\nIt rises."})
    assert told.endswith("\u201cFlood / It rises.\u201d")
    assert "made_up" not in told


def test_a_choice_is_told_in_the_words_of_its_card() -> None:
    params: dict[str, str | int] = {"card": "grant", "option": "build", "seat": "council"}
    line = Line("choice_made", 0, 1, Phase.TALK, Actor(COUNCIL), "person", params)
    assert "Spend it on simpler links" in line_words(TEXTS, line, {})
    own = {**params, "of": 2, "place": 1, "option": "second"}
    written = Line("choice_made", 0, 1, Phase.TALK, Actor(COUNCIL), "person", own, text=TextId("t"))
    for words, told in (
        ("Flood\nStay\nGo", "Go"),
        ("Flood\nIt rises.\nStay\nGo", "Go"),
        ("Flood", "second"),
        ("(left out)", "second"),
    ):
        assert line_words(TEXTS, written, {"t": words}).endswith(f"votes for: {told}.")
    assert "second" in line_words(TEXTS, written, {})
    unknown = Line("choice_taken", 0, 1, Phase.TALK, Actor(COUNCIL), "person", {"option": "x"})
    assert "x" in line_words(TEXTS, unknown, {})


def test_the_practice_round_has_no_number_for_people() -> None:
    assert filled(TEXTS, "lines.phase_talk", {"round": 0}) == "Practice round: Talk."
    assert filled(TEXTS, "lines.phase_talk", {"round": 1}) == "Round 1: Talk."
    promise = filled(TEXTS, "bargains.promise", {"due": 0})
    assert promise == "Promise for the practice round: {act}"
    older = {key: text for key, text in TEXTS.items() if not key.endswith("_practice")}
    assert filled(older, "lines.phase_talk", {"round": 0}) == "Round 0: Talk."
