"""What an independent client sees in the database: names, types, indexes, and nothing that opens a session."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import NoneType
from typing import Any

import bson
import pytest
from pymongo.database import Database
from pymongo.errors import WriteError

from e2e.google_client import REDIRECT_URI, finish, google_settings, log_in, start
from e2e.mongodb import ReplicaSet
from e2e.server import PASSWORD, ProviderProcess, ServerProcess, wait_until

Document = dict[str, Any]
TEXT, DATE = (str,), (datetime,)
FIELDS: dict[str, dict[str, tuple[type, ...]]] = {
    "users": {
        "_id": TEXT, "issuer": TEXT, "subject": TEXT, "email": TEXT, "name": TEXT, "picture": (str, NoneType),
        "password_hash": (str, NoneType), "disabled_at": (datetime, NoneType), "created_at": DATE, "updated_at": DATE,
        "email_verified_at": (datetime, NoneType), "second_factor": (dict, NoneType),
    },
    "refresh_tokens": {
        "_id": TEXT, "user_id": TEXT, "email": TEXT, "token": TEXT, "counter": (bson.Int64,), "rotated_at": (datetime, NoneType),
        "expires_at": DATE, "is_revoked": (bool,), "created_at": DATE, "last_used_at": DATE, "user_agent": TEXT, "ip": TEXT,
        "confirmed_at": (datetime, NoneType),
    },
    "status_checks": {"_id": TEXT, "client_name": TEXT, "timestamp": DATE},
    "sign_ins": {"_id": TEXT, "expires_at": DATE},
    "projects": {
        "_id": TEXT, "owner_id": TEXT, "name": TEXT, "name_key": TEXT, "description": TEXT, "archived": (bool,), "created_at": DATE,
        "updated_at": DATE, "deleted_at": (datetime, NoneType), "creation_fingerprint": (str, NoneType),
    },
    "diagrams": {
        "_id": TEXT, "project_id": TEXT, "owner_id": TEXT, "kind": TEXT, "name": TEXT, "name_key": TEXT, "source": TEXT,
        "layout": TEXT, "revision": (bson.Int64,), "created_at": DATE, "updated_at": DATE, "deleted_at": (datetime, NoneType),
        "creation_fingerprint": (str, NoneType), "name_words": (list, NoneType), "source_words": (list, NoneType),
        "changed_by": (str, NoneType), "checkpoint_at": (datetime, NoneType), "source_bytes": (bson.Int64, NoneType), "layout_bytes": (bson.Int64, NoneType),
    },
    "access_lists": {"_id": TEXT, "target": TEXT, "revision": (bson.Int64,), "members": (list,), "links": (list,), "events": (list, NoneType)},
    "versions": {
        "_id": TEXT, "diagram_id": TEXT, "revision": (bson.Int64,), "reason": TEXT, "label": (str, NoneType), "author_id": (str, NoneType),
        "saved_at": DATE, "name": TEXT, "source": TEXT, "layout": TEXT,
    },
}
INDEXES = {
    "users": {
        "email_unique": {"key": [("email", 1)], "unique": True},
        "identity_unique": {"key": [("issuer", 1), ("subject", 1)], "unique": True},
    },
    "refresh_tokens": {
        "token_unique": {"key": [("token", 1)], "unique": True},
        "user_id": {"key": [("user_id", 1), ("created_at", -1), ("_id", -1)]},
        "expires_at_ttl": {"key": [("expires_at", 1)], "expireAfterSeconds": 0},
    },
    "status_checks": {"timestamp_id": {"key": [("timestamp", -1), ("_id", -1)]}},
    "sign_ins": {"expires_at_ttl": {"key": [("expires_at", 1)], "expireAfterSeconds": 0}},
    "projects": {
        "by_name": {"key": [("owner_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)]},
        "by_creation": {"key": [("owner_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)]},
        "by_update": {"key": [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]},
        "deleted_at": {"key": [("deleted_at", 1)]},
    },
    "diagrams": {
        "by_name": {"key": [("project_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)]},
        "by_creation": {"key": [("project_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)]},
        "by_update": {"key": [("project_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]},
        "by_kind": {"key": [("project_id", 1), ("deleted_at", 1), ("kind", 1)]},
        "recent": {"key": [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)]},
        "trash": {"key": [("owner_id", 1), ("deleted_at", -1), ("_id", -1)]},
        "deleted_at": {"key": [("deleted_at", 1)]},
        "by_name_word": {"key": [("owner_id", 1), ("name_words", 1)]},
        "by_source_word": {"key": [("owner_id", 1), ("source_words", 1)]},
        "usage": {"key": [("owner_id", 1), ("source_bytes", 1), ("layout_bytes", 1)]},
    },
    "access_lists": {"by_member": {"key": [("members.user_id", 1)]}, "by_token": {"key": [("links.token", 1)]}},
    "account_tokens": {
        "user_id": {"key": [("user_id", 1)]}, "expires_at_ttl": {"key": [("expires_at", 1)], "expireAfterSeconds": 0},
    },
    "versions": {"by_diagram": {"key": [("diagram_id", 1), ("revision", -1)]}},
}


@pytest.fixture(scope="module")
def database(one_node: ReplicaSet) -> Iterator[Database[Document]]:
    with one_node.client() as client:
        yield client["data"]


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory, one_node: ReplicaSet, database: Database[Document]) -> set[str]:
    """What nobody may find in the database, after somebody has registered and refreshed, and another come from Google."""
    with ProviderProcess("faulty", "--redirect-uri", REDIRECT_URI) as provider:
        folder, url = tmp_path_factory.mktemp("data"), one_node.url(database.name)
        with ServerProcess(folder, google_settings(provider), database_url=url) as server:
            answers = [server.register("tess@example.com")]
            answers.append(server.post("/api/auth/refresh", json={"refresh_token": answers[0]["refresh_token"]}).json())
            started = start(server)
            back = log_in(started)
            answers.append(finish(server, started.cookie.value, back["code"], back["state"]).json())
            check = server.post("/api/status", json={"client_name": "web"}).json()
            assert server.get("/api/status").json() == [check]
            diagram = server.draw(answers[1]["access_token"], "Tess -> Server: hello")
            link = server.share(answers[1]["access_token"], diagram, answers[2]["access_token"])
            key = (folder / "data/jwt_secret_key").read_text().strip()
    tokens = {answer[name] for answer in answers for name in ("access_token", "refresh_token")}
    signatures = {token.rpartition(".")[2] for token in tokens}
    return tokens | signatures | {PASSWORD, key, link, back["code"], back["state"], started.cookie.value}


@pytest.fixture(scope="module")
def documents(database: Database[Document], secrets: set[str]) -> dict[str, list[Document]]:
    return {name: list(database[name].find()) for name in database.list_collection_names()}


@pytest.mark.parametrize("collection", FIELDS)
def test_fields_and_types(documents: dict[str, list[Document]], collection: str) -> None:
    assert documents[collection]
    for document in documents[collection]:
        assert document.keys() == FIELDS[collection].keys()
        for name, types in FIELDS[collection].items():
            assert type(document[name]) in types, name


def test_values(documents: dict[str, list[Document]]) -> None:
    users = {user["email"]: user for user in documents["users"]}
    sessions = {session["email"]: session for session in documents["refresh_tokens"]}
    assert users.keys() == sessions.keys() and len(users) == 2
    for email, user in users.items():
        session = sessions[email]
        assert session["user_id"] == user["_id"]
        assert (session["rotated_at"] is None) == (session["counter"] == 0)
        assert session["expires_at"] - session["created_at"] > timedelta(days=6.9)
    for collection in ("users", "refresh_tokens", "status_checks"):
        for document in documents[collection]:
            assert str(uuid.UUID(document["_id"])) == document["_id"]
    [check] = documents["status_checks"]
    assert abs(datetime.now(UTC) - check["timestamp"]) < timedelta(minutes=1)


def test_no_secret_is_stored(documents: dict[str, list[Document]], secrets: set[str]) -> None:
    stored = b"".join(bson.encode(document) for collection in documents.values() for document in collection)
    assert b"tess@example.com" in stored
    assert [secret for secret in secrets if secret.encode() in stored] == []


def test_indexes(database: Database[Document], secrets: set[str]) -> None:
    for collection, wanted in INDEXES.items():
        found = database[collection].index_information()
        del found["_id_"]
        assert {name: {option: index[option] for option in index if option != "v"} for name, index in found.items()} == wanted


@pytest.mark.parametrize("collection", FIELDS)
def test_validator(database: Database[Document], documents: dict[str, list[Document]], collection: str) -> None:
    good = documents[collection][0]
    bad: list[Document] = [{"_id": "x"}, {"_id": bson.ObjectId(), "nonsense": True}]
    for name, types in FIELDS[collection].items():
        without = {field: value for field, value in good.items() if field != name}
        bad.append(without | {"_id": str(uuid.uuid4())} | {name: 1.5})
        if NoneType not in types and name != "_id":
            bad.append(without | {"_id": str(uuid.uuid4())})
    for document in bad:
        with pytest.raises(WriteError) as error:
            database[collection].insert_one(document)
        assert error.value.code == 121, document  # DocumentValidationFailure
    assert database[collection].count_documents({}) == len(documents[collection])


def test_expired_sessions_go(folder: Path, database: Database[Document], documents: dict[str, list[Document]]) -> None:
    session = documents["refresh_tokens"][0]
    past = datetime.now(UTC) - timedelta(seconds=1)
    database.refresh_tokens.insert_one(session | {"_id": str(uuid.uuid4()), "token": "expired", "expires_at": past})
    wait_until(lambda: database.refresh_tokens.find_one({"token": "expired"}) is None, "the session is removed")
    assert database.refresh_tokens.find_one({"_id": session["_id"]})
