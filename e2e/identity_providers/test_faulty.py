"""Tests of the faulty provider itself: a fixture that accepts too much would prove nothing."""

import hmac
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from e2e.identity_providers.faulty import CLIENT_ID, CLIENT_SECRET, DEFAULT_USER
from e2e.identity_providers.id_tokens import at_hash, base64url, s256

REDIRECT_URI = "http://127.0.0.1:9/auth/callback"
VERIFIER = "v" * 43
SCOPE = "openid email profile"
FORGERIES = ["wrong_signature", "alg_none", "alg_hs256", "alg_hs256_public_key", "unknown_kid"]


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    command = [sys.executable, "-m", "e2e.identity_providers.faulty", "--port", "0", "--redirect-uri", REDIRECT_URI]
    pipe, repository = subprocess.PIPE, Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=repository) as provider:
        assert provider.stdout is not None
        yield provider.stdout.readline().strip()
        provider.terminate()
        _, log = provider.communicate(timeout=10)
    assert provider.returncode == 0
    assert log == ""


@pytest.fixture(autouse=True)
def reset(issuer: str) -> None:
    requests.delete(f"{issuer}/control").raise_for_status()


def set_faults(issuer: str, *faults: str) -> None:
    requests.post(f"{issuer}/control", json={"faults": faults}).raise_for_status()


def discovery(issuer: str) -> dict[str, Any]:
    return requests.get(f"{issuer}/.well-known/openid-configuration").json()


def authorize(issuer: str, **changes: str | None) -> requests.Response:
    asked = {
        "client_id": CLIENT_ID,
        "redirect_uri": REDIRECT_URI,
        "response_type": "code",
        "scope": SCOPE,
        "state": "the-state",
        "nonce": "the-nonce",
        "code_challenge": s256(VERIFIER),
        "code_challenge_method": "S256",
    }
    return requests.get(f"{issuer}/authorize", params=asked | changes, allow_redirects=False)


def returned(response: requests.Response) -> dict[str, str]:
    assert response.status_code == 302
    assert response.headers["Location"].startswith(f"{REDIRECT_URI}?")
    return {name: values[0] for name, values in parse_qs(urlsplit(response.headers["Location"]).query).items()}


def exchange(issuer: str, code: str, auth: tuple[str, str] | None = None, **changes: str) -> requests.Response:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT_URI,
        "code_verifier": VERIFIER,
    }
    if auth is None:
        form |= {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    return requests.post(f"{issuer}/token", data=form | changes, auth=auth)


def log_in(issuer: str) -> dict[str, Any]:
    response = exchange(issuer, returned(authorize(issuer))["code"])
    assert response.status_code == 200
    return response.json()


def verified(issuer: str, id_token: str) -> jwt.Token:
    keys = KeySet.import_key_set(requests.get(discovery(issuer)["jwks_uri"]).json())
    return jwt.decode(id_token, keys, algorithms=["RS256"])


def claims_of(issuer: str, fault: str) -> dict[str, Any]:
    set_faults(issuer, fault)
    return verified(issuer, log_in(issuer)["id_token"]).claims


def test_pkce_challenge_is_the_one_of_rfc_7636() -> None:
    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == challenge


def test_happy_path(issuer: str) -> None:
    document = discovery(issuer)
    assert document["issuer"] == issuer
    back = returned(authorize(issuer))
    assert back["state"] == "the-state"

    tokens = exchange(issuer, back["code"]).json()
    token = verified(issuer, tokens["id_token"])
    assert token.header["alg"] == "RS256"
    fixed = {name: value for name, value in token.claims.items() if name not in ("iat", "exp")}
    expected = {"iss": issuer, "aud": CLIENT_ID, "azp": CLIENT_ID, "nonce": "the-nonce"}
    assert fixed == expected | DEFAULT_USER | {"at_hash": at_hash(tokens["access_token"])}
    assert token.claims["exp"] - token.claims["iat"] == 3600

    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert requests.get(document["userinfo_endpoint"], headers=bearer).json() == DEFAULT_USER
    assert requests.get(document["userinfo_endpoint"]).status_code == 401
    calls = requests.get(f"{issuer}/control").json()["calls"]
    assert calls == {"discovery": 2, "jwks": 1, "authorize": 1, "token": 1, "userinfo": 2}


def test_client_secret_basic(issuer: str) -> None:
    code = returned(authorize(issuer))["code"]
    assert exchange(issuer, code, auth=(CLIENT_ID, "another-secret")).status_code == 401
    assert exchange(issuer, code, auth=(CLIENT_ID, CLIENT_SECRET)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"code_verifier": ""}, "invalid_grant"),
        ({"redirect_uri": f"{REDIRECT_URI}/"}, "redirect_uri_mismatch"),
        ({"client_secret": "another-secret"}, "invalid_client"),
        ({"client_id": "another-client"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_token_refuses(issuer: str, changes: dict[str, str], error: str) -> None:
    response = exchange(issuer, returned(authorize(issuer))["code"], **changes)
    assert response.status_code == (401 if error == "invalid_client" else 400)
    assert response.json()["error"] == error


def test_token_refuses_replayed_code(issuer: str) -> None:
    code = returned(authorize(issuer))["code"]
    assert exchange(issuer, code).status_code == 200
    replayed = exchange(issuer, code)
    assert (replayed.status_code, replayed.json()["error"]) == (400, "invalid_grant")


@pytest.mark.parametrize("changes", [{"client_id": "another"}, {"redirect_uri": f"{REDIRECT_URI}?x=1"}])
def test_authorize_does_not_redirect_to_unknown_addresses(issuer: str, changes: dict[str, str]) -> None:
    assert authorize(issuer, **changes).status_code == 400


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "email"}, "invalid_scope"),
    ],
)
def test_authorize_refuses(issuer: str, changes: dict[str, str | None], error: str) -> None:
    back = returned(authorize(issuer, **changes))
    assert (back["error"], back["state"]) == (error, "the-state")
    assert "code" not in back


