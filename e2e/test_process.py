"""The process: its settings, its key file, its log, its end, and clients that waste its time."""

import http.client
import json
import re
import shutil
import socket
import sqlite3
import stat
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
import requests

from e2e.server import INHERITED, ServerProcess, binary, wait_until

SECRET = "hush-hush-0123"
PRODUCTION = {"ENVIRONMENT": "production"}
BAD_SETTINGS = {
    "PORT": {"PORT": "eighty"},
    "DATABASE_URL": {"DATABASE_URL": "mysql://localhost/zenuml"},
    "ENVIRONMENT": {"ENVIRONMENT": "prod"},
    "PUBLIC_URL": PRODUCTION | {"JWT_SECRET_KEY": f"{SECRET}-abcdefghijklmnopqrstuvwxyz"},
    "JWT_SECRET_KEY": PRODUCTION | {"PUBLIC_URL": "https://uml.example.com"},
    "JWT_SECRET_KEY ": {"JWT_SECRET_KEY": SECRET},
    "JWT_PREVIOUS_SECRET_KEYS": {"JWT_PREVIOUS_SECRET_KEYS": SECRET},
    "GOOGLE_CLIENT_ID": {"GOOGLE_CLIENT_SECRET": SECRET},
    "GOOGLE_ISSUER": {"GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": SECRET, "GOOGLE_ISSUER": "http://example.com"},
    "ACCESS_TOKEN_TTL": {"ACCESS_TOKEN_TTL": "soon"},
    "RATE_LIMIT_SIGN_IN": {"RATE_LIMIT_SIGN_IN": "many"},
    "CORS_ORIGINS": {"CORS_ORIGINS": "*"},
    "TRUSTED_PROXIES": {"TRUSTED_PROXIES": "10.0.0.0/99"},
    "LOG_LEVEL": {"LOG_LEVEL": "loud"},
    "DRAIN_DELAY": {"DRAIN_DELAY": "-1s"},
    "WEB_ASSETS": {"WEB_ASSETS": "/no/such/folder"},
    "API_DOCS_ASSETS": {"API_DOCS_ASSETS": "/no/such/folder"},
}


def start_problem(folder: Path, env: dict[str, str], *options: str) -> str:
    """Starts a server that must not start. Returns the one line that says why."""
    command, env = [binary(), "serve", *options], INHERITED | {"PORT": "0"} | env
    result = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, timeout=10)
    assert result.returncode > 0  # negative: it crashed
    assert re.fullmatch(r"[^\n]+\n", result.stderr), result.stderr
    assert "ready" not in result.stdout
    assert SECRET not in result.stdout + result.stderr
    return result.stderr


@pytest.mark.parametrize("name", BAD_SETTINGS)
def test_bad_setting_is_named(folder: Path, name: str) -> None:
    problem = start_problem(folder, BAD_SETTINGS[name])
    assert f"{name.strip()}: " in problem
    assert "expect" in problem
    assert not list(folder.iterdir())  # nothing was made before the settings were known to be good


@pytest.mark.parametrize("options", [("--colour", "red"), ("--colour=red",), ("--port",)])
def test_bad_option_is_named(folder: Path, options: tuple[str, ...]) -> None:
    assert options[0].partition("=")[0] in start_problem(folder, {}, *options)


