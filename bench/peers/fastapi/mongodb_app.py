"""The benchmark peer on MongoDB: the measured endpoints with PyMongo's asynchronous driver.

Run: uvicorn --workers 2 --loop uvloop --http httptools --no-access-log mongodb_app:app
Environment: MONGODB_URL with the database's name, JWT_SECRET (at least 32 characters).

Each request with a token reads the session and the user, as in app.py, and writes wait for the majority. The indexes are those of our
server, but for the words of diagrams: they are in MongoDB's own index of texts.
"""

import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pymongo import ReturnDocument

import mongodb_store as store
from cursor import cut_page, decode_cursor
from diagrams import DiagramCreate, DiagramUpdate
from middleware import RequestHeaders
from mongodb_store import Document, database
from schemas import Credentials, Health, RefreshRequest, Registration, StatusCheck, StatusCreate, TokenResponse, User
from tokens import (
    ACCESS_SECONDS,
    REFRESH_SECONDS,
    InvalidToken,
    TokenSigner,
    check_password,
    hash_password,
    token_hash,
    unix_now,
)

signer = TokenSigner(os.environ["JWT_SECRET"])
bearer = HTTPBearer()


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    await store.create_indexes()
    yield
    await store.client.close()


app = FastAPI(lifespan=lifespan, telemetry={"tracing": False, "metrics": False, "logs": False})
app.add_middleware(RequestHeaders)


@app.get("/health")
async def health() -> Health:
    return Health(status="healthy", message="API is running")


# Accounts


async def open_session(request: Request, user_id: str, email: str) -> TokenResponse:
    session_id, now = str(uuid.uuid4()), unix_now()
    refresh = signer.refresh(user_id, email, session_id, 0, now)
    client = {"user_agent": request.headers.get("user-agent"), "ip": request.client.host if request.client else None}
    session = {"_id": session_id, "user_id": user_id, "email": email, "token": token_hash(refresh)}
    await store.add_session(session | client, now + REFRESH_SECONDS)
    access = signer.access(user_id, email, session_id, now)
    return TokenResponse(access_token=access, refresh_token=refresh, expires_in=ACCESS_SECONDS)


@app.post("/api/auth/register", status_code=201)
async def register(request: Request, body: Registration) -> TokenResponse:
    password_hash = await run_in_threadpool(hash_password, body.password)
    user_id = str(uuid.uuid4())
    if not await store.add_user(user_id, body.email, body.name, password_hash):
        raise HTTPException(409, "This e-mail address is already registered")
    return await open_session(request, user_id, body.email)


@app.post("/api/auth/login")
async def login(request: Request, body: Credentials) -> TokenResponse:
    user = await store.local_user(body.email)
    matches = await run_in_threadpool(check_password, body.password, user["password_hash"] if user else None)
    if user is None or not matches:
        raise HTTPException(401, "Wrong e-mail address or password")
    return await open_session(request, user["_id"], user["email"])


@app.post("/api/auth/refresh")
async def refresh(body: RefreshRequest) -> TokenResponse:
    try:
        claims = signer.verify(body.refresh_token, "refresh")
    except InvalidToken:
        raise HTTPException(401, "Invalid refresh token") from None
    now = unix_now()
    user_id, email, session_id, counter = claims["sub"], claims["email"], claims["sid"], claims["cnt"]
    successor = signer.refresh(user_id, email, session_id, counter + 1, now)
    if not await store.rotate_session(session_id, counter, token_hash(body.refresh_token), token_hash(successor)):
        raise HTTPException(401, "Invalid refresh token")
    access = signer.access(user_id, email, session_id, now)
    return TokenResponse(access_token=access, refresh_token=successor, expires_in=ACCESS_SECONDS)


async def current_user(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> Document:
    try:
        claims = signer.verify(credentials.credentials, "access")
    except InvalidToken:
        raise HTTPException(401, "Invalid access token") from None
    user = await store.session_user(claims["sid"], claims["sub"])
    if user is None:
        raise HTTPException(401, "The session has ended")
    return user


@app.get("/api/auth/me", response_model=User)
async def me(user: Annotated[Document, Depends(current_user)]) -> dict[str, Any]:
    return {"id": user["_id"], **user, "created_at": store.iso(user["created_at"])}


# Status checks


@app.get("/api/status", response_model=list[StatusCheck])
async def list_statuses(
    response: Response, limit: Annotated[int, Query(ge=1, le=1000)] = 100, cursor: str | None = None
) -> list[dict[str, str]]:
    return cut_page(await store.statuses(limit + 1, decode_cursor(cursor)), limit, response)


@app.post("/api/status", status_code=201)
async def add_status(body: StatusCreate) -> StatusCheck:
    status_id = str(uuid.uuid4())
    moment = await store.add_status(status_id, body.client_name)
    return StatusCheck(id=status_id, client_name=body.client_name, timestamp=store.iso(moment))


# Diagrams


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
