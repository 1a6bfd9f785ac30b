"""What somebody is told of a command before they give it; nothing is decided or stored here."""

from game.commands import decode_seat
from game.weighing import Caution, cautions
from server.sessions.people import Person
from server.sessions.session import LiveSession
from server.tables.reading import read_command


def weighed(
    session: LiveSession, person: Person, command: dict[str, object]
) -> tuple[Caution, ...]:
    """What a command would put at stake for this person's seat; without a seat nothing.

    Raises:
        Malformed: it is no command of a seat.
    """
    meant = read_command(command, decode_seat)
    sits = session.seat_of(person.id)
    if sits is None:
        return ()
    table, seat = sits
    return cautions(table.table, seat.id, meant, table.rules)
