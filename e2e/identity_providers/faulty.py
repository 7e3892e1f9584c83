"""An OpenID Connect provider on loopback that behaves as Google does, and breaks on demand.

    python -m e2e.identity_providers.faulty --port 0 --redirect-uri http://127.0.0.1:8080/auth/callback

It logs its one person in at once, without a page. `POST /control` sets the person and the faults
({"user": {...}, "faults": [...]}), `GET /control` tells them and counts calls, `DELETE /control` resets.
"""

import argparse
import hmac
import json
import re
import secrets
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_plus, urlencode

from flask import Flask, Response, jsonify, make_response, redirect, request
from werkzeug.exceptions import BadRequest

from e2e.identity_providers.id_tokens import LIFETIME, id_token_claims, new_key, person_claims, s256, sign
from e2e.identity_providers.loopback import serve

CLIENT_ID = "zenuml-test"
CLIENT_SECRET = "zenuml-test-secret"
CODE_LIFE = 60  # seconds
SLOW = 8  # seconds
HUGE = 5 * 1024 * 1024  # bytes

DEFAULT_USER = {
    "sub": "110169484474386276334",
    "email": "ada@example.com",
    "email_verified": True,
    "name": "Ada Lovelace",
    "picture": "https://images.example.com/ada.png",
}
FAULTS = frozenset(
    """wrong_iss wrong_aud wrong_azp wrong_nonce no_nonce wrong_signature expired issued_in_future
    alg_none alg_hs256 alg_hs256_public_key unknown_kid rotate_key no_kid
    no_email email_in_userinfo_only userinfo_wrong_sub email_not_verified
    token_500 token_slow token_drip token_garbage token_no_id_token token_huge
    token_redirect discovery_redirect discovery_500 discovery_wrong_issuer discovery_slow jwks_500 jwks_empty access_denied""".split()
)
Answer = Response | tuple[Response, int]


@dataclass
class Grant:
    """What one authorization code stands for."""

    redirect_uri: str
    challenge: str
    scope: str
    nonce: str | None
    user: dict[str, Any]
    issued: float = field(default_factory=time.monotonic)


class State:
    """What `/control` changes. Each change replaces a value, so that a request sees old or new, never half."""

    def __init__(self) -> None:
        self.keys = [new_key()]
        self.grants: dict[str, Grant] = {}
        self.access_tokens: dict[str, Grant] = {}
        self.lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """The keys stay: a provider that has rotated its key does not go back to the old one."""
        self.user: dict[str, Any] = dict(DEFAULT_USER)
        self.faults: set[str] = set()
        self.calls: Counter[str] = Counter(discovery=0, jwks=0, authorize=0, token=0, userinfo=0)

    def count(self, endpoint: str) -> None:
        with self.lock:
            self.calls[endpoint] += 1


def oauth_error(error: str, description: str, status: int = 400) -> tuple[Response, int]:
    return jsonify(error=error, error_description=description), status


def cacheable(body: dict[str, Any]) -> Response:
    response = jsonify(body)
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def client_credentials() -> tuple[str, str]:
    """From the Basic header, whose parts are form-encoded (RFC 6749, 2.3.1), or else from the form."""
    basic = request.authorization
    if basic is not None and basic.type == "basic":
        if "client_secret" in request.form:
            raise BadRequest("two client authentication methods in one request")
        return unquote_plus(basic.username or ""), unquote_plus(basic.password or "")
    return request.form.get("client_id", ""), request.form.get("client_secret", "")


def same(left: str, right: str) -> bool:
    return hmac.compare_digest(left.encode(), right.encode())


def drip(answer: dict[str, object]) -> Response:
    """The right answer, but its body comes by and by: the head alone is in time."""
    body = json.dumps(answer).encode()
    step = len(body) // SLOW + 1

    def parts() -> Iterator[bytes]:
        for begin in range(0, len(body), step):
            yield body[begin : begin + step]
            time.sleep(1)

    return Response(parts(), mimetype="application/json")


