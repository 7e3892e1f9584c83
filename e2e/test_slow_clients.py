"""Clients that send a byte a second, to hold connections for as long as they are let: they are cut off."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from e2e.server import ServerProcess

pytestmark = pytest.mark.first
HEAD = b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
BODY = b"POST /api/status HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
PATIENCE = 60  # seconds


@dataclass
class Outcome:
    """After how many seconds the connection was closed, and how others fared meanwhile."""

    seconds: float
    others: list[int]


def drip(server: ServerProcess, beginning: bytes) -> Outcome:
    others: list[int] = []
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
        connection.sendall(beginning)
        while time.monotonic() - began < PATIENCE:
            others.append(server.get("/health").status_code)
            try:
                if connection.recv(4096) == b"":
                    break
            except TimeoutError:
                try:
                    connection.sendall(b"a")
                except OSError:
                    break
            except OSError:
                break
    return Outcome(time.monotonic() - began, others)


def test_slow_client_is_cut_off(folder: Path) -> None:
    """One is slow with its headers, one with its body."""
    with ServerProcess(folder) as server, ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda beginning: drip(server, beginning), (HEAD, BODY)))
    for outcome, earliest, latest in zip(outcomes, (10, 20), (25, 45), strict=True):
        assert earliest < outcome.seconds < latest
        assert len(outcome.others) > 5 and set(outcome.others) == {200}
