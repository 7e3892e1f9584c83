"""Gives Schemathesis an access token that is good, whatever its tests have done to the one before."""

import os
from urllib.parse import parse_qs, urlsplit

import requests
import schemathesis

API = os.environ.get("FUZZ_API", "")
SESSION = requests.Session()  # keeps its connection: this asks as often as the tests do
ENDING_SESSIONS = {"/api/auth/logout", "/api/auth/sessions/{id}", "/api/account"}
METRICS_TOKEN = os.environ.get("FUZZ_METRICS_TOKEN", "")


@schemathesis.serializer("application/zip")
def as_it_is(context: object, value: object) -> bytes:
    """What is sent as a zip file: any bytes."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def sign_in() -> str:
    """At the faulty identity provider, because a password would cost a second each time."""
    started = requests.get(f"{API}/api/auth/google", timeout=10)
    redirect = requests.get(started.json()["url"], allow_redirects=False, timeout=10)
    back = parse_qs(urlsplit(redirect.headers["Location"]).query)
    response = requests.post(
        f"{API}/api/auth/google/callback",
        json={"code": back["code"][0], "state": back["state"][0]},
        headers={"Cookie": started.headers["Set-Cookie"].partition(";")[0]},  # `Secure`, so not sent by itself
        timeout=10,
    )
    response.raise_for_status()
    return response.json()["access_token"]


def is_good(token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return SESSION.get(f"{API}/api/auth/me", headers=headers, timeout=10).status_code == 200


if os.environ.get("FUZZ_SIGNED_IN") == "1":

    @schemathesis.auth(refresh_interval=None)
    class FreshToken:
        """Signing out and ending sessions destroy the token that they are tested with: afterwards it is tried before its next use."""

        token = ""
        is_doubtful = True

        def get(self, case: schemathesis.Case, context: schemathesis.AuthContext) -> str:
            if case.operation.path == "/metrics":
                return METRICS_TOKEN
            if FreshToken.is_doubtful and not (FreshToken.token and is_good(FreshToken.token)):
                FreshToken.token = sign_in()
            FreshToken.is_doubtful = False
            return FreshToken.token

        def set(self, case: schemathesis.Case, data: str, context: schemathesis.AuthContext) -> None:
            case.headers["Authorization"] = f"Bearer {data}"

    @schemathesis.hook
    def after_call(context: schemathesis.HookContext, case: schemathesis.Case, response: schemathesis.Response) -> None:
        ends_sessions = case.operation.path in ENDING_SESSIONS and case.method in ("POST", "DELETE")
        if response.status_code == 401 or ends_sessions:
            FreshToken.is_doubtful = True
