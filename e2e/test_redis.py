"""Two servers that share a MongoDB and a Redis: limits hold over both, what one has ended the other knows at once, and nothing needs Redis."""

import json
import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from e2e.mongodb import ReplicaSet
from e2e.redis_server import PASSWORD, RedisServer
from e2e.server import INHERITED, ServerProcess, binary, wait_until

KEY = {"JWT_SECRET_KEY": "a-key-that-both-servers-share-0123456789"}
# What is remembered ends by itself after three seconds: sooner than that it can be known by Redis only.
AT_ONCE = 1.0

Start = Callable[..., ServerProcess]


@pytest.fixture(scope="module")
def replica_set(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReplicaSet]:
    with ReplicaSet(tmp_path_factory.mktemp("mongodb"), 1) as members:
        yield members


@pytest.fixture
def redis(folder: Path) -> Iterator[RedisServer]:
    with RedisServer(folder) as server:
        yield server


@pytest.fixture
def start(folder: Path, redis: RedisServer, replica_set: ReplicaSet) -> Iterator[Start]:
    """Starts a server, with more settings perhaps, that is stopped in the end."""
    servers: list[ServerProcess] = []

    def started(**settings: str) -> ServerProcess:
        servers.append(ServerProcess(folder, KEY | {"REDIS_URL": redis.url} | settings, database_url=replica_set.url(folder.name[-30:])))
        return servers[-1]

    yield started
    for server in servers:
        server.stop()


def state(server: ServerProcess) -> str:
    """Of Redis, as the server sees it; the server is ready whatever that is."""
    answer = server.get("/health/ready")
    assert answer.status_code == 200, answer.text
    return next(part["state"] for part in answer.json()["parts"] if part["name"] == "redis")


def both(start: Start, **settings: str) -> list[ServerProcess]:
    servers = [start(**settings), start(**settings)]
    for server in servers:
        wait_until(lambda: state(server) == "up", "Redis is up")
        wait_until(lambda: 'zenuml_redis_up{connection="subscription"} 1' in server.get("/metrics").text, "it listens")
    return servers


def until_known(server: ServerProcess, path: str, token: str, status: int) -> float:
    """Seconds until a server answers with that status."""
    began = time.monotonic()
    wait_until(lambda: server.get(path, token).status_code == status, f"{status} of {path}")
    return time.monotonic() - began


def test_what_one_server_ends_the_other_knows_at_once(start: Start) -> None:
    one, other = both(start)
    ada, bob = (one.register(f"{name}@example.com")["access_token"] for name in ("ada", "bob"))
    diagram = one.draw(ada, "A -> B: hello")
    path = f"/api/diagrams/{diagram['id']}"
    link = one.post(f"{path}/links", ada, json={"kind": "edit"}).json()
    assert one.post("/api/links/accept", bob, json={"token": link["token"]}).status_code == 200
    assert other.get(path, bob).status_code == 200
    assert one.request("DELETE", f"{path}/links/{link['id']}", ada).status_code == 204
    seconds = [until_known(other, path, bob, 404)]
    assert other.get("/api/auth/me", bob).status_code == 200
    assert one.post("/api/auth/logout", bob).status_code in (200, 204)
    seconds.append(until_known(other, "/api/auth/me", bob, 401))
    print(f"known after {seconds} s")
    assert max(seconds) < AT_ONCE


def limit_failures(servers: list[ServerProcess]) -> int:
    """How often Redis was too late for a limit: then the server's own count has decided."""
    found = (re.findall(r'zenuml_redis_failures_total\{use="limits".*\} (\d+)', server.get("/metrics").text) for server in servers)
    return sum(int(count) for counts in found for count in counts)


