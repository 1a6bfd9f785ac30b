"""Who is shut out of a session, and why: for the record. Seats are freed by their own control."""

from game.controls.room import RoomControl
from game.controls.seats import seat_of
from game.draft import Draft
from game.events.control import PersonRemoved
from game.forms import Words
from game.ruleset import Ruleset
from game.vocabulary import PersonId, TextId


class RemovePerson(RoomControl, frozen=True):
    """Shut somebody out, or (`removed` false) let them back in; `text`: why."""

    person: PersonId
    removed: bool = True
    text: Words | None = None

    def happen(self, draft: Draft, rules: Ruleset) -> None:
        """Write it down, with the seat that they have here."""
        reason = None if self.text is None else TextId(self.text)
        seat = seat_of(draft.table, self.person)
        draft.emit(PersonRemoved(self.person, self.removed, seat, reason))
