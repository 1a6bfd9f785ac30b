"""A running server as a program meets it: the documented JSON endpoints, errors as sentences."""

from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Final, TypeVar
from urllib.parse import urlsplit

from msgspec import DecodeError, json

from server.cli.base import CannotRun
from server.protocol.replies import Failure
from server.settings.parsing import address as normalised

T = TypeVar("T")
PATIENCE_S: Final = 15
TURN: Final = 307  # ask again there: in another worker of the same server
MOST_TURNS: Final = 5
LARGEST: Final = 64 * 1024 * 1024  # bytes of an answer that are read


class Declined(CannotRun):
    """The server refuses, for this reason."""

    def __init__(self, sentence: str, reason: str) -> None:
        super().__init__(sentence)
        self.reason = reason


class Server:
    """A server by its address; with a pass, as its holder."""

    def __init__(self, typed: str, secret: str | None = None) -> None:
        """Take an address as people type it: `http://` may be left out.

        Raises:
            CannotRun: it is none.
        """
        try:
            self.address = normalised(typed if "://" in typed else f"http://{typed}")
        except ValueError:
            raise CannotRun(
                f"{typed} is no address of a server; one looks like http://192.168.1.5:8000."
            ) from None
        self.secret = secret
        self.home = ""
        """Leads the socket to the worker of the server where its session is, as it was told."""

    @property
    def socket(self) -> str:
        """Where a program opens its socket."""
        way = f"?{self.home}" if self.home else ""
        return f"ws{self.address.removeprefix('http')}/socket{way}"

    def ask(self, kind: type[T], path: str, body: object = None) -> T:
        """GET, or POST where there is a body, and read the answer.

        Raises:
            CannotRun: no server there, it refuses (with its sentence), or it is something else.
        """
        try:
            return json.decode(self.fetch(path, body), type=kind)
        except DecodeError:
            raise self._foreign() from None

    def fetch(self, path: str, body: object = None) -> bytes:
        """The same, the answer as it came; a body of bytes is sent as it is.

        Raises:
            CannotRun: see `ask`; `Declined` where it refuses.
        """
        try:
            response, answer = self._exchange(path, body)
            for _ in range(MOST_TURNS):
                if response.status != TURN:
                    break
                response, answer = self._exchange(response.headers.get("Location", path), body)
        except (OSError, HTTPException) as fault:
            why = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
            raise CannotRun(f"no server answers at {self.address}: {why}.") from fault
        if response.status >= 300:
            raise self._refusal(response.status, answer)
        return answer

    def _exchange(self, path: str, body: object) -> tuple[HTTPResponse, bytes]:
        split = urlsplit(self.address)
        kind = HTTPSConnection if split.scheme == "https" else HTTPConnection
        connection = kind(split.netloc, timeout=PATIENCE_S)
        headers = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        sent = None
        if body is not None:
            sent = body if isinstance(body, bytes) else json.encode(body)
            headers["Content-Type"] = "application/json"
        try:
            connection.request("GET" if sent is None else "POST", split.path + path, sent, headers)
            response = connection.getresponse()
            return response, response.read(LARGEST)
        finally:
            connection.close()

    def _refusal(self, status: int, answer: bytes) -> CannotRun:
        try:
            error = json.decode(answer, type=Failure).error
        except DecodeError:
            return CannotRun(
                f"{self.address} answered with status {status}; is it a Joined-Up server?"
            )
        faults = "".join(f"\n  line {one.line}: {one.sentence}" for one in error.faults)
        return Declined(f"{error.sentence}{faults}", error.reason)

    def _foreign(self) -> CannotRun:
        return CannotRun(f"{self.address} answered with something else; is it a Joined-Up server?")
