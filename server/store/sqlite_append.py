"""A batch of appends in one transaction of SQLite; the clash of one costs the others nothing."""

import sqlite3
from collections.abc import Sequence

from server.store.batches import Item, Outcome
from server.store.contract import Already, Appended, Behind, Written

ENTRY = (
    "insert into entry (session_id, table_id, version, command_id, hash, body)"
    " values (?, ?, ?, ?, ?, ?)"
)
WORDING = "insert into wording (session_id, table_id, text_id, salt, words) values (?, ?, ?, ?, ?)"


def append_all(connection: sqlite3.Connection, items: Sequence[Item]) -> list[Outcome]:
    """Append the items in their order and commit, or raise and leave nothing.

    Raises:
        sqlite3.Error: the disk; a clash is an outcome, not an error.
    """
    try:
        _together(connection, items)
    except sqlite3.IntegrityError:
        connection.execute("rollback")
        return _one_by_one(connection, items)
    return [Written() for _ in items]


def _together(connection: sqlite3.Connection, items: Sequence[Item]) -> None:
    connection.execute("begin immediate")
    connection.executemany(ENTRY, [_entry(item) for item in items])
    wordings = [row for item in items for row in _wordings(item)]
    if wordings:
        connection.executemany(WORDING, wordings)
    connection.execute("commit")


def _one_by_one(connection: sqlite3.Connection, items: Sequence[Item]) -> list[Outcome]:
    connection.execute("begin immediate")
    outcomes = [_alone(connection, item) for item in items]
    connection.execute("commit")
    return outcomes


def _alone(connection: sqlite3.Connection, item: Item) -> Outcome:
    connection.execute("savepoint item")
    try:
        connection.execute(ENTRY, _entry(item))
        connection.executemany(WORDING, _wordings(item))
    except sqlite3.IntegrityError as fault:
        connection.execute("rollback to item")
        # Neither the version nor the command is taken: a text id was used twice.
        return _clash(connection, item) or fault
    finally:
        connection.execute("release item")
    return Written()


def _clash(connection: sqlite3.Connection, item: Item) -> Appended | None:
    row = item.row
    asked = "select version from entry where table_id = ? and command_id = ?"
    for (version,) in connection.execute(asked, (row.table_id, row.command_id)):
        return Already(version)
    asked = "select max(version) from entry where table_id = ? having max(version) >= ?"
    for (head,) in connection.execute(asked, (row.table_id, row.version)):
        return Behind(head)
    return None


def _entry(item: Item) -> tuple[str, str, int, str, str, bytes]:
    row = item.row
    return (row.session_id, row.table_id, row.version, row.command_id, row.hash, row.body)


def _wordings(item: Item) -> list[tuple[str, str, str, str, str]]:
    row = item.row
    return [
        (row.session_id, row.table_id, wording.text_id, wording.salt, wording.words)
        for wording in item.wordings
    ]
