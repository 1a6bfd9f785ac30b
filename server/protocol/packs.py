"""What the print pack of a table holds, for facilitators alone: it tells every secret."""

from msgspec import Raw

from server.protocol.replies import Reply


class PackSeat(Reply, frozen=True):
    """A role card: what only this seat reads of itself, and what it starts with."""

    id: str
    brief: str
    concern: str
    budget: int
    autonomy: int
    hand: int
    knows: tuple[str, ...]
    """Dependencies whose truth it knows from the start."""


class PackDependency(Reply, frozen=True):
    """A dependency as it lies at this table; `real` is the truth."""

    id: str
    sensitivity: int
    effort: int
    real: bool


class PackOption(Reply, frozen=True):
    """One way to take a choice; `effects` as `game.effects`."""

    id: str
    effects: tuple[Raw, ...]


class PackCard(Reply, frozen=True):
    """An event card in the order in which it would be drawn."""

    id: str
    kind: str
    effects: tuple[Raw, ...]
    choice_by: str | None
    options: tuple[PackOption, ...]


class Pack(Reply, frozen=True):
    """Everything that is needed to play a table on paper; `trust`: [who, with whom, tokens]."""

    seats: tuple[PackSeat, ...]
    dependencies: tuple[PackDependency, ...]
    events: tuple[PackCard, ...]
    year_one: tuple[PackCard, ...]
    agenda: tuple[str, ...]
    """Ids of the agenda cards, in order."""
    trust: tuple[tuple[str, str, int], ...]
    rounds: int
    need: int
    support: int
    legal_pressure: int
    agenda_now: str
    frame_now: str
    lengths: dict[str, int]
    actions: tuple[str, ...]
    """In the order in which a reveal resolves them."""