def test_port_in_use(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        problem = start_problem(folder, {"PORT": port})
    assert "PORT: " in problem and port in problem and "expected" in problem


def test_option_comes_before_environment_before_file_before_default(folder: Path) -> None:
    """Told by the token that opens /metrics; without one it is open on loopback."""

    def opening(options: tuple[str, ...], env: dict[str, str]) -> list[str]:
        with ServerProcess(folder, env, options=options) as server:
            assert server.get("/metrics", "another").status_code == (401 if (folder / ".env").exists() else 200)
            return [token for token in ("option", "environment", "file") if server.get("/metrics", token).ok]

    (folder / ".env").write_text("METRICS_TOKEN=file\n")
    env = {"METRICS_TOKEN": "environment"}
    assert opening(("--metrics-token", "option"), env) == ["option"]
    assert opening(("--metrics-token=option",), env) == ["option"]
    assert opening((), env) == ["environment"]
    assert opening((), {}) == ["file"]
    (folder / ".env").unlink()
    assert len(opening((), {})) == 3


def test_google_not_configured(server: ServerProcess) -> None:
    assert server.get("/api/auth/providers").json()["google"] is False
    callback = server.post("/api/auth/google/callback", json={"code": "code", "state": "state"})
    for response in (server.get("/api/auth/google"), callback):
        assert (response.status_code, response.json()["error_type"]) == (501, "not_configured")


def test_key_file_is_private_and_kept(folder: Path) -> None:
    with ServerProcess(folder) as server:
        token = server.register("key@example.com")["access_token"]
    key = folder / "jwt_secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "zenuml.sqlite").stat().st_mode) & 0o077 == 0
    content = key.read_bytes()
    assert len(content) > 32
    with ServerProcess(folder) as server:
        assert server.get("/api/auth/me", token).status_code == 200
        assert content.decode().strip() not in server.log
    assert key.read_bytes() == content
    key.chmod(0o640)
    assert "JWT_SECRET_KEY: " in start_problem(folder, {"DATABASE_URL": f"sqlite:{folder}/zenuml.sqlite"})


def test_sigterm_lets_requests_finish(folder: Path) -> None:
    body = b'{"client_name": "in flight"}'
    head = "POST /api/status HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    head += f"Content-Length: {len(body)}\r\n\r\n"
    with ServerProcess(folder, {"DRAIN_DELAY": "1s"}) as server:
        kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)

        def readiness() -> tuple[int, str]:
            kept.request("GET", "/health/ready")
            response = kept.getresponse()
            return response.status, json.loads(response.read())["status"]

        def is_refused() -> bool:
            try:
                socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
            except (ConnectionRefusedError, ConnectionResetError):  # the latter, if the port is closed at that very moment
                return True
            return False

        assert readiness() == (200, "ready")
        in_flight = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        in_flight.sendall(head.encode() + body[:9])
        time.sleep(0.2)  # nothing tells from outside that the first half was read
        signalled = time.monotonic()
        server.terminate()
        wait_until(lambda: readiness() == (503, "draining"), "readiness says 503", 0.9)
        assert not is_refused()  # balancers have not noticed yet
        wait_until(is_refused, "new connections are refused", 5)
        assert time.monotonic() - signalled > 0.9
        in_flight.sendall(body[9:])
        answer = in_flight.recv(65536)
        assert answer.startswith(b"HTTP/1.1 201 "), answer
        in_flight.close()
        assert server.wait(10) == 0, server.log
    with closing(sqlite3.connect(server.database)) as database:
        assert database.execute("SELECT client_name FROM status_checks").fetchall() == [("in flight",)]


def test_no_signal_is_blocked_in_the_server(folder: Path) -> None:
    """`zenuml` becomes `zenuml-server`, with the mask of the thread that does it."""
    with ServerProcess(folder) as server:
        status = Path(f"/proc/{server.process.pid}/status").read_text()
        assert "zenuml-server" in Path(f"/proc/{server.process.pid}/exe").readlink().name
        assert int(re.findall(r"^SigBlk:\s*(\w+)$", status, re.MULTILINE)[0], 16) == 0


def test_a_link_to_the_program_is_enough(folder: Path) -> None:
    link = folder / "uml"
    link.symlink_to(Path(binary()).resolve())
    outcome = subprocess.run([link, "settings"], env=INHERITED, capture_output=True, text=True, timeout=20)
    assert outcome.returncode == 0 and outcome.stdout.startswith("| Variable |"), outcome


def test_without_its_server_the_program_says_what_is_missing(folder: Path) -> None:
    alone = shutil.copy(binary(), folder / "zenuml")
    outcome = subprocess.run([alone, "serve"], env=INHERITED, capture_output=True, text=True, timeout=20)
    assert outcome.returncode == 126
    assert outcome.stderr == f"zenuml: {alone}-server: can't be started: No such file or directory\n"
    assert subprocess.run([alone, "--version"], env=INHERITED, timeout=20).returncode == 0


def test_without_libarchive_exports_say_what_is_missing(folder: Path) -> None:
    (folder / "libarchive.so.13").write_bytes(b"")  # found first, and no library
    with ServerProcess(folder, {"LD_LIBRARY_PATH": str(folder)}) as server:
        token = server.register("tess@example.com")["access_token"]
        headers = {"Content-Type": "application/zip"}
        for response in (
            server.get("/api/account/export", token),
            server.post("/api/account/import", token, data=b"PK", headers=headers),
        ):
            assert response.status_code == 501, response.text
            assert response.json()["error_type"] == "not_configured" and "libarchive13" in response.json()["detail"]


@pytest.mark.parametrize("words", [["help", "serve"], ["serve", "--help"], ["help", "-h", "serve"]])
def test_help_for_the_server_comes_from_it(words: list[str]) -> None:
    outcome = subprocess.run([binary(), *words], env=INHERITED, capture_output=True, text=True, timeout=20)
    assert outcome.returncode == 0 and "USAGE: zenuml serve" in outcome.stdout and "DATABASE_URL" in outcome.stdout


