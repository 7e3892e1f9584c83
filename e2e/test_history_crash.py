"""A server that is killed while it keeps versions and saves: nothing acknowledged is lost, and nothing is kept twice. Also two servers at once."""

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import requests

from e2e.mongodb import ReplicaSet
from e2e.server import IS_LONG, ServerProcess, wait_until

ROUNDS = 20 if IS_LONG else 3
WRITERS = 3
MOST = 45  # by each writer; of a diagram 200 versions are kept
SETTINGS = {"JWT_SECRET_KEY": "a key that all servers of this test share"}


def source(number: int) -> str:
    """One that has hardly anything in common with the one before: what there was becomes a version."""
    return "\n".join(f"P{number} -> Q{number}: {number} {line}" for line in range(30)) + "\n"


class Writer:
    """Somebody who saves again and again until the server is gone; each has a diagram of their own, or all have one together."""

    def __init__(self, server: ServerProcess, token: str, diagram: str, numbers: Iterator[int]) -> None:
        self._server, self._token, self._path, self._numbers = server, token, f"/api/diagrams/{diagram}", numbers
        #: What each revision holds that was acknowledged.
        self.acknowledged: dict[int, int] = {}
        self.refused: list[int] = []
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def _write(self) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        with requests.Session() as session, suppress(requests.RequestException):
            url = self._server.url + self._path
            revision = session.get(url, headers=headers, timeout=10).json()["revision"]
            while len(self.acknowledged) < MOST:
                number = next(self._numbers)
                answer = session.patch(url, json={"source": source(number)}, headers=headers | {"If-Match": f'"{revision}"'}, timeout=10)
                if answer.status_code == 412:
                    revision = answer.json()["current"]["revision"]
                    continue
                if answer.status_code != 200:
                    self.refused.append(answer.status_code)
                    return
                revision = answer.json()["revision"]
                self.acknowledged[revision] = number

    def join(self) -> dict[int, int]:
        self._thread.join(30)
        assert not self._thread.is_alive() and not self.refused, self.refused
        return self.acknowledged


def check(server: ServerProcess, token: str, diagram: str, acknowledged: dict[int, int]) -> None:
    """What was acknowledged is there, now or as the version that the next change left behind."""
    now = server.get(f"/api/diagrams/{diagram}", token).json()
    last = max(acknowledged)
    assert now["revision"] >= last
    if now["revision"] == last:
        assert now["source"] == source(acknowledged[last])
    versions = server.get(f"/api/diagrams/{diagram}/versions", token).json()
    revisions = [version["revision"] for version in versions]
    assert len(set(revisions)) == len(revisions) and max(revisions) <= now["revision"]
    for revision in [one for one in acknowledged if one < now["revision"]]:
        version = server.get(f"/api/diagrams/{diagram}/versions/{revision}", token)
        assert version.status_code == 200 and version.json()["source"] == source(acknowledged[revision]), revision


@pytest.fixture(params=["sqlite", "mongodb"])
def database_url(request: pytest.FixtureRequest) -> str | None:
    if request.param == "sqlite":
        return None
    return request.getfixturevalue("one_node").url(f"history_{time.time_ns()}")


def test_a_killed_server_loses_no_version(folder: Path, database_url: str | None) -> None:
    numbers = itertools.count(1)
    for round_number in range(ROUNDS):
        with ServerProcess(folder, SETTINGS, database_url=database_url) as server:
            token = server.register(f"crash{round_number}@example.com")["access_token"]
            writers = {}
            for _ in range(WRITERS):
                diagram = server.draw(token, source(0))["id"]
                writers[diagram] = Writer(server, token, diagram, numbers)
            wait_until(lambda some=list(writers.values()): all(len(one.acknowledged) >= 10 for one in some), "versions are kept", 30)
            server.kill()
            acknowledged = {diagram: {1: 0} | writer.join() for diagram, writer in writers.items()}
        with ServerProcess(folder, SETTINGS, database_url=database_url) as server:
            for diagram, revisions in acknowledged.items():
                check(server, token, diagram, revisions)


def test_two_servers_keep_one_history(folder: Path, one_node: ReplicaSet) -> None:
    url = one_node.url(f"history_{time.time_ns()}")
    numbers = itertools.count(1)
    with ServerProcess(folder, SETTINGS, database_url=url) as first, ServerProcess(folder, SETTINGS, database_url=url) as second:
        token = first.register("two@example.com")["access_token"]
        diagram = first.draw(token, source(0))["id"]
        writers = [Writer(server, token, diagram, numbers) for server in (first, second, first, second)]
        written = [writer.join() for writer in writers]
        acknowledged: dict[int, int] = {1: 0}
        for one in written:
            assert not acknowledged.keys() & one.keys(), "a revision is one person's"
            acknowledged |= one
        assert sorted(acknowledged) == list(range(1, len(acknowledged) + 1)), "no revision is left out"
        for server in (first, second):
            check(server, token, diagram, acknowledged)
