"""An evaluator on the socket: sees every table, and asks for nothing."""

from game.views.view import FACILITATOR, OBSERVER, Viewer
from server.protocol.frames import Ask, Hello, Inbound, Older, Outbound, Refusal
from server.roles.overseeing import IN_ALREADY, Overseer, lines_before
from server.sessions.people import Device, Person
from server.sessions.session import LiveSession


def viewer_of(session: LiveSession) -> Viewer:
    """With whose eyes evaluators of this session look."""
    return FACILITATOR if session.options.evaluators == "all" else OBSERVER


class EvaluatorRole(Overseer):
    """An evaluator of one session."""

    def __init__(self, session: LiveSession, person: Person) -> None:
        super().__init__(session, viewer_of(session))
        self.person = person

    def enter(self, device: Device) -> None:
        """See `Role`."""
        self.person.enter(device)
        self.session.changed()

    def leave(self, device: Device) -> None:
        """See `Role`."""
        self.person.devices.pop(device, None)
        self.detach(device)
        self.session.changed()

    async def answer(self, frame: Inbound) -> Outbound:
        """See `Role`."""
        match frame:
            case Ask():
                return Refusal(id=frame.id, reason="not_here", detail="An evaluator only watches.")
            case Older():
                return await lines_before((self.table(frame.table), self.viewer), frame)
            case Hello():
                return IN_ALREADY
