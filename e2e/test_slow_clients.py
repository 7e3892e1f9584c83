"""Clients that send a byte a second, read no answers or go away: what they hold is limited, and others don't notice."""

import json
import os
import re
import secrets
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from e2e.server import ServerProcess, wait_until

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


def ask(server: ServerProcess, path: str, body: bytes, *headers: str, length: int | None = None) -> socket.socket:
    """Sends a request, and hardly has room for an answer."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(60)
    client.connect(("127.0.0.1", server.port))
    lines = [f"POST {path} HTTP/1.1", "Host: localhost", f"Content-Length: {length or len(body)}", *headers]
    client.sendall("\r\n".join([*lines, "", ""]).encode() + body)
    return client


def test_answers_that_nobody_reads_have_a_limit(folder: Path) -> None:
    """All of them would take some 200 MB; a client may leave 64 MiB of them unread."""
    body = json.dumps({"source": "a = b.c();" * 12_000}).encode()
    clients: list[socket.socket] = []
    with ServerProcess(folder) as server:
        taken = 0
        for _ in range(40):
            clients.append(ask(server, "/api/render", body, "Content-Type: application/json"))
            head = clients[-1].recv(2048).decode()
            if head.startswith("HTTP/1.1 503"):
                assert re.search("^retry-after: ", head, re.IGNORECASE | re.MULTILINE), head
                break
            assert head.startswith("HTTP/1.1 200"), head
            match = re.search(r"^content-length: (\d+)", head, re.IGNORECASE | re.MULTILINE)
            assert match
            taken += int(match[1])
        else:
            raise AssertionError(f"{taken} unread bytes are held")
        assert 30 << 20 < taken <= 64 << 20
        for client in clients:
            client.close()
        answer = lambda: server.post("/api/render", data=body, headers={"Content-Type": "application/json"}).status_code == 200
        wait_until(answer, "room for answers again", 30)


def test_work_ends_with_its_client(folder: Path) -> None:
    """A conversion takes seconds; it must not outlive those who wanted it."""
    lines = [f"P{number} -> Q{number}: x" for number in range(24)] + ["A -> B: hello"] * 200
    body = json.dumps({"source": "\n".join(lines), "format": "png"}).encode()
    with ServerProcess(folder) as server:

        def conversions() -> list[str]:
            arguments = ["pgrep", "--parent", str(server.process.pid), "rsvg-convert"]
            return subprocess.run(arguments, capture_output=True, check=False, encoding="ascii").stdout.split()

        def outcomes() -> list[str]:
            return re.findall(r"route=/api/render status=(\d+)", server.log)

        clients = [ask(server, "/api/render", body, "Content-Type: application/json") for _ in range(3)]
        wait_until(conversions, "a conversion")
        for client in clients:
            client.close()
        wait_until(lambda: len(outcomes()) == 3, "the end of all work", 30)
        assert outcomes() == ["503"] * 3, "none is drawn to its end"
        wait_until(lambda: not conversions(), "the end of the conversion")


def test_slow_uploads_leave_the_places_to_others(folder: Path) -> None:
    with ServerProcess(folder) as server:
        slow, other = (server.register(f"{name}@example.com")["access_token"] for name in ("slow", "other"))
        export = server.get("/api/account/export", other)
        assert export.status_code == 200
        headers = ("Content-Type: application/zip", f"Authorization: Bearer {slow}")
        clients = [ask(server, "/api/account/import", b"PK", *headers, length=1 << 20) for _ in range(8)]
        began = time.monotonic()
        answer = server.post("/api/account/import", other, data=export.content, headers={"Content-Type": "application/zip"})
        assert answer.status_code in (200, 201), answer.text
        assert server.get("/api/account/export", other).status_code == 200
        assert time.monotonic() - began < 15  # seconds; an upload may take twice as long
        for client in clients:
            client.close()


def test_a_killed_export_leaves_no_file(folder: Path) -> None:
    """Killed while the zip file is being written."""
    temporary = folder / "temporary"
    temporary.mkdir()
    with ServerProcess(folder, {"TMPDIR": str(temporary)}) as server, ThreadPoolExecutor(1) as pool:
        token = server.register("tess@example.com")["access_token"]
        project = server.draw(token, "A -> B: x")["project_id"]
        for number in range(40):
            body = {"name": f"{number}", "kind": "sequence", "source": secrets.token_hex(250_000)}
            assert server.post(f"/api/projects/{project}/diagrams", token, json=body).status_code == 201

        def is_being_written() -> bool:
            links = Path(f"/proc/{server.process.pid}/fd").iterdir()
            files = [link for link in links if os.path.lexists(link) and os.readlink(link).startswith(str(temporary))]
            return any(0 < file.stat().st_size < 5_000_000 for file in files)

        export = pool.submit(server.get, "/api/account/export", token)
        wait_until(is_being_written, "the beginning of the file")
        server.kill()
        with pytest.raises(requests.ConnectionError):
            export.result()
    assert list(temporary.iterdir()) == []
