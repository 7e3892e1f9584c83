"""Starts, times and stops the two servers, and reads their memory use."""

import http.client
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

BENCH = Path(__file__).resolve().parent
PEER = BENCH / "peers" / "fastapi"
VENV = BENCH / ".venv"
HOST = "127.0.0.1"

READY_TIMEOUT = 60.0
POLL_SECONDS = 0.002


class ServerError(RuntimeError):
    pass


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    name: str
    command: list[str]
    environment: dict[str, str]
    port: int
    directory: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        return self.directory / f"{self.name}.log"

    def start(self) -> float:
        """Milliseconds from the start of the process to its first answer."""
        with self.log.open("ab") as log:
            started = time.perf_counter()
            self.process = subprocess.Popen(
                self.command,
                cwd=self.directory,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches the runner only
            )
        while time.perf_counter() - started < READY_TIMEOUT:
            if self._healthy():
                return (time.perf_counter() - started) * 1000
            self.check_alive()
            time.sleep(POLL_SECONDS)
        raise ServerError(f"{self.name} gave no answer in {READY_TIMEOUT:.0f} s\n{self._log_tail()}")

    def _healthy(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def check_alive(self) -> None:
        if self.process is None or self.process.poll() is not None:
            raise ServerError(f"{self.name} has stopped\n{self._log_tail()}")

    def _log_tail(self) -> str:
        return self.log.read_text(errors="replace")[-2000:] if self.log.exists() else ""

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

    def idle_mib(self) -> float:
        """Resident memory of the process and its children, such as workers."""
        assert self.process is not None
        return sum(resident_kib(pid) for pid in process_tree(self.process.pid)) / 1024


def resident_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def process_tree(pid: int) -> list[int]:
    tree = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            tree += process_tree(int(child))
    return tree


def start_and_measure(server: Server, starts: int = 5) -> tuple[float, float]:
    """Median start in ms on an initialised database, and idle MiB 2 s after.

    The server stays up.
    """
    server.start()  # creates the database
    times = []
    for _ in range(starts):
        server.stop()
        times.append(server.start())
    time.sleep(2)
    return statistics.median(times), server.idle_mib()


def our_server(binary: Path, directory: Path, database_url: str | None = None) -> Server:
    port = free_port()
    return Server(
        name="zenuml",
        command=[
            str(binary.resolve()), "serve", "--host", HOST, "--port", str(port),
            "--database-url", database_url or f"sqlite:{directory}/zenuml.sqlite",
        ],
        environment={
            "RATE_LIMIT_SIGN_IN": "off",
            "RATE_LIMIT_REFRESH": "off",
            "RATE_LIMIT_STATUS": "off",
            "RATE_LIMIT_RENDER": "off",
            "RATE_LIMIT_EMBED": "off",
            "RATE_LIMIT_DEFAULT": "off",
            "LOG_LEVEL": "warning",
            "ENVIRONMENT": "development",
        },
        port=port,
        directory=directory,
    )  # fmt: skip


def bare_server(binary: Path, library: str, directory: Path) -> Server:
    """What the library that our server is built on does with `/health` alone."""
    port = free_port()
    return Server(library, [str(binary.resolve()), library, str(port)], {}, port, directory)


def peer_server(directory: Path, group_commit: bool) -> Server:
    commits = "on" if group_commit else "off"
    return fastapi_server(directory, "app:app", {"DATABASE_PATH": f"{directory}/peer.sqlite", "GROUP_COMMIT": commits})


def mongodb_peer_server(directory: Path, database_url: str) -> Server:
    return fastapi_server(directory, "mongodb_app:app", {"MONGODB_URL": database_url})


def fastapi_server(directory: Path, app: str, environment: dict[str, str]) -> Server:
    port = free_port()
    return Server(
        name="fastapi",
        command=[
            str(VENV / "bin" / "uvicorn"), "--app-dir", str(PEER),
            "--host", HOST, "--port", str(port), "--workers", "2",
            "--loop", "uvloop", "--http", "httptools",
            "--no-access-log", "--log-level", "warning", app,
        ],
        environment={"JWT_SECRET": "benchmark-only-" + "0" * 32} | environment,
        port=port,
        directory=directory,
    )  # fmt: skip


def fastest_python() -> str:
    """The fastest Python 3.11 on PATH. Builds without profile-guided
    optimisation are up to a third slower, which would be unfair to the peer."""
    loop = "import timeit; print(min(timeit.repeat('sum(i * i % 7 for i in range(10**5))', number=5, repeat=5)))"
    times: dict[str, float] = {}
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        python = shutil.which("python3.11", path=folder)
        if python and python not in times:
            run = subprocess.run([python, "-c", loop], capture_output=True, text=True)
            if run.returncode == 0:
                times[python] = float(run.stdout)
    if not times:
        raise ServerError("Python 3.11 is needed for the peer: no python3.11 on PATH")
    return min(times, key=times.__getitem__)


def prepare_venv(python: str | None = None) -> None:
    """Creates bench/.venv when missing, and again when the pins change."""
    requirements = PEER / "requirements.txt"
    installed = VENV / "installed.txt"  # written last, so a broken install is redone
    if installed.exists() and installed.read_text() == requirements.read_text():
        return
    print("creating the peer's environment", file=sys.stderr)
    subprocess.run([python or fastest_python(), "-m", "venv", "--clear", VENV], check=True)
    pip = [VENV / "bin" / "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", requirements], check=True)
    shutil.copyfile(requirements, installed)
