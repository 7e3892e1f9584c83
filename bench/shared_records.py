"""Projects that many people share, put straight into a database: ten thousand requests would take longer than what is measured."""

import contextlib
import datetime
import json
import sqlite3
import time
import uuid
from pathlib import Path

from bson.int64 import Int64
from pymongo import MongoClient

from product import seed

PROJECTS, MEMBERS = 1000, 10


def others() -> list[str]:
    return [str(uuid.uuid4()) for _ in range(MEMBERS - 1)]


def share_in_file(path: Path, owner: str, member: str) -> None:
    """Each project with one person and nine others."""
    seed(path, owner, PROJECTS, 2 * PROJECTS)
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        now = int(time.time() * 1000)
        for (project,) in database.execute("SELECT id FROM projects WHERE name LIKE 'Project %'").fetchall():
            members = [{"user_id": one, "role": "viewer", "added_at": now} for one in [member, *others()]]
            lists = "INSERT INTO access_lists (id, target, revision, members, links) VALUES (?, 'project', 1, ?, '[]')"
            database.execute(lists, (project, json.dumps(members)))


def share_in_mongodb(url: str, owner: str, member: str) -> None:
    """Likewise."""
    now = datetime.datetime.now(datetime.UTC)
    projects = [
        {
            "_id": str(uuid.uuid4()), "owner_id": owner, "name": f"Project {n}", "name_key": f"project {n}", "description": "",
            "archived": False, "created_at": now, "updated_at": now, "deleted_at": None, "creation_fingerprint": None,
        }
        for n in range(PROJECTS)
    ]  # fmt: skip
    with MongoClient[dict[str, object]](url) as client:
        database = client.get_default_database()
        database["projects"].insert_many(projects)
        database["access_lists"].insert_many(
            {
                "_id": project["_id"], "target": "project", "revision": Int64(1), "links": [], "events": [],
                "members": [
                    {"user_id": one, "role": "viewer", "link_id": None, "added_at": now, "expires_at": None} for one in [member, *others()]
                ],
            }
            for project in projects
        )  # fmt: skip
