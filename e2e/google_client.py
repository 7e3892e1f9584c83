"""The parts that a browser and a page play in signing in with Google."""

from dataclasses import dataclass
from http.cookies import Morsel, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

from e2e.identity_providers.faulty import CLIENT_ID, CLIENT_SECRET
from e2e.server import ProviderProcess, ServerProcess

SIGN_IN_COOKIE = "__Host-zenuml_sign_in"
# Nobody listens there: the tests read the address that the provider sends the browser to.
REDIRECT_URI = "http://localhost:4173/auth/callback"


def google_settings(provider: ProviderProcess, redirect_uri: str = REDIRECT_URI) -> dict[str, str]:
    # An address with TLS, as a server for others has: cookies are the strict ones then.
    return {
        "PUBLIC_URL": "https://uml.example.com",
        "GOOGLE_ISSUER": provider.issuer,
        "GOOGLE_CLIENT_ID": CLIENT_ID,
        "GOOGLE_CLIENT_SECRET": CLIENT_SECRET,
        "GOOGLE_REDIRECT_URI": redirect_uri,
    }


@dataclass
class Started:
    """A sign-in that waits for the person to log in at the provider."""

    url: str
    cookie: Morsel[str]

    @property
    def parameters(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(urlsplit(self.url).query, strict_parsing=True).items()}


def start(server: ServerProcess) -> Started:
    response = server.get("/api/auth/google")
    assert response.status_code == 200, response.text
    cookie: SimpleCookie = SimpleCookie(response.headers["Set-Cookie"])
    return Started(response.json()["url"], cookie[SIGN_IN_COOKIE])


def log_in(started: Started) -> dict[str, str]:
    """Logs in at the provider. Returns what it sends back by way of the browser."""
    response = requests.get(started.url, allow_redirects=False, timeout=10)
    assert response.status_code == 302, response.text
    location = response.headers["Location"]
    assert location.startswith(f"{REDIRECT_URI}?")
    return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}


def finish(server: ServerProcess, cookie: str | None, code: str, state: str) -> requests.Response:
    """Posts the code as the page does. The cookie is carried by hand: it is `Secure`, and this is plain HTTP."""
    headers = {} if cookie is None else {"Cookie": f"{SIGN_IN_COOKIE}={cookie}"}
    return server.post("/api/auth/google/callback", json={"code": code, "state": state}, headers=headers)


def prepare(server: ServerProcess, count: int) -> list[tuple[str, str, str]]:
    """Sign-ins that lack nothing but `finish`: its arguments."""
    prepared = []
    for started in [start(server) for _ in range(count)]:
        back = log_in(started)
        prepared.append((started.cookie.value, back["code"], back["state"]))
    return prepared


def sign_in(server: ServerProcess) -> requests.Response:
    started = start(server)
    back = log_in(started)
    return finish(server, started.cookie.value, back["code"], back["state"])


def me(server: ServerProcess, response: requests.Response) -> dict[str, Any]:
    """The account that a successful sign-in leads to."""
    assert response.status_code == 200, response.text
    answer = server.get("/api/auth/me", response.json()["access_token"])
    assert answer.status_code == 200, answer.text
    return answer.json()


def person(name: str) -> dict[str, Any]:
    """Somebody whom no other test knows, provided that `name` is."""
    return {"sub": f"sub-{name}", "email": f"{name}@example.com", "name": f"Name of {name}"}
