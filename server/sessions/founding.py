"""A new session as it is first written down: its row, its tables, its ruleset, its first pass."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import json
from sqlmodel import Session as Db

from game.ruleset import Ruleset
from server import rulesets
from server.auth.passes import hashed, new_id
from server.protocol.bodies import NewSession
from server.store.passes import grant
from server.store.rulesets import renew_ruleset
from server.store.schema import PassKind, PassRow, RulesetRow, SessionRow, TableRow
from server.store.sessions import add_session, add_table


@dataclass(frozen=True, slots=True)
class Founding:
    """The rows of a session that nobody has joined yet."""

    session: SessionRow
    tables: tuple[TableRow, ...]
    ruleset: RulesetRow
    own_pass: PassRow
    """Of the facilitator who makes it."""

    def write(self, db: Db) -> None:
        """All of them, in the transaction of the caller."""
        renew_ruleset(db, self.ruleset)
        add_session(db, self.session)
        for table in self.tables:
            add_table(db, table)
        grant(db, self.own_pass)


def founding(
    asked: NewSession, rules: Ruleset, *, id_: str, secret: str, now: datetime
) -> Founding:
    """The rows of what was asked for; `secret` opens it to its facilitator."""
    return Founding(
        session=SessionRow(
            id=id_,
            title=asked.title,
            ruleset_id=rules.id,
            ruleset_digest=rules.digest,
            options=json.encode(asked).decode(),
            created_at=now,
        ),
        tables=tuple(
            TableRow(id=new_id(id_), session_id=id_, name=f"Table {number}", number=number)
            for number in range(1, asked.tables + 1)
        ),
        ruleset=RulesetRow(
            digest=rules.digest, ruleset_id=rules.id, body=rulesets.encode(rules), kept_at=now
        ),
        own_pass=PassRow(
            hash=hashed(secret), session_id=id_, kind=PassKind.FACILITATOR, created_at=now
        ),
    )
