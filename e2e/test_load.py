"""Everything at once, from many connections: no answer of the server's fault, and no moment without answers."""

import itertools
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

import pytest

from e2e.google_client import REDIRECT_URI, google_settings, sign_in
from e2e.mongodb import ReplicaSet
from e2e.server import IS_LONG, PASSWORD, ProviderProcess, ServerProcess

CONNECTIONS = 64
SECONDS = 60 if IS_LONG else 3
# After that the load goes on until each kind of request was answered, however slow the machine is, but not for ever.
MOST_SECONDS = 300
ACCOUNT = "load@example.com"
LONGEST_GAP = 20.0 if not IS_LONG else 2.0  # seconds in which nobody gets an answer; a busy machine makes pauses of its own
KINDS = {
    "GET /health", "GET /health/ready", "GET /api/auth/me", "GET /api/auth/sessions", "GET /api/status?limit=20",
    "POST /api/status", "POST /api/auth/refresh", "POST /api/auth/login",
}
LOGIN_EVERY = 30  # requests of one of the connections; a hash takes a core for long
Request = tuple[str, str, dict[str, str] | None]


@dataclass
class Results:
    """What all connections together have seen."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    moments: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def longest_gap(self) -> float:
        moments = sorted(self.moments)
        return max(later - earlier for earlier, later in itertools.pairwise(moments))


class Client:
    """One connection that is kept, with a session of its own to refresh."""

    def __init__(self, server: ServerProcess, index: int, tokens: dict[str, str]) -> None:
        self.server, self.index, self.tokens = server, index, tokens
        self.connection = HTTPConnection("127.0.0.1", server.port, timeout=60)

    def requests(self) -> Iterator[Request]:
        """A mix in which reading is more common than writing, shifted so that connections do different things."""
        for number in itertools.count(self.index):
            if self.index == 0 and number % LOGIN_EVERY == LOGIN_EVERY - 1:
                yield "POST", "/api/auth/login", {"email": ACCOUNT, "password": PASSWORD}
            yield (
                ("GET", "/health", None),
                ("GET", "/api/auth/me", None),
                ("POST", "/api/status", {"client_name": f"load {self.index}"}),
                ("GET", "/api/status?limit=20", None),
                ("GET", "/health/ready", None),
                ("GET", "/api/auth/sessions", None),
                ("GET", "/api/auth/me", None),
                ("POST", "/api/auth/refresh", {"refresh_token": self.tokens["refresh_token"]}),
            )[number % 8]

    def send(self, method: str, path: str, body: dict[str, str] | None) -> int:
        headers = {"Authorization": f"Bearer {self.tokens['access_token']}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        self.connection.request(method, path, body and json.dumps(body), headers)
        response = self.connection.getresponse()
        content = response.read()
        if path == "/api/auth/refresh" and response.status == 200:
            self.tokens = json.loads(content)
        return response.status

    def run(self, results: Results, is_over: Callable[[], bool]) -> None:
        for method, path, body in self.requests():
            if is_over():
                break
            try:
                status = self.send(method, path, body)
            except (OSError, HTTPException) as error:
                results.failures.append(f"{method} {path}: {error!r}")
                return
            results.answers[f"{method} {path}", status] += 1
            results.moments.append(time.monotonic())
        self.connection.close()


@pytest.fixture(scope="module")
def mongodb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with ReplicaSet(tmp_path_factory.mktemp("mongodb"), 1) as members:
        yield members.url("load")


@pytest.fixture(scope="module", params=["sqlite", "mongodb"])
def clients(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Client]]:
    """Each with a session of its own, from the identity provider: a password would cost a second for each."""
    url = request.getfixturevalue("mongodb") if request.param == "mongodb" else None
    with ProviderProcess("faulty", "--redirect-uri", REDIRECT_URI) as provider:
        with ServerProcess(tmp_path_factory.mktemp("load"), google_settings(provider), database_url=url) as server:
            server.register(ACCOUNT)
            with ThreadPoolExecutor(4) as pool:
                responses = list(pool.map(lambda _: sign_in(server), range(CONNECTIONS)))
            assert {response.status_code for response in responses} == {200}
            yield [Client(server, index, response.json()) for index, response in enumerate(responses)]


def test_mixed_load(clients: list[Client]) -> None:
    server = clients[0].server
    results = Results()
    began = time.monotonic()

    def is_over() -> bool:
        seconds = time.monotonic() - began
        is_complete = {request for request, _ in list(results.answers)} >= KINDS
        return seconds > MOST_SECONDS or (seconds > SECONDS and is_complete)

    arguments = (results, is_over)
    threads = [threading.Thread(target=client.run, args=arguments) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(MOST_SECONDS + 60)
        assert not thread.is_alive(), "a connection waits for its answer for ever"

    print(f"{len(results.moments)} answers, the longest gap {results.longest_gap:.2f} s: {dict(results.answers)}")
    assert results.failures == []
    assert {status for _, status in results.answers} == {200, 201}, results.answers
    assert {request for request, _ in results.answers} == KINDS
    assert results.longest_gap < LONGEST_GAP

    began = time.monotonic()
    assert server.get("/health/ready").status_code == 200
    assert time.monotonic() - began < (1 if IS_LONG else 10), "the server still works off what was asked before"
    assert len(server.get("/api/status?limit=20").json()) == 20
