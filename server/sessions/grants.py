"""What a pass lets its holder be; whether it still does, `Lobby.grant` tells."""

from dataclasses import dataclass

from game.vocabulary import PersonId
from server.auth.passes import staff_id
from server.store.schema import PassKind


@dataclass(frozen=True, slots=True)
class Grant:
    """What a pass lets its holder be."""

    kind: PassKind
    session_id: str
    person_id: str | None
    table_id: str | None
    hash: str

    @property
    def who(self) -> PersonId:
        """By what its holder is known in logs, with or without a name."""
        return PersonId(self.person_id or staff_id(self.hash))
