"""A MongoDB that can't be used is told of in one line, at the start and by `database check`; the right address starts."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from e2e.mongodb import ReplicaSet
from e2e.mongodb_secured import SecuredMember, make_authority
from e2e.old_mongodb import OldMongo
from e2e.server import INHERITED, ServerProcess, binary, free_port
from e2e.test_process import SECRET

KEY = {"JWT_SECRET_KEY": "a-key-for-servers-of-this-test-0123456789"}
# Some of it has to be written in another way in an address.
PASSWORD = f"{SECRET} @:/?%ü"
UNUSABLE_ADDRESSES = {
    "no port": f"mongodb://ada:{SECRET}@127.0.0.1:bad/zenuml",
    "@ in the password": f"mongodb://ada:{SECRET}@{SECRET}@127.0.0.1/zenuml",
    "/ in the password": f"mongodb://ada:/{SECRET}@127.0.0.1/zenuml",
    "% in the password": f"mongodb://ada:{SECRET}%@127.0.0.1/zenuml",
    "unknown mechanism": f"mongodb://ada:{SECRET}@127.0.0.1/zenuml?authMechanism=NONE",
    "no host": f"mongodb://ada:{SECRET}@/zenuml",
}


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecuredMember]:
    with SecuredMember(tmp_path_factory.mktemp("secured")) as member:
        member.add_user("ada", PASSWORD, "zenuml")
        yield member


def run(folder: Path, url: str, *command: str) -> subprocess.CompletedProcess[str]:
    env = INHERITED | KEY | {"PORT": "0", "LOG_LEVEL": "trace", "DATABASE_URL": url}
    return subprocess.run([binary(), *command], env=env, cwd=folder, capture_output=True, text=True, timeout=10)


def problem(folder: Path, url: str) -> str:
    """What the server says when it does not start; `database check` says the same."""
    lines = set()
    for command in (["serve"], ["database", "check"]):
        result = run(folder, url, *command)
        assert result.returncode == 78, result.stdout + result.stderr
        assert re.fullmatch(r"zenuml: DATABASE_URL: [^\n]+\n", result.stderr), result.stderr
        assert SECRET not in result.stdout + result.stderr
        assert "ready" not in result.stdout
        # Times differ, and in which order the members were asked.
        lines.add(re.sub(r"\d+", "", result.stderr))
    assert len(lines) == 1, lines
    return result.stderr


@pytest.mark.parametrize("name", UNUSABLE_ADDRESSES)
def test_unusable_address(folder: Path, name: str) -> None:
    problem(folder, UNUSABLE_ADDRESSES[name])


def test_nobody_there(folder: Path) -> None:
    port = free_port()
    assert f"127.0.0.1:{port}" in problem(folder, f"mongodb://ada:{SECRET}@127.0.0.1:{port}/zenuml?replicaSet=rs0")
    assert "nobody.invalid" in problem(folder, f"mongodb://ada:{SECRET}@nobody.invalid/zenuml")


def test_wrong_password(folder: Path, secured: SecuredMember) -> None:
    assert "uthentication failed" in problem(folder, secured.url("ada", f"{SECRET}-wrong", "zenuml"))
    assert "uthentication failed" in problem(folder, secured.url("nobody", SECRET, "zenuml"))


def test_without_a_password(folder: Path, secured: SecuredMember) -> None:
    url = secured.url("ada", PASSWORD, "zenuml")
    assert "authentication" in problem(folder, re.sub("//.*@", "//", url))


def test_unknown_authority(folder: Path, secured: SecuredMember) -> None:
    url = secured.url("ada", PASSWORD, "zenuml", tlsCAFile=str(make_authority(folder)))
    assert re.search("TLS|certificate", problem(folder, url))


def test_authority_that_is_no_file(folder: Path, secured: SecuredMember) -> None:
    assert "no-such-file" in problem(folder, secured.url("ada", PASSWORD, "zenuml", tlsCAFile=str(folder / "no-such-file")))


def test_plain_where_tls_is_wanted(folder: Path, secured: SecuredMember) -> None:
    problem(folder, secured.url("ada", PASSWORD, "zenuml", tls="false"))


@pytest.mark.parametrize("wire_version", [2, 6, 9])
def test_server_too_old(folder: Path, wire_version: int) -> None:
    with OldMongo(wire_version) as server:
        line = problem(folder, server.url)
    assert "too old" in line or "wire version" in line


def test_duplicates_in_the_way_of_an_index(folder: Path, one_node: ReplicaSet) -> None:
    url = one_node.url("duplicates")
    with ServerProcess(folder, KEY, database_url=url) as server:
        server.register("same@example.com")
    with one_node.client() as client:
        users = client["duplicates"].users
        users.drop_index("email_unique")
        user = users.find_one()
        assert user
        users.insert_one(user | {"_id": "another-id", "subject": "another"})
    result = run(folder, url, "serve")
    assert result.returncode == 78 and re.fullmatch(r"zenuml: DATABASE_URL: [^\n]+\n", result.stderr), result.stderr
    for wanted in ("users.email_unique", user["_id"], "another-id"):
        assert wanted in result.stderr
    # Looking is possible all the same.
    result = run(folder, url, "database", "check")
    assert result.returncode == 1 and "users.email_unique: missing" in result.stdout


def test_tls_and_password_and_least_privileges(folder: Path, secured: SecuredMember) -> None:
    url = secured.url("ada", PASSWORD, "zenuml")
    env = KEY | {"LOG_LEVEL": "trace"}
    with ServerProcess(folder, env, database_url=url) as first:
        token = first.register("ada@example.com")["refresh_token"]
        assert first.post("/api/status", json={"client_name": "x"}).status_code == 201
    with ServerProcess(folder, env, database_url=url) as second:  # this one finds its collections
        answer = second.post("/api/auth/refresh", json={"refresh_token": token})
        assert second.get("/api/auth/me", answer.json()["access_token"]).status_code == 200
        assert second.get("/health/ready").status_code == 200
        assert second.post("/api/auth/logout", answer.json()["access_token"]).status_code == 200
    result = run(folder, url, "database", "check")
    assert result.returncode == 0, result.stdout + result.stderr
    for output in (first.log, second.log, result.stdout, result.stderr):
        assert SECRET not in output and quote(PASSWORD, safe="") not in output
