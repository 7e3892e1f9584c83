"""SQLite storage: one connection per worker process and thread.

WAL with synchronous=FULL means every write is on disk before it is answered.
"""

import sqlite3
import threading
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]

SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL,
    name          TEXT NOT NULL,
    picture       TEXT,
    issuer        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    password_hash TEXT,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE TABLE IF NOT EXISTS refresh_tokens (
    id           TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email        TEXT NOT NULL,
    token        TEXT NOT NULL UNIQUE,
    counter      INTEGER NOT NULL DEFAULT 0,
    rotated_at   TEXT,
    expires_at   INTEGER NOT NULL,
    is_revoked   INTEGER NOT NULL DEFAULT 0,
    created_at   TEXT NOT NULL,
    last_used_at TEXT,
    user_agent   TEXT,
    ip           TEXT
);
CREATE TABLE IF NOT EXISTS status_checks (
    id          TEXT PRIMARY KEY,
    client_name TEXT NOT NULL,
    timestamp   TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS status_checks_newest ON status_checks (timestamp, id);
"""

LOCAL_ISSUER = "local"


def iso_now() -> str:
    """UTC now as ISO 8601 with milliseconds and Z."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return now.removesuffix("+00:00") + "Z"


def dict_row(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    return {column[0]: value for column, value in zip(cursor.description, row)}


class Store:
    def __init__(self, path: str) -> None:
        self._path = path
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # isolation_level=None: a single statement is its own transaction,
            # so no extra BEGIN and COMMIT round trips.
            connection = sqlite3.connect(self._path, isolation_level=None)
            connection.row_factory = dict_row
            connection.execute("PRAGMA busy_timeout = 5000")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            self._local.connection = connection
        return connection

    def create_schema(self) -> None:
        self.connection.executescript(SCHEMA)

    def close(self) -> None:
        self.connection.close()
        del self._local.connection

    # Users and sessions

    def local_user(self, email: str) -> Row | None:
        return self.connection.execute(
            "SELECT id, email, password_hash FROM users WHERE issuer = ? AND subject = ?",
            (LOCAL_ISSUER, email),
        ).fetchone()

    def add_user(self, user_id: str, email: str, name: str, password_hash: str) -> bool:
        """False when the address is taken."""
        now = iso_now()
        cursor = self.connection.execute(
            "INSERT INTO users (id, email, name, issuer, subject, password_hash,"
            " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (issuer, subject) DO NOTHING",
            (user_id, email, name, LOCAL_ISSUER, email, password_hash, now, now),
        )
        return cursor.rowcount == 1

    def add_session(
        self,
        session_id: str,
        user_id: str,
        email: str,
        token_hash: str,
        expires_at: int,
        user_agent: str | None,
        ip: str | None,
    ) -> None:
        self.connection.execute(
            "INSERT INTO refresh_tokens (id, user_id, email, token, expires_at,"
            " created_at, user_agent, ip) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (session_id, user_id, email, token_hash, expires_at, iso_now(), user_agent, ip),
        )

    def session_user(self, session_id: str, user_id: str, now: int) -> Row | None:
        """The user of a live session; one statement reads both rows."""
        return self.connection.execute(
            "SELECT u.id, u.email, u.name, u.picture, u.created_at"
            " FROM refresh_tokens AS s JOIN users AS u ON u.id = s.user_id"
            " WHERE s.id = ? AND s.user_id = ? AND s.is_revoked = 0 AND s.expires_at > ?",
            (session_id, user_id, now),
        ).fetchone()

    def rotate_session(
        self,
        session_id: str,
        counter: int,
        old_hash: str,
        new_hash: str,
        now: int,
        expires_at: int,
    ) -> bool:
        """Compare-and-set: of two racing refreshes only one sees a changed row."""
        stamp = iso_now()
        cursor = self.connection.execute(
            "UPDATE refresh_tokens SET token = ?, counter = counter + 1,"
            " rotated_at = ?, last_used_at = ?, expires_at = ?"
            " WHERE id = ? AND token = ? AND counter = ?"
            " AND is_revoked = 0 AND expires_at > ?",
            (new_hash, stamp, stamp, expires_at, session_id, old_hash, counter, now),
        )
        return cursor.rowcount == 1

    # Status checks

    def add_status(self, status_id: str, client_name: str, timestamp: str) -> None:
        self.connection.execute(
            "INSERT INTO status_checks (id, client_name, timestamp) VALUES (?, ?, ?)",
            (status_id, client_name, timestamp),
        )

    def statuses(self, limit: int, before: tuple[str, str] | None) -> list[Row]:
        """Newest first; `before` is the (timestamp, id) of the last row seen."""
        where = "WHERE (timestamp, id) < (?, ?) " if before else ""
        cursor = self.connection.cursor()
        cursor.row_factory = None  # plain tuples: a third faster for long lists
        cursor.execute(
            "SELECT id, client_name, timestamp FROM status_checks "
            f"{where}ORDER BY timestamp DESC, id DESC LIMIT ?",
            (*(before or ()), limit),
        )
        return [
            {"id": status_id, "client_name": client_name, "timestamp": timestamp}
            for status_id, client_name, timestamp in cursor
        ]