def make_app(issuer: str, redirect_uris: list[str]) -> Flask:
    app = Flask(__name__)
    state = State()

    @app.errorhandler(BadRequest)
    def bad_request(error: BadRequest) -> Answer:
        return oauth_error("invalid_request", error.description or "")

    @app.get("/.well-known/openid-configuration")
    def discovery() -> Answer:
        state.count("discovery")
        if "discovery_500" in state.faults:
            return oauth_error("server_error", "fault", 500)
        if "discovery_redirect" in state.faults and "again" not in request.args:
            return make_response(redirect(f"{issuer}/.well-known/openid-configuration?again"))
        if "discovery_slow" in state.faults:
            time.sleep(SLOW)
        wrong_issuer = "discovery_wrong_issuer" in state.faults
        return cacheable({
            "issuer": "https://accounts.example.net" if wrong_issuer else issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "jwks_uri": f"{issuer}/jwks",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "scopes_supported": ["openid", "email", "profile"],
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        })

    @app.get("/jwks")
    def jwks() -> Answer:
        state.count("jwks")
        if "jwks_500" in state.faults:
            return oauth_error("server_error", "fault", 500)
        keys = [] if "jwks_empty" in state.faults else state.keys
        return cacheable({"keys": [key.as_dict(private=False) for key in keys]})

    @app.get("/authorize")
    def authorize() -> Answer:
        state.count("authorize")
        asked = request.args
        target = asked.get("redirect_uri", "")
        # Until both are known to be ours, nothing may be sent to the address (RFC 6749, 4.1.2.1).
        if asked.get("client_id") != CLIENT_ID or target not in redirect_uris:
            return oauth_error("invalid_request", "unknown client_id or redirect_uri")

        def back(**answer: str) -> Response:
            if "state" in asked:
                answer["state"] = asked["state"]
            return make_response(redirect(f"{target}{'&' if '?' in target else '?'}{urlencode(answer)}"))

        scope, challenge = asked.get("scope", ""), asked.get("code_challenge", "")
        if asked.get("response_type") != "code":
            return back(error="unsupported_response_type")
        if asked.get("code_challenge_method") != "S256" or not re.fullmatch(r"[\w-]{43}", challenge, re.ASCII):
            return back(error="invalid_request", error_description="PKCE with S256 is required")
        if "openid" not in scope.split():
            return back(error="invalid_scope")
        if "access_denied" in state.faults:
            return back(error="access_denied")
        code = f"4/{secrets.token_urlsafe(32)}"  # Google's have a slash too: it must survive the query
        state.grants[code] = Grant(target, challenge, scope, asked.get("nonce"), state.user)
        return back(code=code, scope=scope, authuser="0", prompt="none")

    @app.post("/token")
    def token() -> Answer:
        state.count("token")
        faults = state.faults
        if "token_500" in faults:
            return oauth_error("server_error", "fault", 500)
        if "token_redirect" in faults and "again" not in request.args:
            # 307 keeps the method and the body: whoever follows gets what he asked for.
            return make_response(redirect(f"{issuer}/token?again", 307))
        if "token_garbage" in faults:
            return Response("<!doctype html><title>Sign in</title>", mimetype="text/html")
        if "token_slow" in faults:
            time.sleep(SLOW)
        client_id, client_secret = client_credentials()
        if not (same(client_id, CLIENT_ID) and same(client_secret, CLIENT_SECRET)):
            return oauth_error("invalid_client", "Unauthorized", 401)
        if request.form.get("grant_type") != "authorization_code":
            return oauth_error("unsupported_grant_type", "only authorization_code")
        # Taken out before it is checked: one try per code, a failed one included.
        grant = state.grants.pop(request.form.get("code", ""), None)
        if grant is None or time.monotonic() - grant.issued > CODE_LIFE:
            return oauth_error("invalid_grant", "unknown, used or expired code")
        if request.form.get("redirect_uri") != grant.redirect_uri:
            return oauth_error("redirect_uri_mismatch", "not the redirect_uri of the authorization")
        verifier = request.form.get("code_verifier", "")
        if not re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier) or not same(s256(verifier), grant.challenge):
            return oauth_error("invalid_grant", "wrong code_verifier")

        access_token = f"ya29.{secrets.token_urlsafe(32)}"
        state.access_tokens[access_token] = grant
        person = person_claims(grant.user, grant.scope, faults, in_userinfo=False)
        claims = id_token_claims(issuer, CLIENT_ID, person, access_token, grant.nonce, faults)
        answer = {"access_token": access_token, "expires_in": LIFETIME, "scope": grant.scope, "token_type": "Bearer"}
        if "token_no_id_token" not in faults:
            answer["id_token"] = sign(claims, state.keys[-1], CLIENT_SECRET, faults)
        if "token_huge" in faults:  # right but for its size, so that only a limit refuses it
            answer["padding"] = "x" * HUGE
        response = drip(answer) if "token_drip" in faults else jsonify(answer)
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/userinfo")
    def userinfo() -> Answer:
        state.count("userinfo")
        bearer = request.authorization
        known = bearer is not None and bearer.type == "bearer"
        grant = state.access_tokens.get(bearer.token or "") if known else None
        if grant is None:
            return oauth_error("invalid_token", "unknown access token", 401)
        return jsonify(person_claims(grant.user, grant.scope, state.faults, in_userinfo=True))

    @app.route("/control", methods=["GET", "POST", "DELETE"])
    def control() -> Answer:
        if request.method == "POST":
            wanted = request.get_json()
            faults = set(wanted.get("faults", state.faults))
            if not faults <= FAULTS:
                return oauth_error("invalid_request", f"unknown faults: {sorted(faults - FAULTS)}")
            if "rotate_key" in wanted.get("faults", []):
                state.keys = [state.keys[-1], new_key()]
            state.user = DEFAULT_USER | wanted["user"] if "user" in wanted else state.user
            state.faults = faults
        elif request.method == "DELETE":
            state.reset()
        return jsonify(user=state.user, faults=sorted(state.faults), calls=state.calls)

    return app


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--redirect-uri", action="append", default=[], dest="redirect_uris", metavar="URI")
    options = parser.parse_args()
    serve(lambda issuer: make_app(issuer, options.redirect_uris), options.port)


if __name__ == "__main__":
    main()
