"""A backup that is made while a server saves all the time, restored into an empty database of the other store."""

import itertools
import os
import shutil
import sqlite3
import subprocess
import threading
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Self

import pytest

from e2e.mongodb import ReplicaSet
from e2e.server import INHERITED, PASSWORD, ServerProcess, binary, wait_until

# What links and second factors are sealed with is not in the database.
SETTINGS = {"JWT_SECRET_KEY": "a key that both servers of this test share"}
STEP = 1_000_000


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [binary(), "database", *arguments]
    return subprocess.run(command, env=INHERITED, cwd=folder, capture_output=True, text=True, timeout=300)


def succeed(folder: Path, *arguments: str) -> str:
    result = run(folder, *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


class Typist:
    """Somebody who saves a diagram again and again."""

    def __init__(self, server: ServerProcess, token: str, diagram: dict[str, Any]) -> None:
        self._server, self._token, self._path = server, token, f"/api/diagrams/{diagram['id']}"
        #: What each revision holds that was acknowledged.
        self.acknowledged: dict[int, str] = {diagram["revision"]: diagram["source"]}
        self.refused: list[str] = []
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._save)

    def _save(self) -> None:
        revision = max(self.acknowledged)
        for number in itertools.count():
            if self._stopped.is_set():
                return
            source = f"Ada -> Bob: {number}\n"
            answer = self._server.request("PATCH", self._path, self._token, json={"source": source}, headers={"If-Match": f'"{revision}"'})
            if answer.status_code != 200:
                self.refused.append(answer.text)
                return
            revision = answer.json()["revision"]
            self.acknowledged[revision] = source

    def wait_for_more(self) -> None:
        before = len(self.acknowledged)
        wait_until(lambda: len(self.acknowledged) > before + 2 or self.refused, "it is saved")
        assert not self.refused, self.refused

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join(30)


def without_step(value: Any) -> Any:
    """An answer as if nothing had been added to the revisions in it."""
    match value:
        case dict():
            return {name: content - STEP if name == "revision" and content > STEP else without_step(content) for name, content in value.items()}
        case list():
            return [without_step(content) for content in value]
    return value


def answers(server: ServerProcess, owner: str, other: str, diagram: dict[str, Any], picture: str) -> dict[str, Any]:
    """What two people see who share a diagram, and what everybody sees of it."""
    path, project = f"/api/diagrams/{diagram['id']}", f"/api/projects/{diagram['project_id']}"
    revision = server.get(f"{path}/versions", owner).json()[0]["revision"]
    seen: dict[str, Any] = {}
    for name in (project, f"{project}/diagrams", path, f"{path}/versions", f"{path}/versions/{revision}", f"{path}/access", f"{project}/access"):
        answer = server.get(name, owner)
        assert answer.status_code == 200, (name, answer.text)
        seen[name] = without_step(answer.json())
    for name in (path, "/api/diagrams?shared=true"):
        seen[f"{name} to the other"] = without_step(server.get(name, other).json())
    seen["account"] = server.get("/api/auth/me", owner).json()
    for name, token in ((f"{path}.svg", owner), (f"{path}/versions/{revision}.svg", owner), (f"/e/{picture}.svg", None)):
        answer = server.get(name, token)
        assert answer.status_code == 200, (name, answer.text)
        seen[name] = answer.text
    return seen


