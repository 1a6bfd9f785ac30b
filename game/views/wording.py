"""Views in words: the same lines, acts and terms that pages show, for the terminal and reports.

The keys and places are those of the texts; `static/js/say.js` reads them the same way.
"""

from collections.abc import Mapping
from typing import Final

from game.acts import Act, Terms
from game.views.deals import DealView
from game.views.line import Line
from game.vocabulary import HUB

Texts = Mapping[str, str]

NAMES: Final = {
    "seat": "seats.{}.name",
    "other": "seats.{}.name",
    "by": "seats.{}.name",
    "to": "seats.{}.name",
    "host": "seats.{}.name",
    "dependency": "dependencies.{}.name",
    "agenda": "frames.{}.name",
    "frame": "frames.{}.name",
    "track": "terms.{}.name",
    "holding": "terms.{}.name",
    "architecture": "terms.{}.name",
    "governance": "terms.{}.name",
    "topic": "topics.{}.name",
    "phase": "terms.{}.name",
    "what": "asked.{}",
    "reason": "reasons.{}",
    "outcome": "outcomes.{}.name",
    "card": "cards.{}.headline",
}
"""Under which key the name of an id stands, by the place that it fills."""


def filled(texts: Texts, key: str, params: Mapping[str, str | int]) -> str:
    """The text of a key with its places filled; the key itself where there is no text."""
    text = texts.get(key, key)
    if params.get("round", params.get("due")) == 0:  # the practice round has no number for people
        text = texts.get(f"{key}_practice", text)
    for name, value in params.items():
        text = text.replace(f"{{{name}}}", named(texts, name, value))
    return text


def named(texts: Texts, place: str, value: str | int) -> str:
    """The name of an id, by the place that it fills; a number or a word as it is."""
    key = NAMES.get(place)
    return (
        str(value)
        if key is None or isinstance(value, int)
        else texts.get(key.format(value), str(value))
    )


def act_words(texts: Texts, act: Act) -> str:
    """An action with its object, planned or promised."""
    key = act.kind
    if act.dependency == HUB:
        key = "build_hub"
    if act.kind == "reform" and act.seat is not None:
        key = "reform_host"
    params = {"dependency": act.dependency, "seat": act.seat, "frame": act.frame}
    given = {name: str(value) for name, value in params.items() if value is not None}
    return filled(texts, f"acts.{key}", given)


def terms_words(texts: Texts, terms: Terms) -> list[str]:
    """One side of a deal, a line a term; one line where it gives nothing."""
    lines = []
    if terms.pay:
        lines.append(filled(texts, "bargains.pay", {"amount": terms.pay}))
    if terms.place:
        lines.append(filled(texts, "bargains.place", {"count": terms.place}))
    lines += [filled(texts, "bargains.tell", {"dependency": one}) for one in terms.tell]
    for pledge in terms.promise:
        act = act_words(texts, pledge.act)
        lines.append(filled(texts, "bargains.promise", {"due": pledge.due}).replace("{act}", act))
    return lines or [filled(texts, "bargains.nothing", {})]


def deal_words(texts: Texts, deal: DealView) -> str:
    """Both sides of a deal in one sentence."""
    sides = ((deal.by, deal.give), (deal.to, deal.get))
    return " / ".join(
        f"{named(texts, 'seat', seat)}: {'; '.join(terms_words(texts, terms))}"
        for seat, terms in sides
    )


def option_words(texts: Texts, line: Line, words: Mapping[str, str]) -> str:
    """The option that a line tells of; its id where nobody named it, or its words were erased."""
    option = str(line.params["option"])
    if line.text is not None:
        _, *rest = words.get(line.text, "").split("\n")
        place = len(rest) - int(line.params["of"]) + int(line.params["place"])
        return rest[place] if 0 <= place < len(rest) else option
    return texts.get(f"cards.{line.params.get('card', '')}.options.{option}", option)


def line_words(
    texts: Texts, line: Line, words: Mapping[str, str], *, unsaid: str = "(deleted)"
) -> str:
    """A line of the log in words; `words` are people's own, by their id, and stand as quotes.

    `unsaid`: what stands in the place of words that are not among them.
    """
    params = dict(line.params)
    own_card = line.kind.startswith("card_") and line.text is not None
    if own_card:
        params["card"] = ""  # written by hand, it is called by its words and not by its id
    if "option" in params:
        params["option"] = option_words(texts, line, words)
    text = filled(texts, f"lines.{line.kind}", params)
    if line.act is not None:
        text = text.replace("{act}", act_words(texts, line.act))
    if line.deal is not None:
        text = f"{text} {deal_words(texts, line.deal)}"
    if line.text is not None and "option" not in params:
        text = f"{text} {_said(words.get(line.text), one_line=own_card) or unsaid}"
    return text


def _said(words: str | None, *, one_line: bool) -> str:
    """People's own words as a quote; nothing where they are not told."""
    if words is None:
        return ""
    told = " / ".join(words.splitlines()) if one_line else words
    return f"\u201c{told}\u201d"
