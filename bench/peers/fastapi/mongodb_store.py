"""What the peer keeps in MongoDB, and the indexes with which it finds it again."""

import os
from datetime import UTC, datetime
from typing import Any

from pymongo import ASCENDING, DESCENDING, AsyncMongoClient
from pymongo.errors import DuplicateKeyError

Document = dict[str, Any]
DIAGRAM_INDEXES: list[list[tuple[str, int]]] = [
    [("project_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)],
    [("project_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)],
    [("project_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)],
    [("project_id", 1), ("deleted_at", 1), ("kind", 1)],
    [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)],
    [("owner_id", 1), ("deleted_at", -1), ("_id", -1)],
    [("deleted_at", 1)],
]
USER_FIELDS = ["email", "name", "picture", "created_at"]

# Writes wait for the majority and, as is MongoDB's default then, for its journals.
client: AsyncMongoClient[Document] = AsyncMongoClient(os.environ["MONGODB_URL"], w="majority")
database = client.get_default_database()


async def create_indexes() -> None:
    await database.users.create_index("email", unique=True)
    await database.refresh_tokens.create_index("token", unique=True)
    await database.refresh_tokens.create_index("user_id")
    await database.refresh_tokens.create_index("expires_at", expireAfterSeconds=0)
    await database.status_checks.create_index([("timestamp", DESCENDING), ("_id", DESCENDING)])
    for keys in DIAGRAM_INDEXES:
        await database.diagrams.create_index(keys)
    words: list[tuple[str, int | str]] = [("owner_id", ASCENDING), ("name", "text"), ("source", "text")]
    await database.diagrams.create_index(words, weights={"name": 10, "source": 1}, default_language="none")


def now() -> datetime:
    """With the milliseconds that a BSON date has."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def iso(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


async def add_user(user_id: str, email: str, name: str, password_hash: str) -> bool:
    """False when the address is taken."""
    user = {"_id": user_id, "email": email, "name": name, "picture": None, "password_hash": password_hash, "created_at": now()}
    try:
        await database.users.insert_one(user)
    except DuplicateKeyError:
        return False
    return True


async def local_user(email: str) -> Document | None:
    return await database.users.find_one({"email": email}, ["email", "password_hash"])


async def add_session(session: Document, expires_at: int) -> None:
    moment = now()
    rest = {"counter": 0, "rotated_at": None, "is_revoked": False, "created_at": moment, "last_used_at": moment}
    await database.refresh_tokens.insert_one(session | rest | {"expires_at": datetime.fromtimestamp(expires_at, UTC)})


async def session_user(session_id: str, user_id: str) -> Document | None:
    """The user of a live session."""
    live = {"_id": session_id, "user_id": user_id, "is_revoked": False, "expires_at": {"$gt": now()}}
    if await database.refresh_tokens.find_one(live, ["_id"]) is None:
        return None
    return await database.users.find_one({"_id": user_id}, USER_FIELDS)


async def rotate_session(session_id: str, counter: int, old_hash: str, new_hash: str) -> bool:
    """Compare-and-set: of two racing refreshes only one finds the session."""
    moment = now()
    live = {"_id": session_id, "token": old_hash, "counter": counter, "is_revoked": False, "expires_at": {"$gt": moment}}
    change = {"$set": {"token": new_hash, "rotated_at": moment, "last_used_at": moment}, "$inc": {"counter": 1}}
    return await database.refresh_tokens.find_one_and_update(live, change, projection=["_id"]) is not None


async def add_status(status_id: str, client_name: str) -> datetime:
    moment = now()
    await database.status_checks.insert_one({"_id": status_id, "client_name": client_name, "timestamp": moment})
    return moment


async def statuses(limit: int, before: tuple[str, str] | None) -> list[dict[str, str]]:
    """Newest first; `before` is the (timestamp, id) of the last row seen."""
    query: Document = {}
    if before:
        moment = datetime.fromisoformat(before[0])
        query = {"$or": [{"timestamp": {"$lt": moment}}, {"timestamp": moment, "_id": {"$lt": before[1]}}]}
    found = database.status_checks.find(query).sort([("timestamp", -1), ("_id", -1)]).limit(limit)
    return [
        {"id": row["_id"], "client_name": row["client_name"], "timestamp": iso(row["timestamp"])}
        for row in await found.to_list()
    ]