def sign_in(server: ServerProcess, email: str) -> str:
    answer = server.post("/api/auth/login", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return answer.json()["access_token"]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("is_from_mongodb", [False, True], ids=["sqlite to mongodb", "mongodb to sqlite"])
def test_a_backup_of_a_busy_server_is_restored_elsewhere(folder: Path, one_node: ReplicaSet, is_from_mongodb: bool) -> None:
    first, second = folder / "first", folder / "second"
    first.mkdir()
    second.mkdir()
    mongodb = one_node.url(f"backup_{uuid.uuid4().hex}")
    source = mongodb if is_from_mongodb else f"sqlite:{first}/zenuml.sqlite"
    target = f"sqlite:{second}/zenuml.sqlite" if is_from_mongodb else mongodb
    backup = folder / "backup.sqlite"

    with ServerProcess(first, SETTINGS, database_url=source) as server:
        owner, other = (server.register(email)["access_token"] for email in ("owner@example.com", "other@example.com"))
        quiet, busy = server.draw(owner, "Ada -> Bob: hello"), server.draw(owner, "Ada -> Bob: busy")
        server.share(owner, quiet, other)
        picture = server.post(f"/api/diagrams/{quiet['id']}/links", owner, json={"kind": "picture"}).json()["token"]
        before = answers(server, owner, other, quiet, picture)
        with Typist(server, owner, busy) as typist:
            typist.wait_for_more()
            output = succeed(folder, "backup", str(backup), "--database-url", source)
            typist.wait_for_more()
        assert "diagrams: 2\n" in output and f" {backup.stat().st_size} bytes in " in output
        assert answers(server, owner, other, quiet, picture) == before

    assert os.stat(backup).st_mode & 0o777 == 0o600 and [path.name for path in folder.glob("backup*")] == ["backup.sqlite"]
    again = run(folder, "backup", str(backup), "--database-url", source)
    assert again.returncode == 1 and "not overwritten" in again.stderr
    assert "diagrams: 2\n" in succeed(folder, "verify", str(backup))
    succeed(folder, "restore", str(backup), "--database-url", target)
    refused = run(folder, "restore", str(backup), "--database-url", target)
    assert refused.returncode == 1 and "--replace" in refused.stderr

    with ServerProcess(second, SETTINGS, database_url=target) as server:
        assert server.get("/api/projects", owner).status_code == 401  # its session has ended
        owner, other = sign_in(server, "owner@example.com"), sign_in(server, "other@example.com")
        assert answers(server, owner, other, quiet, picture) == before
        restored = server.get(f"/api/diagrams/{busy['id']}", owner).json()
        assert typist.acknowledged[restored["revision"] - STEP] == restored["source"]
        # Whoever still has the page open from before.
        for revision in (restored["revision"] - STEP, max(typist.acknowledged)):
            old = {"If-Match": f'"{revision}"'}
            assert server.request("PATCH", f"/api/diagrams/{busy['id']}", owner, json={"source": "old"}, headers=old).status_code == 412
        if is_from_mongodb:
            in_use = run(folder, "restore", str(backup), "--database-url", target, "--replace")
            assert in_use.returncode == 1 and "stop the server" in in_use.stderr
        server.post(f"/api/projects/{quiet['project_id']}/diagrams", owner, json={"name": "Later", "kind": "sequence", "source": ""})

    succeed(folder, "restore", str(backup), "--database-url", target, "--replace")
    with ServerProcess(second, SETTINGS, database_url=target) as server:
        owner = sign_in(server, "owner@example.com")
        assert len(server.get("/api/diagrams", owner).json()) == 2
        # Not what it was after the first time: that may have been given to another text since.
        assert server.get(f"/api/diagrams/{busy['id']}", owner).json()["revision"] == restored["revision"] + STEP


def cut_off(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def changed(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(statement)

    return change


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (cut_off, ""),
        (changed("UPDATE diagrams SET kind = 'horoscope'"), "is of the kind 'horoscope'"),
        (changed("UPDATE diagrams SET layout = '[1'"), "its layout can't be read"),
        (changed("UPDATE versions SET content = zeroblob(40)"), "its content is damaged"),
        (changed("INSERT INTO grdb_migrations VALUES ('99 of tomorrow')"), "99 of tomorrow"),
    ],
    ids=["cut off", "kind", "layout", "version", "newer"],
)
def test_a_damaged_backup_is_told_and_not_restored(folder: Path, damage: Callable[[Path], None], said: str) -> None:
    backup, damaged = folder / "backup.sqlite", folder / "damaged.sqlite"
    with ServerProcess(folder) as server:
        token = server.register("owner@example.com")["access_token"]
        diagram = server.draw(token, "Ada -> Bob: hello")
        server.share(token, diagram)
    succeed(folder, "backup", str(backup), "--database-url", f"sqlite:{server.database}")
    shutil.copy(backup, damaged)
    damage(damaged)
    before = damaged.read_bytes()
    verified = run(folder, "verify", str(damaged))
    assert verified.returncode == 1 and said in verified.stderr, verified.stderr
    target = folder / "target.sqlite"
    restored = run(folder, "restore", str(damaged), "--database-url", f"sqlite:{target}")
    assert restored.returncode == 1 and said in restored.stderr and not target.exists(), restored.stderr
    assert damaged.read_bytes() == before


def test_a_file_that_is_not_there_is_told(folder: Path) -> None:
    for command in ("verify", "restore"):
        result = run(folder, command, "nothing.sqlite")
        assert result.returncode == 1 and "nothing.sqlite" in result.stderr
    result = run(folder, "backup", "backup.sqlite", "--database-url", f"sqlite:{folder}/none.sqlite")
    assert result.returncode == 78 and not list(folder.iterdir())
