"""The ID tokens of the faulty provider: the ones Google would make, and broken ones on demand."""

import base64
import hashlib
import hmac
import json
import secrets
import time
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, Any]

LIFETIME = 3600  # seconds, as Google's


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def s256(verifier: str) -> str:
    """The PKCE challenge of a code verifier."""
    return base64url(hashlib.sha256(verifier.encode("ascii")).digest())


def at_hash(access_token: str) -> str:
    return base64url(hashlib.sha256(access_token.encode("ascii")).digest()[:16])


def new_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": secrets.token_hex(20), "alg": "RS256", "use": "sig"})


def person_claims(user: Claims, scope: str, faults: set[str], in_userinfo: bool) -> Claims:
    """What the granted scope says about the person, in the ID token or in the userinfo answer."""
    granted = scope.split()
    names = ["sub"]
    if "profile" in granted:
        names += ["name", "picture"]
    hidden = "no_email" in faults or ("email_in_userinfo_only" in faults and not in_userinfo)
    if "email" in granted and not hidden:
        names += ["email", "email_verified"]
    claims = {name: user[name] for name in names if user.get(name) is not None}
    if "email_not_verified" in faults and "email_verified" in claims:
        claims["email_verified"] = False
    if "userinfo_wrong_sub" in faults and in_userinfo:
        claims["sub"] = f"{user['sub']}0"
    return claims


def id_token_claims(
    issuer: str, client_id: str, person: Claims, access_token: str, nonce: str | None, faults: set[str]
) -> Claims:
    now = int(time.time())
    claims: Claims = {
        "iss": issuer,
        "azp": client_id,
        "aud": client_id,
        **person,
        "at_hash": at_hash(access_token),
        "nonce": nonce,
        "iat": now,
        "exp": now + LIFETIME,
    }
    if "wrong_iss" in faults:
        claims["iss"] = "https://accounts.example.net"
    if "wrong_aud" in faults:
        claims["aud"] = "another-client"
    if "wrong_azp" in faults:
        claims |= {"aud": [client_id, "another-client"], "azp": "another-client"}
    if "wrong_nonce" in faults:
        claims["nonce"] = "another-nonce"
    if "expired" in faults:
        claims |= {"iat": now - 2 * LIFETIME, "exp": now - LIFETIME}
    if "issued_in_future" in faults:
        claims |= {"iat": now + LIFETIME, "exp": now + 2 * LIFETIME}
    if "no_nonce" in faults or claims["nonce"] is None:
        del claims["nonce"]
    return claims


def sign(claims: Claims, key: RSAKey, client_secret: str, faults: set[str]) -> str:
    """Signs with `key`, or as the faults say. The forgeries keep its `kid`, as an attacker would."""
    header = {"alg": "RS256", "kid": key.kid, "typ": "JWT"}
    if "alg_none" in faults:
        return _compact(header | {"alg": "none"}, claims, None)
    if "alg_hs256" in faults:
        return _compact(header | {"alg": "HS256"}, claims, client_secret.encode())
    if "alg_hs256_public_key" in faults:
        return _compact(header | {"alg": "HS256"}, claims, key.as_pem(private=False))
    if "no_kid" in faults:
        del header["kid"]
    if "wrong_signature" in faults:
        key = new_key()
    if "unknown_kid" in faults:
        key = new_key()
        header["kid"] = key.kid
    return jwt.encode(header, claims, key, algorithms=["RS256"])


def _compact(header: Claims, claims: Claims, mac_key: bytes | None) -> str:
    """By hand, because a sound JOSE library refuses to make these."""
    signed = f"{base64url(json.dumps(header).encode())}.{base64url(json.dumps(claims).encode())}"
    mac = hmac.digest(mac_key, signed.encode("ascii"), "sha256") if mac_key is not None else b""
    return f"{signed}.{base64url(mac)}"
