"""What never changes of a ruleset version, as pages draw it: names, markers, numbers, words."""

from game.ruleset import Colour
from game.vocabulary import Rationality
from server.protocol.replies import Reply


class Board(Reply, frozen=True):
    """What never changes of a ruleset version; `texts` by key, in the server's language.

    It holds what everybody may read: the briefs of the seats are not among its texts.
    """

    ruleset: "BoardRuleset"
    seats: tuple["BoardSeat", ...]
    dependencies: tuple["BoardDependency", ...]
    cards: tuple[str, ...]
    """The ids of the event cards, those of year one after the others."""
    deals: "BoardDeals"
    texts: dict[str, str]


class BoardRuleset(Reply, frozen=True):
    """Which ruleset it is."""

    id: str
    version: str
    digest: str
    sponsor: str
    late_joiner: str


class BoardSeat(Reply, frozen=True):
    """An agency and its marker."""

    id: str
    rationality: Rationality
    colour: Colour
    code: str


class BoardDependency(Reply, frozen=True):
    """A possible dependency, with the numbers of the ruleset."""

    id: str
    between: tuple[str, str]
    sensitivity: int
    effort: int


class BoardDeals(Reply, frozen=True):
    """What one side of a deal may hold at the most, and what may be promised in it."""

    budget: int
    promises: int
    promised: tuple["BoardPromised", ...]
    """Actions in the order of the reveal, then what is no action."""


class BoardPromised(Reply, frozen=True):
    """A kind of act that may be promised, and which objects it names."""

    kind: str
    objects: tuple[str, ...]
