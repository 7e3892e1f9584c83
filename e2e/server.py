"""Starts the programs under test, each as a process of its own that is stopped by its pid."""

import itertools
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import requests

REPOSITORY = Path(__file__).parents[1]
BINARY = Path(os.environ.get("ZENUML_BINARY", ".build/debug/zenuml"))
IS_LONG = os.environ.get("E2E_LONG") == "1"
PASSWORD = "a-long-enough-passphrase-9"
NO_RATE_LIMITS = {f"RATE_LIMIT_{name}": "off" for name in ("SIGN_IN", "REFRESH", "STATUS", "RENDER", "EMBED", "MAIL", "DEFAULT")}
# What the servers inherit of this environment: nothing that could change a setting.
INHERITED_NAMES = {"PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH"}
INHERITED = {name: value for name, value in os.environ.items() if name in INHERITED_NAMES}
READY = re.compile(r"ZenUML is ready at \S+, listening on \S+:(\d+)")


def binary() -> str:
    path = BINARY if BINARY.is_absolute() else REPOSITORY / BINARY
    assert path.exists(), f"{path} is missing; build it or set ZENUML_BINARY"
    return str(path)


def wait_until(condition: Callable[[], Any], what: str, seconds: float = 10) -> Any:
    """Polls until `condition` gives something true, and returns that."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.02)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


class BackgroundProcess:
    """A process whose output is read all the time, so that a full pipe never stops it."""

    def __init__(self, command: list[str], env: dict[str, str], cwd: Path) -> None:
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            command, env=INHERITED | env, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace",
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    @property
    def log(self) -> str:
        return "\n".join(list(self.lines))

    def first_line(self, pattern: re.Pattern[str], seconds: float = 20) -> str:
        """The first group of the first line that matches."""

        def found() -> str | None:
            for line in list(self.lines):
                if match := pattern.search(line):
                    return match[1]
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.log}"
            return None

        return wait_until(found, f"{pattern.pattern} in the output", seconds)

    def terminate(self) -> None:
        self.process.terminate()

    def kill(self) -> None:
        """As a power cut does: nothing of the program runs any more."""
        self.process.kill()
        self.wait()

    def wait(self, seconds: float = 40) -> int:
        code = self.process.wait(seconds)
        self._reader.join(5)
        return code

    def stop(self) -> None:
        if self.process.poll() is None:
            self.terminate()
            try:
                self.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class ServerProcess(BackgroundProcess):
    """A running `zenuml serve` on a port of its own, with its data in `folder` or at `database_url`."""

    def __init__(
        self, folder: Path, env: dict[str, str] | None = None, *, options: tuple[str, ...] = (), port: int = 0,
        database_url: str | None = None,
    ) -> None:
        self.folder = folder
        self.database = folder / "zenuml.sqlite"
        command = [binary(), "serve", "--host", "127.0.0.1", "--port", str(port)]
        self.database_url = database_url or f"sqlite:{self.database}"
        command += ["--database-url", self.database_url, *options]
        super().__init__(command, env=NO_RATE_LIMITS | (env or {}), cwd=folder)
        try:
            self.port = int(self.first_line(READY))
        except BaseException:
            self.kill()
            raise
        self.url = f"http://127.0.0.1:{self.port}"

    def request(self, method: str, path: str, token: str | None = None, **arguments: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= arguments.pop("headers", {})
        arguments.setdefault("timeout", 20)
        return requests.request(method, self.url + path, headers=headers, **arguments)

    def get(self, path: str, token: str | None = None, **arguments: Any) -> requests.Response:
        return self.request("GET", path, token, **arguments)

    def post(self, path: str, token: str | None = None, **arguments: Any) -> requests.Response:
        return self.request("POST", path, token, **arguments)

    def register(self, email: str) -> dict[str, Any]:
        """Makes an account; the answer holds its tokens."""
        response = self.post("/api/auth/register", json={"email": email, "password": PASSWORD, "name": "Tess Tester"})
        assert response.status_code == 201, response.text
        return response.json()

    def draw(self, token: str, source: str) -> dict[str, Any]:
        """Makes a project with a sequence diagram; the answer is the diagram."""
        project = self.post("/api/projects", token, json={"name": "Project"})
        assert project.status_code == 201, project.text
        body = {"name": "Diagram", "kind": "sequence", "source": source}
        response = self.post(f"/api/projects/{project.json()['id']}/diagrams", token, json=body)
        assert response.status_code == 201, response.text
        return response.json()

    def share(self, token: str, diagram: dict[str, Any], other: str | None = None) -> str:
        """Keeps a version of a diagram and makes a link by which another person joins; the answer is the link's token."""
        path = f"/api/diagrams/{diagram['id']}"
        named = self.post(f"{path}/versions", token, json={"name": "Release"})
        assert named.status_code == 201, named.text
        link = self.post(f"{path}/links", token, json={"kind": "edit", "expires_in_days": 7})
        assert link.status_code == 201, link.text
        if other:
            joined = self.post("/api/links/accept", other, json={"token": link.json()["token"]})
            assert joined.status_code == 200, joined.text
        return link.json()["token"]


class ProviderProcess(BackgroundProcess):
    """One of the identity providers of this folder, whose first line of output is its issuer."""

    def __init__(self, name: str, *options: str) -> None:
        module = f"e2e.identity_providers.{name}"
        super().__init__([sys.executable, "-m", module, "--port", "0", *options], env={}, cwd=REPOSITORY)
        self.issuer = self.first_line(re.compile(r"^(http://\S+)$"))

    def control(self, **wanted: Any) -> dict[str, Any]:
        """Sets the faulty provider's faults or person, and returns its state."""
        response = requests.post(f"{self.issuer}/control", json=wanted, timeout=10)
        assert response.status_code == 200, response.text
        return response.json()

    def reset(self) -> None:
        requests.delete(f"{self.issuer}/control", timeout=10).raise_for_status()

    @property
    def calls(self) -> dict[str, int]:
        return requests.get(f"{self.issuer}/control", timeout=10).json()["calls"]


def _own_ports() -> Iterator[int]:
    """Below those that the kernel gives to connections, and for this process alone: what one has found free another could take before a server listens."""
    worker = re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or "11"
    first, count = 12_000 + 1_500 * (int(worker) % 12), 1_500
    for turn in itertools.count(os.getpid()):
        yield first + turn % count


_ports = _own_ports()


def free_port() -> int:
    """For a server whose port must be known before it starts."""
    while True:
        port = next(_ports)
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
