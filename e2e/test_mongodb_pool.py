"""More requests than connections to MongoDB: those for which there is no room are told so soon, and the others are served."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from e2e.mongodb import ReplicaSet
from e2e.server import ServerProcess

CONNECTIONS = 2
REQUESTS = 20
LONGEST_ANSWER = 4.5  # seconds
LONGEST_WAIT = 1.5  # for a connection; 0.9 are promised, and the machine is busy


def ask(server: ServerProcess) -> list[tuple[int, float]]:
    """Status and seconds of requests sent together."""
    together = Barrier(REQUESTS)

    def timed(_: int) -> tuple[int, float]:
        together.wait()
        began = time.monotonic()
        response = server.get("/api/status")
        if response.status_code == 503:
            assert response.json()["error_type"] == "service_unavailable"
            assert int(response.headers["Retry-After"]) > 0
        return response.status_code, time.monotonic() - began

    with ThreadPoolExecutor(REQUESTS) as pool:
        return list(pool.map(timed, range(REQUESTS)))


def test_all_connections_taken(folder: Path, one_node: ReplicaSet) -> None:
    url = f"{one_node.url('pool')}&maxPoolSize={CONNECTIONS}"
    with ServerProcess(folder, database_url=url) as server:
        assert {status for status, _ in ask(server)} == {200}
        with one_node.slowed("find", 1200):
            answers = ask(server)
            began = time.monotonic()
            assert server.get("/health").status_code == 200
            assert time.monotonic() - began < 0.5
        print(sorted(answers))
        served = [seconds for status, seconds in answers if status == 200]
        refused = [seconds for status, seconds in answers if status == 503]
        assert len(served) == CONNECTIONS and len(served) + len(refused) == REQUESTS
        assert max(served) < LONGEST_ANSWER and max(refused) < LONGEST_WAIT
        assert {status for status, _ in ask(server)} == {200}


def test_answers_that_come_too_late(folder: Path, one_node: ReplicaSet) -> None:
    """The connections are given up one after the other, and replaced as soon as MongoDB is quick again."""
    url = f"{one_node.url('pool')}&maxPoolSize={CONNECTIONS}"
    with ServerProcess(folder, database_url=url) as server:
        with one_node.slowed("find", 4000):
            answers = ask(server)
        print(sorted(answers))
        assert {status for status, _ in answers} == {503}
        assert max(seconds for _, seconds in answers) < LONGEST_ANSWER
        assert {status for status, _ in ask(server)} == {200}
