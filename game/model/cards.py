"""Cards on the table, and the facilitator's script of them."""

from game.acts import Value
from game.vocabulary import CardId, OptionId, Rationality, SeatId, TextId


class AgendaCard(Value, frozen=True):
    """A card of the agenda deck: what politics will care about, and a story of its own."""

    id: CardId
    rationality: Rationality


class Standing(Value, frozen=True):
    """The card on the table in this round or quarter."""

    card: CardId
    luck: int
    """Drawn by chance; decides which of several targets an effect meets."""
    written: str | None = None
    """The card itself as JSON, where the facilitator wrote it."""
    words: TextId | None = None
    """Its words, where the facilitator wrote it."""
    choosing: bool = False
    """Its choice is still open."""
    option: OptionId | None = None
    defaulted: bool = False


class Sent(Value, frozen=True):
    """A card of this round that only some seats were given."""

    card: CardId
    to: tuple[SeatId, ...]
    written: str | None = None
    words: TextId | None = None


class ScriptLine(Value, frozen=True):
    """A line of the script of injects, and what became of it; `game.script` reads it."""

    number: int
    body: str
    """What its author wrote, as JSON."""
    words: TextId | None = None
    """Its words, where they were written at the table; else the ruleset has them."""
    held: bool = False
    """It is not proposed until the facilitator lets it go on."""
    skipped: bool = False
    fired: bool = False
    met: bool | None = None
    """What was expected came, or (False) did not, as the facilitator judged it; None: not said."""
