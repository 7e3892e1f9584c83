"""Signed tokens (HS256) and password hashes (scrypt)."""

import hashlib
import hmac
import os
import secrets
import time
import uuid
from typing import Any, Literal

import jwt

ACCESS_SECONDS = 30 * 60
REFRESH_SECONDS = 7 * 24 * 3600

ISSUER = "zenuml"
AUDIENCE = "zenuml-api"
ALGORITHM = "HS256"

TokenType = Literal["access", "refresh"]
Claims = dict[str, Any]


class InvalidToken(Exception):
    """The token is malformed, expired, or meant for something else."""


class TokenSigner:
    def __init__(self, secret: str) -> None:
        if len(secret) < 32:
            raise ValueError("the signing secret needs at least 32 characters")
        self._key = secret.encode()
        # PyJWT checks exp, nbf, iat, iss and aud by itself; `require` makes
        # their absence an error too.
        required = ["iss", "aud", "exp", "nbf", "iat", "sub", "sid", "type"]
        self._jwt = jwt.PyJWT(options={"require": required})

    def _sign(self, kind: TokenType, now: int, lifetime: int, claims: Claims) -> str:
        payload = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "iat": now,
            "nbf": now,
            "exp": now + lifetime,
            "jti": uuid.uuid4().hex,
            "type": kind,
            **claims,
        }
        return self._jwt.encode(payload, self._key, ALGORITHM)

    def access(self, user_id: str, email: str, session_id: str, now: int) -> str:
        claims = {"sub": user_id, "email": email, "sid": session_id}
        return self._sign("access", now, ACCESS_SECONDS, claims)

    def refresh(
        self, user_id: str, email: str, session_id: str, counter: int, now: int
    ) -> str:
        claims = {"sub": user_id, "email": email, "sid": session_id, "cnt": counter}
        return self._sign("refresh", now, REFRESH_SECONDS, claims)

    def verify(self, token: str, kind: TokenType) -> Claims:
        try:
            claims = self._jwt.decode(
                token, self._key, algorithms=[ALGORITHM], audience=AUDIENCE, issuer=ISSUER
            )
        except jwt.InvalidTokenError as error:
            raise InvalidToken from error
        if claims["type"] != kind:
            raise InvalidToken
        return claims


def token_hash(token: str) -> str:
    """Only this digest is stored, so a stolen database holds no usable token."""
    return hashlib.sha256(token.encode()).hexdigest()


def unix_now() -> int:
    return int(time.time())


# Passwords. scrypt takes tens of milliseconds or more: call these in a thread.

SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**14, 8, 5
SCRYPT_MEMORY = 64 * 1024 * 1024


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        password.encode(),
        salt=salt,
        n=SCRYPT_N,
        r=SCRYPT_R,
        p=SCRYPT_P,
        maxmem=SCRYPT_MEMORY,
        dklen=32,
    )


def hash_password(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"scrypt${salt.hex()}${_scrypt(password, salt).hex()}"


# Unknown users are checked against this, so that the answer takes as long.
_ABSENT_USER = f"scrypt${os.urandom(16).hex()}${'00' * 32}"


def check_password(password: str, stored: str | None) -> bool:
    _, salt, expected = (stored or _ABSENT_USER).split("$")
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)), bytes.fromhex(expected))
