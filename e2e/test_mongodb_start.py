"""A MongoDB that can't be used is told of in one line, at the start and by `database check`; the right address starts."""

import re
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from e2e.mongodb import ReplicaSet
from e2e.mongodb_secured import SecuredMember, make_authority
from e2e.old_mongodb import OldMongo
from e2e.server import INHERITED, ServerProcess, binary
from e2e.test_process import SECRET

KEY = {"JWT_SECRET_KEY": "a-key-for-servers-of-this-test-0123456789"}
# Some of it has to be written in another way in an address.
PASSWORD = f"{SECRET} @:/?%ü"
# Addresses that can't be used, by what the one line says about them.
UNUSABLE = {
    "no port": "host",
    "no host": "host",
    "@ in the password": "",
    "/ in the password": "",
    "% in the password": "",
    "unknown mechanism": "NONE",
    "nobody listens": "127.0.0.1:1",
    "unknown name": "nobody.invalid",
    "wrong password": "uthentication failed",
    "unknown user": "uthentication failed",
    "no password": "authentication",
    "unknown authority": "certificate verify failed",
    "authority that is no file": "no-such-file can't be read: No such file or directory",
    "key that is no file": "tlscertificatekeyfile=",
    "plain where TLS is wanted": "No suitable servers",
    "MongoDB 2.6": "wire version",
    "MongoDB 3.6": "too old",
    "MongoDB 4.4": "too old",
}


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecuredMember]:
    with SecuredMember(tmp_path_factory.mktemp("secured")) as member:
        member.add_user("ada", PASSWORD, "zenuml")
        yield member


def unusable_addresses(folder: Path, secured: SecuredMember) -> dict[str, str]:
    right = secured.url("ada", PASSWORD, "zenuml")
    return {
        "no port": f"mongodb://ada:{SECRET}@127.0.0.1:bad/zenuml",
        "no host": f"mongodb://ada:{SECRET}@/zenuml",
        "@ in the password": f"mongodb://ada:{SECRET}@{SECRET}@127.0.0.1/zenuml",
        "/ in the password": f"mongodb://ada:/{SECRET}@127.0.0.1/zenuml",
        "% in the password": f"mongodb://ada:{SECRET}%@127.0.0.1/zenuml",
        "unknown mechanism": f"{right}&authMechanism=NONE",
        "nobody listens": f"mongodb://ada:{SECRET}@127.0.0.1:1/zenuml?replicaSet=rs0",
        "unknown name": f"mongodb://ada:{SECRET}@nobody.invalid/zenuml",
        "wrong password": secured.url("ada", f"{SECRET}-wrong", "zenuml"),
        "unknown user": secured.url("nobody", PASSWORD, "zenuml"),
        "no password": re.sub("//.*@", "//", right),
        "unknown authority": secured.url("ada", PASSWORD, "zenuml", tlsCAFile=str(make_authority(folder))),
        "authority that is no file": secured.url("ada", PASSWORD, "zenuml", tlsCAFile=str(folder / "no-such-file")),
        "key that is no file": secured.url("ada", PASSWORD, "zenuml", tlsCertificateKeyFile=str(folder / "no-such-key")),
        "plain where TLS is wanted": secured.url("ada", PASSWORD, "zenuml", tls="false"),
    }


def run(folder: Path, url: str, *command: str, seconds: float = 10) -> subprocess.CompletedProcess[str]:
    env = INHERITED | KEY | {"PORT": "0", "LOG_LEVEL": "trace", "DATABASE_URL": url}
    return subprocess.run([binary(), *command], env=env, cwd=folder, capture_output=True, text=True, timeout=seconds)


Outcomes = dict[str, list[subprocess.CompletedProcess[str]]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory, secured: SecuredMember) -> Outcomes:
    """All at the same time: the driver looks for a server for seconds before it gives up."""
    folder = tmp_path_factory.mktemp("unusable")
    with ExitStack() as stack, ThreadPoolExecutor(12) as pool:
        addresses = unusable_addresses(folder, secured)
        for name, wire_version in {"MongoDB 2.6": 2, "MongoDB 3.6": 6, "MongoDB 4.4": 9}.items():
            addresses[name] = stack.enter_context(OldMongo(wire_version)).url
        running = {
            name: [pool.submit(run, folder, url, *command) for command in (["serve"], ["database", "check"])]
            for name, url in addresses.items()
        }
        return {name: [result.result() for result in results] for name, results in running.items()}


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable_address(outcomes: Outcomes, name: str) -> None:
    for result in outcomes[name]:
        assert result.returncode == 78, result.stdout + result.stderr
        assert re.fullmatch(r"zenuml: DATABASE_URL: [^\n]+\n", result.stderr), result.stderr
        assert UNUSABLE[name] in result.stderr
        assert "ready" not in result.stdout
        for form in (SECRET, quote(PASSWORD, safe="")):
            assert form not in result.stdout + result.stderr


@pytest.mark.parametrize("command", ["listCollections", "hello"])
def test_a_server_that_stops_answering(folder: Path, one_node: ReplicaSet, command: str) -> None:
    """It is told of in seconds, not when the time for building an index is over."""
    url = one_node.url("stalled")
    with ServerProcess(folder, KEY, database_url=url):
        pass  # so that there is something to list
    with one_node.slowed(command, 14_000):
        began = time.monotonic()
        result = run(folder, url, "serve", seconds=25)
        assert time.monotonic() - began < 13
    assert result.returncode == 78, result.stdout + result.stderr
    assert re.fullmatch(r"zenuml: DATABASE_URL: [^\n]+\n", result.stderr), result.stderr


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
        tokens = first.register("ada@example.com")
        assert first.post("/api/status", json={"client_name": "x"}).status_code == 201
        diagram = first.draw(tokens["access_token"], "Ada -> Bob: hello")
    with ServerProcess(folder, env, database_url=url) as second:  # this one finds its collections
        answer = second.post("/api/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
        access = answer.json()["access_token"]
        assert second.get("/api/auth/me", access).status_code == 200
        [found] = second.get("/api/search?q=hello", access).json()
        assert found["id"] == diagram["id"]
        path = f"/api/diagrams/{diagram['id']}"
        assert second.request("PATCH", path, access, json={"name": "n"}, headers={"If-Match": '"1"'}).status_code == 200
        assert second.request("DELETE", path, access).status_code == 204
        assert second.request("DELETE", path, access, params={"permanent": "true"}).status_code == 204
        assert second.get("/health/ready").status_code == 200
        assert second.post("/api/auth/logout", access).status_code == 200
    result = run(folder, url, "database", "check")
    assert result.returncode == 0, result.stdout + result.stderr
    for output in (first.log, second.log, result.stdout, result.stderr):
        assert SECRET not in output and quote(PASSWORD, safe="") not in output
