"""Nothing that was acknowledged is lost: not to a killed process, not to a full disk, not to a file that went away."""

import itertools
import os
import random
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
import requests

from e2e.server import IS_LONG, ServerProcess, wait_until

ROUNDS = 50 if IS_LONG else 5
WRITERS = 4


class Writers:
    """Threads that write until their server is gone, and note what it has acknowledged."""

    def __init__(self, server: ServerProcess, refresh_tokens: list[str]) -> None:
        self.server = server
        self.ids: list[str] = []
        # One session each: two threads on one session would take each other's tokens.
        self.refresh_tokens = refresh_tokens
        self.refused: list[int] = []
        targets = [(self._post, ()) for _ in range(WRITERS)]
        targets += [(self._refresh, (index,)) for index in range(len(refresh_tokens))]
        self._threads = [threading.Thread(target=target, args=arguments) for target, arguments in targets]
        for thread in self._threads:
            thread.start()

    def _answer(self, session: requests.Session, path: str, body: dict[str, str], status: int) -> dict[str, str]:
        response = session.post(self.server.url + path, json=body, timeout=10)
        answer = response.json()
        if response.status_code != status:
            self.refused.append(response.status_code)
            raise requests.RequestException
        return answer

    def _post(self) -> None:
        with requests.Session() as session, suppress(requests.RequestException):
            while True:
                self.ids.append(self._answer(session, "/api/status", {"client_name": "crash"}, 201)["id"])

    def _refresh(self, index: int) -> None:
        with requests.Session() as session, suppress(requests.RequestException):
            while True:
                body = {"refresh_token": self.refresh_tokens[index]}
                self.refresh_tokens[index] = self._answer(session, "/api/auth/refresh", body, 200)["refresh_token"]

    def join(self) -> None:
        for thread in self._threads:
            thread.join(20)
            assert not thread.is_alive()


def listed_ids(server: ServerProcess) -> set[str]:
    """Every status check that the API lists, page by page."""
    ids: set[str] = set()
    path: str | None = "/api/status?limit=1000"
    while path:
        response = server.get(path)
        assert response.status_code == 200, response.text
        ids |= {check["id"] for check in response.json()}
        path = response.links.get("next", {}).get("url")
    return ids


def integrity(database: Path) -> str:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone()[0]


def test_kill_under_load(folder: Path) -> None:
    acknowledged: set[str] = set()
    tokens: list[str] = []
    for round_number in range(ROUNDS):
        with ServerProcess(folder) as server:
            if not tokens:
                tokens = [server.register(f"crash{index}@example.com")["refresh_token"] for index in range(2)]
            before = list(tokens)
            writers = Writers(server, tokens)
            wait_until(lambda: len(writers.ids) >= 50, "status checks are written", 20)
            wait_until(lambda: all(map(str.__ne__, before, tokens)), "tokens are refreshed", 20)
            time.sleep(random.uniform(0, 0.3))  # so that each round ends somewhere else
            server.kill()
            writers.join()
            assert writers.refused == []
            acknowledged |= set(writers.ids)
        assert integrity(server.database) == "ok"
        with ServerProcess(folder) as server:
            lost = acknowledged - listed_ids(server)
            assert not lost, f"round {round_number}: {len(lost)} of {len(acknowledged)} are lost"
            for index, token in enumerate(tokens):
                response = server.post("/api/auth/refresh", json={"refresh_token": token})
                assert response.status_code == 200, f"round {round_number}: {response.text}"
                tokens[index] = response.json()["refresh_token"]
    print(f"{ROUNDS} rounds, {len(acknowledged)} status checks kept")


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 2 MB; where none may be mounted, a plain folder, for which `fill` knows another way."""
    mounted = folder / "disk"
    mounted.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mounted)]
    is_mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True).returncode == 0
    yield mounted
    if is_mounted:
        subprocess.run(["umount", "--lazy", str(mounted)], check=True)


def fill(server: ServerProcess, disk: Path) -> None:
    """Leaves no room on the disk; or else lets no file of the process grow, which SQLite meets in the same way."""
    if os.path.ismount(disk):
        with suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
        return
    largest = max(file.stat().st_size for file in disk.iterdir())
    subprocess.run(["prlimit", f"--pid={server.process.pid}", f"--fsize={largest}:unlimited"], check=True)


def free(server: ServerProcess, disk: Path) -> None:
    if os.path.ismount(disk):
        (disk / "filler").unlink()
    else:
        subprocess.run(["prlimit", f"--pid={server.process.pid}", "--fsize=unlimited:unlimited"], check=True)


def post_status(server: ServerProcess) -> requests.Response:
    return server.post("/api/status", json={"client_name": "x" * 200})


def check_unavailable(server: ServerProcess, response: requests.Response) -> None:
    """What everybody is told while the store fails."""
    assert response.status_code == 503
    assert response.json()["error_type"] == "service_unavailable"
    assert int(response.headers["Retry-After"]) > 0
    assert server.get("/health").status_code == 200
    wait_until(lambda: server.get("/health/ready").status_code == 503, "not ready", 3)


def check_recovered(server: ServerProcess) -> str:
    """Without a restart. Returns the id of a status check that was taken."""
    wait_until(lambda: post_status(server).status_code == 201, "writes work again", 5)
    wait_until(lambda: server.get("/health/ready").status_code == 200, "ready again", 3)
    return post_status(server).json()["id"]


def test_full_disk(small_disk: Path) -> None:
    with ServerProcess(small_disk) as server:
        token = server.register("disk@example.com")["access_token"]
        acknowledged = {post_status(server).json()["id"]}
        fill(server, small_disk)
        for _ in itertools.count():  # what SQLite has set aside already is used up first
            response = post_status(server)
            if response.status_code != 201:
                break
            acknowledged.add(response.json()["id"])
        check_unavailable(server, response)
        wait_until(lambda: "The store is unavailable" in server.log, "a line in the log")
        assert "full" in server.log or "disk I/O error" in server.log
        # Reading needs no room.
        assert server.get("/api/auth/me", token).status_code == 200
        assert acknowledged <= listed_ids(server)
        free(server, small_disk)
        acknowledged.add(check_recovered(server))
        assert acknowledged <= listed_ids(server)
        server.stop()
        assert integrity(server.database) == "ok"


def test_database_file_moved_away(folder: Path) -> None:
    with ServerProcess(folder) as server:
        acknowledged = {post_status(server).json()["id"]}
        elsewhere = folder / "elsewhere"
        server.database.rename(elsewhere)
        # Written to the moved file it would be acknowledged and, for whoever looks at the path, lost.
        check_unavailable(server, post_status(server))
        assert server.get("/api/status").status_code == 503
        assert not server.database.exists()
        assert "is gone" in server.log
        elsewhere.rename(server.database)
        acknowledged.add(check_recovered(server))
        assert acknowledged <= listed_ids(server)
        server.stop()
        assert integrity(server.database) == "ok"
