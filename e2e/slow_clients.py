"""Clients that send a byte a second, to hold connections for as long as they are let."""

import socket
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from e2e.server import ServerProcess

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


class SlowClients:
    """One that is slow with its headers and one that is slow with its body, on a server of their own."""

    def __init__(self, server: ServerProcess) -> None:
        self._pool = ThreadPoolExecutor(2)
        self.head: Future[Outcome] = self._pool.submit(drip, server, HEAD)
        self.body: Future[Outcome] = self._pool.submit(drip, server, BODY)

    def stop(self) -> None:
        self._pool.shutdown(wait=True)