def test_expired_sessions_are_removed(folder: Path) -> None:
    """By the server, at its start and every hour."""

    def sessions() -> int:
        with closing(sqlite3.connect(folder / "zenuml.sqlite")) as database:
            return int(database.execute("SELECT count(*) FROM refresh_tokens").fetchone()[0])

    with ServerProcess(folder) as server:
        for name in ("expired", "alive"):
            server.register(f"{name}@example.com")
    with closing(sqlite3.connect(folder / "zenuml.sqlite")) as database:
        change = "UPDATE refresh_tokens SET expires_at = created_at - 1 WHERE email = 'expired@example.com'"
        assert database.execute(change).rowcount == 1
        database.commit()
    assert sessions() == 2
    with ServerProcess(folder) as server:
        wait_until(lambda: sessions() == 1, "the expired session is gone")
        wait_until(lambda: "Removed expired records" in server.log, "a line in the log")


def own_address() -> str:
    """An address of this machine that is not loopback. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])


def test_metrics_answer_on_loopback_only(folder: Path) -> None:
    with ServerProcess(folder, options=("--host", "0.0.0.0")) as server:
        assert server.get("/metrics").status_code == 200
        elsewhere = requests.get(f"http://{own_address()}:{server.port}/metrics", timeout=5)
        assert (elsewhere.status_code, elsewhere.json()["error_type"]) == (403, "forbidden")


def test_json_log(folder: Path) -> None:
    with ServerProcess(folder, {"LOG_FORMAT": "json"}) as server:
        token = server.register("log@example.com")["access_token"]
        user = server.get("/api/auth/me", token, headers={"X-Request-ID": "proxy-1.A_b"}).json()["id"]
        server.request("DELETE", "/api/auth/sessions/a-secret-looking-path", token)
        server.get("/no/such/path?token=in-the-address")
        wait_until(lambda: server.log.count('"unmatched"'), "the last request is logged")
        server.terminate()
        assert server.wait() == 0
    entries = [json.loads(line) for line in server.lines]
    assert all({"timestamp", "level", "message", "logger"} <= entry.keys() for entry in entries)
    logged = {entry["route"]: entry for entry in entries if entry["message"] == "request"}
    assert logged.keys() == {"/api/auth/register", "/api/auth/me", "/api/auth/sessions/{id}", "unmatched"}
    me = logged["/api/auth/me"]
    assert (me["request_id"], me["method"], me["status"], me["user_id"]) == ("proxy-1.A_b", "GET", 200, user)
    assert isinstance(me["duration_ms"], float) and 0 < me["duration_ms"] < 5000
    assert (logged["unmatched"]["status"], logged["unmatched"]["user_id"]) == (404, "-")
    for private in ("a-secret-looking-path", "in-the-address", "log@example.com", token):
        assert private not in server.log


@pytest.mark.parametrize(
    "forged",
    [b'"quoted"', b"<script>", b"two words", b"a\tb", b"\xc3\xbc", b"\xff", b"a" * 129, b"{}", b"%0aline"]
    + [b"\x1b[31m", b"a\x01b", b"a\x00b", b"a\rb"],
)
def test_forged_request_id_is_replaced(server: ServerProcess, forged: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        request = b"GET /api HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-ID: %b\r\n\r\n"
        connection.sendall(request % forged)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert forged not in answer
    if answer.startswith(b"HTTP/1.1 200 "):
        assert re.search(rb"\r\nx-request-id: [0-9a-f]{32}\r\n", answer, re.IGNORECASE), answer
    else:  # characters that no header may have make no request at all
        assert answer.startswith(b"HTTP/1.1 400 ") and min(forged) < 0x20
    assert forged.decode("utf-8", "replace") not in server.log


def test_nothing_stays_in_shared_memory(folder: Path) -> None:
    """libmongoc keeps counters there, under the number of the process, whatever the database is."""
    with ServerProcess(folder) as server:
        server.kill()
        left = [path.name for path in Path("/dev/shm").iterdir() if path.name.endswith(f"-{server.process.pid}")]
    assert left == []


def test_the_root_leads_to_the_documentation(server: ServerProcess) -> None:
    answer = requests.get(f"{server.url}/", allow_redirects=False, timeout=5)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/api/docs")


def test_a_large_body_without_a_length_is_cut_off(server: ServerProcess) -> None:
    chunks = (b" " * 1024 for _ in range(65))
    answer = requests.post(
        f"{server.url}/api/auth/login", data=chunks, headers={"Content-Type": "application/json"}, timeout=5
    )
    assert answer.status_code == 413
