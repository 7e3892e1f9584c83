"""From SQLite to MongoDB and back: the same at the end, also when the copy was killed on its way."""

import os
import re
import sqlite3
import subprocess
import time
import uuid
from contextlib import closing
from pathlib import Path

import pytest

from e2e.mongodb import ReplicaSet
from e2e.server import INHERITED, IS_LONG, ServerProcess, binary

RECORDS = 100_000 if IS_LONG else 3_000
TABLES = ("users", "refresh_tokens", "status_checks", "sign_ins", "projects", "diagrams", "access_lists", "versions", "account_tokens")
# Counts the records of one file; a copy counts anew.
UNCOPIED = "number"


def copy_command(source: str, target: str, *options: str) -> list[str]:
    return [binary(), "database", "copy", "--from", source, "--to", target, *options]


def copy(source: str, target: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(copy_command(source, target, *options), env=INHERITED, capture_output=True, text=True, timeout=900)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        return {table: [comparable(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY id")] for table in TABLES}


def comparable(row: sqlite3.Row) -> tuple[object, ...]:
    return tuple(row[name] for name in row.keys() if name != UNCOPIED)


def fill(path: Path) -> None:
    """Records of every table, beside those that the server has made."""
    now = int(time.time() * 1000)
    sessions, users = RECORDS // 5, RECORDS // 5
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany(
            "INSERT INTO users (id, issuer, subject, email, name, created_at, updated_at) VALUES (?, 'https://issuer.example', ?, ?, 'Ada 漢', ?, ?)",
            [(str(uuid.uuid4()), f"s{index}", f"u{index}@example.com", now, now + index) for index in range(users)],
        )
        database.executemany(
            "INSERT INTO refresh_tokens VALUES (?, 'u', 'u@example.com', ?, 3, ?, ?, 0, ?, ?, 'agent', '::1', ?)",
            [(str(uuid.uuid4()), f"hash{index}", now, now + 86_400_000, now, now, now) for index in range(sessions)],
        )
        database.executemany(
            "INSERT INTO projects VALUES (?, 'u', ?, ?, '', ?, ?, ?, ?, NULL)",
            [(str(uuid.uuid4()), f"P{n}", f"p{n}", n % 2, now, now + n, now if n % 7 == 0 else None) for n in range(RECORDS // 10)],
        )
        database.executemany(
            "INSERT INTO diagrams (id, project_id, owner_id, kind, name, name_key, revision, created_at, updated_at, deleted_at,"
            " creation_fingerprint, layout, source, name_words, source_words)"
            " VALUES (?, 'p', 'u', 'sequence', ?, ?, ?, ?, ?, ?, 'f', '{}', ?, ?, ?)",
            [
                (
                    str(uuid.uuid4()), f"D{n}", f"d{n}", n, now, now + n, now if n % 7 == 0 else None,
                    f"Ada -> 漢: hello {n}\n" * (n % 50), f"d{n}", f"ada 漢 hello {n}" if n % 50 else "",
                )
                for n in range(RECORDS // 10)
            ],
        )
        database.executemany(
            "INSERT INTO status_checks (timestamp, id, client_name) VALUES (?, ?, ?)",
            [(now + index, str(uuid.uuid4()), f"client {index}") for index in range(RECORDS - users - sessions)],
        )


@pytest.mark.timeout(1800 if IS_LONG else 180)
def test_there_and_back(folder: Path) -> None:
    with ServerProcess(folder) as server:
        tokens = server.register("copy@example.com")
        server.post("/api/status", json={"client_name": "made by the server"})
        diagram = server.draw(tokens["access_token"], "Ada -> Bob: made by the server")
        server.share(tokens["access_token"], diagram, server.register("other@example.com")["access_token"])
    fill(server.database)
    (folder / "mongodb").mkdir()
    with ReplicaSet(folder / "mongodb", 1) as members:
        source, middle = f"sqlite:{server.database}", members.url("copied")
        # Killed after its first lines, and continued.
        first = subprocess.Popen(copy_command(source, middle), env=INHERITED, stdout=subprocess.PIPE, text=True)
        assert first.stdout is not None and "nothing may write" in first.stdout.readline()
        assert "users: " in first.stdout.readline()
        first.kill()
        first.wait()
        result = copy(source, middle)
        assert result.returncode == 0, result.stdout + result.stderr
        [written] = re.findall(rf"users: {RECORDS // 5 + 2} read, (\d+) written", result.stdout)
        assert int(written) < RECORDS // 5 + 2  # some were there already
        assert result.stdout.count("SHA-256") == 2 * len(TABLES) and result.stdout.endswith("The copy is complete\n")

        back = folder / "back.sqlite"
        result = copy(middle, f"sqlite:{back}")
        assert result.returncode == 0, result.stdout + result.stderr
        assert rows(back) == rows(server.database)
        with closing(sqlite3.connect(back)) as database:
            query = "SELECT count(*) FROM diagram_words WHERE word = 'made'"
            assert database.execute(query).fetchone() == (1,)
        assert os.stat(back).st_mode & 0o077 == 0

        with closing(sqlite3.connect(back)) as database, database:
            database.execute("UPDATE users SET name = 'changed' WHERE email = 'u7@example.com'")
        refused = copy(source, f"sqlite:{back}")
        assert refused.returncode == 1 and "not empty" in refused.stderr and refused.stderr.count("\n") == 1
        assert copy(source, f"sqlite:{back}", "--into-nonempty").returncode == 0
        assert rows(back) == rows(server.database)


def test_a_slow_database_is_waited_for(folder: Path) -> None:
    """A request would have failed after 1.4 s; a copy has time."""
    with ServerProcess(folder) as server:
        server.register("copy@example.com")
    (folder / "mongodb").mkdir()
    with ReplicaSet(folder / "mongodb", 1) as members:
        source, target = f"sqlite:{server.database}", members.url("slow")
        with members.slowed("update", 2500, times=1):
            result = copy(source, target)
        assert result.returncode == 0, result.stdout + result.stderr
        with members.slowed("find", 2500, times=1):
            result = copy(target, f"sqlite:{folder}/back.sqlite")
        assert result.returncode == 0, result.stdout + result.stderr


def test_an_error_names_the_option(folder: Path) -> None:
    file = folder / "file"
    file.write_text("")
    missing = copy(f"sqlite:{folder}/none.sqlite", f"sqlite:{folder}/b.sqlite")
    assert missing.stderr.startswith("zenuml: --from: "), missing.stderr
    (folder / "empty").mkdir()
    with ServerProcess(folder / "empty"):
        pass
    source = next((folder / "empty").rglob("*.sqlite"))
    unwritable = copy(f"sqlite:{source}", f"sqlite:{file}/b.sqlite")
    assert unwritable.stderr.startswith("zenuml: --to: "), unwritable.stderr


def test_a_source_that_is_not_there_is_not_made(folder: Path) -> None:
    result = copy(f"sqlite:{folder}/nothing.sqlite", f"sqlite:{folder}/copy.sqlite")
    assert result.returncode == 78 and "nothing.sqlite" in result.stderr
    assert not list(folder.iterdir())
