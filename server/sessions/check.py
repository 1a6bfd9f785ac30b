"""A check before the start: does every device show something, and does every person answer?"""

from server.auth.passes import new_id
from server.protocol.session import CheckedPerson, CheckView
from server.tables.clock import Time


class Check:
    """One check; a person counts once, however many devices they have."""

    def __init__(self, time: Time, *, before_start: bool) -> None:
        self.id = new_id()
        self.before_start = before_start
        """It is over when play begins."""
        self._time = time
        self._began = time.monotonic()
        self._shown: dict[str, int] = {}
        self._tapped: dict[str, int] = {}

    def heard(self, person: str, *, tapped: bool) -> None:
        """A device of somebody shows it, or (`tapped`) the person has pressed it."""
        after_ms = int((self._time.monotonic() - self._began) * 1000)
        self._shown.setdefault(person, after_ms)
        if tapped:
            self._tapped.setdefault(person, after_ms)

    def view(self) -> CheckView:
        """For all: that it is under way."""
        return CheckView(id=self.id)

    def full_view(self) -> CheckView:
        """For the facilitator: who has come how far; whoever is missing has not answered at all."""
        return CheckView(
            id=self.id,
            people=tuple(
                CheckedPerson(person=one, shown_ms=shown, tapped_ms=self._tapped.get(one))
                for one, shown in self._shown.items()
            ),
        )
