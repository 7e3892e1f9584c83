"""Diagrams for the peer: the same table, SQLite's own index of words (FTS5), the same compare-and-set on the revision."""

import sqlite3
import uuid
from typing import Any

from pydantic import BaseModel, Field

from store import Row, Store, iso_now

SCHEMA = """
CREATE TABLE IF NOT EXISTS diagrams (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project_id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    layout TEXT NOT NULL,
    source TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS diagrams_by_update ON diagrams (project_id, updated_at, id);
CREATE INDEX IF NOT EXISTS diagrams_recent ON diagrams (owner_id, updated_at, id);
CREATE VIRTUAL TABLE IF NOT EXISTS diagram_words USING fts5(name, source, content='diagrams', content_rowid='number');
CREATE TRIGGER IF NOT EXISTS diagram_words_insert AFTER INSERT ON diagrams BEGIN
    INSERT INTO diagram_words (rowid, name, source) VALUES (new.number, new.name, new.source);
END;
CREATE TRIGGER IF NOT EXISTS diagram_words_update AFTER UPDATE OF name, source ON diagrams BEGIN
    INSERT INTO diagram_words (diagram_words, rowid, name, source) VALUES ('delete', old.number, old.name, old.source);
    INSERT INTO diagram_words (rowid, name, source) VALUES (new.number, new.name, new.source);
END;
"""
COLUMNS = "id, project_id, kind, name, source, layout, revision, created_at, updated_at"


class DiagramCreate(BaseModel):
    name: str = Field(min_length=1, max_length=255)
    source: str = Field(default="", max_length=1 << 20)


class DiagramUpdate(BaseModel):
    source: str = Field(max_length=1 << 20)


def create_schema(store: Store) -> None:
    store.connection.executescript(SCHEMA)


def create(store: Store, owner_id: str, project_id: str, body: DiagramCreate) -> Row:
    now = iso_now()
    values = (str(uuid.uuid4()), project_id, owner_id, "sequence", body.name, 1, now, now, "{}", body.source)
    return store.connection.execute(
        "INSERT INTO diagrams (id, project_id, owner_id, kind, name, revision, created_at, updated_at, layout, source)"
        f" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING {COLUMNS}",
        values,
    ).fetchone()


def change(store: Store, owner_id: str, diagram_id: str, revision: int, source: str) -> Row | None:
    cursor: sqlite3.Cursor = store.connection.execute(
        "UPDATE diagrams SET source = ?, revision = revision + 1, updated_at = ?"
        f" WHERE id = ? AND owner_id = ? AND revision = ? RETURNING {COLUMNS}",
        (source, iso_now(), diagram_id, owner_id, revision),
    )
    row: dict[str, Any] | None = cursor.fetchone()
    return row
