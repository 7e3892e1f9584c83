"""Request and response bodies."""

from typing import Annotated, Literal

from pydantic import BaseModel, StringConstraints

Email = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        max_length=254,
        pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    ),
]
Password = Annotated[str, StringConstraints(min_length=8, max_length=128)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]


class Health(BaseModel):
    status: str
    message: str


class Credentials(BaseModel):
    email: Email
    password: Password


class Registration(Credentials):
    name: Name


class RefreshRequest(BaseModel):
    refresh_token: Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class TokenResponse(BaseModel):
    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int


class User(BaseModel):
    id: str
    email: str
    name: str
    picture: str | None
    created_at: str


class StatusCreate(BaseModel):
    client_name: Name


class StatusCheck(BaseModel):
    id: str
    client_name: str
    # Stored in the form it is sent in; parsing it to a datetime and back
    # would only slow the list down.
    timestamp: str
