"""The benchmark peer on MongoDB: what saving diagrams needs, with PyMongo's asynchronous driver.

Run: uvicorn --workers 2 --loop uvloop --http httptools --no-access-log mongodb_app:app
Environment: MONGODB_URL with the database's name, JWT_SECRET (at least 32 characters).

Each request reads the session and the user, as in app.py, and writes wait for the majority. The indexes are those of our server, but for the
words: they are in MongoDB's own index of texts.
"""

import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pymongo import AsyncMongoClient, ReturnDocument

from diagrams import DiagramCreate, DiagramUpdate
from middleware import RequestHeaders
from schemas import Health, Registration, TokenResponse
from tokens import ACCESS_SECONDS, InvalidToken, TokenSigner, hash_password, token_hash, unix_now

Document = dict[str, Any]
INDEXES: list[list[tuple[str, int]]] = [
    [("project_id", 1), ("deleted_at", 1), ("name_key", 1), ("_id", 1)],
    [("project_id", 1), ("deleted_at", 1), ("created_at", -1), ("_id", -1)],
    [("project_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)],
    [("project_id", 1), ("deleted_at", 1), ("kind", 1)],
    [("owner_id", 1), ("deleted_at", 1), ("updated_at", -1), ("_id", -1)],
    [("owner_id", 1), ("deleted_at", -1), ("_id", -1)],
    [("deleted_at", 1)],
]

client: AsyncMongoClient[Document] = AsyncMongoClient(os.environ["MONGODB_URL"], w="majority")
database = client.get_default_database()
signer = TokenSigner(os.environ["JWT_SECRET"])
bearer = HTTPBearer()


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    for keys in INDEXES:
        await database.diagrams.create_index(keys)
    words = [("owner_id", 1), ("name", "text"), ("source", "text")]
    await database.diagrams.create_index(words, weights={"name": 10, "source": 1}, default_language="none")
    yield
    await client.close()


app = FastAPI(lifespan=lifespan, telemetry={"tracing": False, "metrics": False, "logs": False})
app.add_middleware(RequestHeaders)


@app.get("/health")
async def health() -> Health:
    return Health(status="healthy", message="API is running")


@app.post("/api/auth/register", status_code=201)
async def register(body: Registration) -> TokenResponse:
    user_id, session_id, now = str(uuid.uuid4()), str(uuid.uuid4()), unix_now()
    password_hash = await run_in_threadpool(hash_password, body.password)
    refresh = signer.refresh(user_id, body.email, session_id, 0, now)
    await database.users.insert_one({"_id": user_id, "email": body.email, "name": body.name, "password_hash": password_hash})
    session = {"_id": session_id, "user_id": user_id, "token": token_hash(refresh), "is_revoked": False}
    await database.refresh_tokens.insert_one(session)
    access = signer.access(user_id, body.email, session_id, now)
    return TokenResponse(access_token=access, refresh_token=refresh, expires_in=ACCESS_SECONDS)


async def current_user(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> Document:
    try:
        claims = signer.verify(credentials.credentials, "access")
    except InvalidToken:
        raise HTTPException(401, "Invalid access token") from None
    session = await database.refresh_tokens.find_one({"_id": claims["sid"]})
    user = await database.users.find_one({"_id": claims["sub"]})
    if session is None or session["is_revoked"] or user is None:
        raise HTTPException(401, "The session has ended")
    return user


def public(diagram: Document) -> Document:
    """As it is sent: `id`, and times as texts."""
    times = {name: diagram[name].isoformat(timespec="milliseconds") + "Z" for name in ("created_at", "updated_at")}
    return {"id": diagram.pop("_id"), **diagram, **times}


@app.post("/api/projects", status_code=201)
async def add_project(user: Annotated[Document, Depends(current_user)]) -> dict[str, str]:
    return {"id": str(uuid.uuid4())}


@app.post("/api/projects/{project_id}/diagrams", status_code=201)
async def add_diagram(project_id: str, body: DiagramCreate, user: Annotated[Document, Depends(current_user)]) -> Document:
    now = datetime.now(UTC).replace(tzinfo=None)
    diagram: Document = {
        "_id": str(uuid.uuid4()), "project_id": project_id, "owner_id": user["_id"], "kind": "sequence", "name": body.name,
        "name_key": body.name.lower(), "source": body.source, "layout": "{}", "revision": 1, "created_at": now, "updated_at": now,
    }  # fmt: skip
    await database.diagrams.insert_one(diagram)
    return public(diagram)


@app.patch("/api/diagrams/{diagram_id}")
async def change_diagram(
    diagram_id: str,
    body: DiagramUpdate,
    user: Annotated[Document, Depends(current_user)],
    response: Response,
    if_match: Annotated[str, Header(pattern=r'^"\d+"$')],
) -> Document:
    query = {"_id": diagram_id, "owner_id": user["_id"], "revision": int(if_match.strip('"')), "deleted_at": None}
    change = {"$set": {"source": body.source, "updated_at": datetime.now(UTC)}, "$inc": {"revision": 1}}
    diagram = await database.diagrams.find_one_and_update(query, change, return_document=ReturnDocument.AFTER)
    if diagram is None:
        raise HTTPException(412, "The diagram has changed")
    response.headers["ETag"] = f'"{diagram["revision"]}"'
    return public(diagram)
