"""A server that is told to end does so within half a minute, whatever its clients do."""

import socket
import time
from pathlib import Path

import pytest

from e2e.server import ServerProcess, wait_until

pytestmark = pytest.mark.first
REQUESTS = b"GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 200  # answered with some ten megabytes
GRACE = 30  # seconds
KINDS = (
    ("GET", "/health", 200), ("HEAD", "/api", 200), ("GET", "/api/auth/me", 200), ("GET", "/api/nothing", 404), ("DELETE", "/health", 405),
    ("POST", "/api/status", 201), ("POST", "/api/auth/login", 422), ("POST", "/api/render", 422), ("GET", "/metrics", 200),
)


def test_a_client_that_takes_no_answers_is_cut_off(folder: Path) -> None:
    """It could keep the server for a minute, which is the limit for taking an answer."""
    with ServerProcess(folder) as server, socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", server.port))
        client.sendall(REQUESTS)
        time.sleep(1)  # nothing tells from outside that the server waits for the client now
        signalled = time.monotonic()
        server.terminate()
        assert server.wait(GRACE + 10) == 0, server.log
        assert GRACE - 5 < time.monotonic() - signalled < GRACE + 5


def test_a_server_that_drains_gives_back_each_connection(folder: Path) -> None:
    """A balancer keeps connections, and would send the next request on one that is about to be closed."""
    with ServerProcess(folder, {"DRAIN_DELAY": "60s"}) as server:
        token = server.register("drain@example.com")["access_token"]

        def ends(method: str, path: str, status: int) -> bool:
            answer = server.request(method, path, token, json={"client_name": "drain"} if method == "POST" else None)
            assert answer.status_code == status, (method, path, answer.text)
            return answer.headers.get("Connection", "").lower() == "close"

        assert [kind for kind in KINDS if ends(*kind)] == []
        server.terminate()
        wait_until(lambda: server.get("/health/ready").status_code == 503, "the server drains")
        assert [kind for kind in (*KINDS, ("GET", "/health/ready", 503)) if not ends(*kind)] == []
        server.kill()