def test_access_denied(issuer: str) -> None:
    set_faults(issuer, "access_denied")
    assert returned(authorize(issuer)) == {"error": "access_denied", "state": "the-state"}


@pytest.mark.parametrize("fault", FORGERIES)
def test_forgeries_do_not_verify(issuer: str, fault: str) -> None:
    set_faults(issuer, fault)
    id_token = log_in(issuer)["id_token"]
    with pytest.raises((JoseError, ValueError)):
        verified(issuer, id_token)


def test_hs256_forgeries_verify_for_a_client_that_trusts_the_header(issuer: str) -> None:
    """Otherwise a client would refuse them for a wrong signature, and its check of `alg` went untested."""
    published = KeySet.import_key_set(requests.get(discovery(issuer)["jwks_uri"]).json()).keys[-1]
    for fault, mac_key in {
        "alg_hs256": CLIENT_SECRET.encode(),
        "alg_hs256_public_key": published.as_pem(private=False),
    }.items():
        set_faults(issuer, fault)
        signed, _, signature = log_in(issuer)["id_token"].rpartition(".")
        assert base64url(hmac.digest(mac_key, signed.encode(), "sha256")) == signature


def test_endpoint_faults(issuer: str) -> None:
    set_faults(issuer, "token_no_id_token", "token_huge", "discovery_wrong_issuer", "jwks_empty")
    tokens = log_in(issuer)
    assert "id_token" not in tokens
    assert len(tokens["padding"]) > 5_000_000
    assert discovery(issuer)["issuer"] != issuer
    assert requests.get(f"{issuer}/jwks").json() == {"keys": []}
    set_faults(issuer, "token_500", "discovery_500", "jwks_500")
    assert exchange(issuer, "any").status_code == 500
    assert requests.get(f"{issuer}/.well-known/openid-configuration").status_code == 500
    assert requests.get(f"{issuer}/jwks").status_code == 500
    set_faults(issuer, "token_garbage")
    assert exchange(issuer, "any").headers["Content-Type"].startswith("text/html")


def test_claim_faults(issuer: str) -> None:
    assert claims_of(issuer, "wrong_iss")["iss"] != issuer
    assert claims_of(issuer, "wrong_aud")["aud"] != CLIENT_ID
    assert CLIENT_ID in claims_of(issuer, "wrong_azp")["aud"]
    assert claims_of(issuer, "wrong_nonce")["nonce"] != "the-nonce"
    assert "nonce" not in claims_of(issuer, "no_nonce")
    assert "email" not in claims_of(issuer, "no_email")
    assert claims_of(issuer, "email_not_verified")["email_verified"] is False


def test_rotated_key_verifies_and_its_fault_does_not_end_the_old_one(issuer: str) -> None:
    before = log_in(issuer)["id_token"]
    set_faults(issuer, "rotate_key")
    after = log_in(issuer)["id_token"]
    assert verified(issuer, before).header["kid"] != verified(issuer, after).header["kid"]


def test_email_in_userinfo_only(issuer: str) -> None:
    set_faults(issuer, "email_in_userinfo_only")
    tokens = log_in(issuer)
    assert "email" not in verified(issuer, tokens["id_token"]).claims
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert requests.get(f"{issuer}/userinfo", headers=bearer).json()["email"] == DEFAULT_USER["email"]


def test_control_refuses_unknown_faults(issuer: str) -> None:
    assert requests.post(f"{issuer}/control", json={"faults": ["wrong_is"]}).status_code == 400
    assert requests.get(f"{issuer}/control").json()["faults"] == []


def test_control_sets_the_user(issuer: str) -> None:
    requests.post(f"{issuer}/control", json={"user": {"sub": "7", "name": "Grace", "picture": None}})
    claims = verified(issuer, log_in(issuer)["id_token"]).claims
    assert (claims["sub"], claims["name"], "picture" in claims) == ("7", "Grace", False)
