"""A server that is told to end does so within half a minute, whatever its clients do."""

import socket
import time
from pathlib import Path

import pytest

from e2e.server import ServerProcess

pytestmark = pytest.mark.first
REQUESTS = b"GET /api/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 200  # answered with some ten megabytes
GRACE = 30  # seconds


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