def test_limits_hold_over_both(redis: RedisServer, start: Start) -> None:
    """On a machine that is busy Redis is late now and then (25 ms): that is another test's."""
    wrong = {"email": "nobody@example.com", "password": "wrong-wrong-wrong-1"}
    for _ in range(10):
        redis.ask("FLUSHALL")
        servers = both(start, RATE_LIMIT_STATUS="100/h", RATE_LIMIT_SIGN_IN="5/h")
        with ThreadPoolExecutor(20) as pool:
            asked = Counter(pool.map(lambda number: servers[number % 2].get("/api/status").status_code, range(150)))
        answers = [servers[number % 2].post("/api/auth/login", json=wrong).status_code for number in range(8)]
        if limit_failures(servers) == 0:
            break
        for server in servers:
            server.stop()
    assert limit_failures(servers) == 0
    assert asked == {200: 100, 429: 50}
    assert answers == [401] * 5 + [429] * 3
    assert all('where="redis"' in server.get("/metrics").text for server in servers)


def test_nothing_needs_redis(folder: Path, redis: RedisServer, start: Start) -> None:
    """Neither at the start nor later, and it is used again when it is back."""
    redis.kill()
    began = time.monotonic()
    server = start(RATE_LIMIT_STATUS="3/h")
    assert time.monotonic() - began < 5
    token = server.register("ada@example.com")["access_token"]
    assert state(server) == "degraded"
    assert [server.get("/api/status").status_code for _ in range(4)] == [200, 200, 200, 429], "its own limiter holds"
    redis.start()
    wait_until(lambda: state(server) == "up", "Redis is back", 8)
    assert server.get("/api/auth/me", token).status_code == 200
    assert b"zenuml:limit" in redis.ask("KEYS *") or server.get("/api/status").status_code == 429
    for secret in (PASSWORD, "ada@example.com"):
        assert secret not in server.log


def ask_all_the_time(server: ServerProcess, token: str, end: Event) -> tuple[Counter[int], float]:
    """How often it answered what, and the longest answer in seconds."""
    answers: Counter[int] = Counter()
    longest = 0.0
    while not end.is_set():
        began = time.monotonic()
        answers[server.get("/api/auth/me", token).status_code] += 1
        longest = max(longest, time.monotonic() - began)
    return answers, longest


@pytest.mark.parametrize("fault", ["kill", "freeze", "flush", "full"])
def test_requests_go_on_whatever_becomes_of_redis(redis: RedisServer, start: Start, fault: str) -> None:
    server = both(start, RATE_LIMIT_DEFAULT="100000/min")[0]
    token = server.register(f"{fault}@example.com")["access_token"]
    end = Event()
    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask_all_the_time, server, token, end) for _ in range(4)]
        try:
            match fault:
                case "kill":
                    redis.kill()
                    wait_until(lambda: state(server) == "degraded", "the server knows")
                    redis.start()
                case "freeze":
                    redis.freeze()
                    wait_until(lambda: state(server) == "degraded", "the server knows")
                    redis.thaw()
                case "flush":
                    redis.ask("SCRIPT FLUSH")
                    redis.ask("FLUSHALL")
                case "full":
                    redis.ask("CONFIG SET maxmemory 1")
                    redis.ask("CONFIG SET maxmemory 0")
            wait_until(lambda: state(server) == "up", "Redis is up", 8)
        finally:
            end.set()
    results = [one.result() for one in asking]
    answers = sum((counted for counted, _ in results), Counter[int]())
    print(f"{fault}: {dict(answers)}, longest {max(longest for _, longest in results) * 1000:.0f} ms")
    assert set(answers) == {200}


def test_what_is_wrong_with_the_address_is_said(folder: Path) -> None:
    for settings, words in (
        ({"REDIS_URL": "http://:hunter2@x"}, "REDIS_URL: the value is not valid; expected redis://"),
        ({"REDIS_URL": "redis://:hunter2@x", "JWT_SECRET_KEY": ""}, "JWT_SECRET_KEY: is missing; expected with REDIS_URL"),
    ):
        env = INHERITED | KEY | settings
        outcome = subprocess.run([binary(), "serve", "--port", "0"], cwd=folder, env=env, capture_output=True, text=True, timeout=20)
        assert outcome.returncode == 78 and words in outcome.stderr, json.dumps(outcome.stderr)
        assert "hunter2" not in outcome.stdout + outcome.stderr
