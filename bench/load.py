"""Drives one server: accounts, sessions, seed rows and wrk runs."""

import http.client
import json
import re
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from servers import BENCH, HOST, Server, ServerError

WRK_THREADS = 2  # wrk/refresh.lua deals its tokens to two threads
SEED_ROWS = 200
ENDPOINTS = ["health", "me", "status list", "status post", "refresh"]

_UNIT_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass
class Sample:
    requests_per_second: float
    p99_ms: float
    problems: list[str] = field(default_factory=list)


def parse_wrk(output: str) -> Sample:
    rate = re.search(r"^Requests/sec:\s+([\d.]+)", output, re.M)
    p99 = re.search(r"^\s+99%\s+([\d.]+)(us|ms|s|m)\b", output, re.M)
    if rate is None or p99 is None:
        raise ServerError(f"wrk's answer was not understood:\n{output}")
    problems = re.findall(r"^\s*(Non-2xx or 3xx responses: \d+|Socket errors: .*)$", output, re.M)
    refresh = re.search(r"^Refresh failures: (\d+), queue empty: (\d+).*$", output, re.M)
    if refresh and (refresh[1] != "0" or refresh[2] != "0"):
        problems.append(refresh[0].strip())
    return Sample(float(rate[1]), float(p99[1]) * _UNIT_MS[p99[2]], problems)


class Client:
    """One benchmark account on one server, with a pool of refresh tokens."""

    def __init__(self, server: Server, seconds: int, connections: int) -> None:
        self.server = server
        self._seconds = seconds
        self._connections = connections
        self._account = {
            "email": "bench@example.com",
            "password": "correct-horse-battery-staple-42",
        }
        self._tokens: list[str] = []

    def _post(self, path: str, body: dict[str, str], expected: int) -> Any:
        connection = http.client.HTTPConnection(HOST, self.server.port, timeout=30)
        try:
            connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        if response.status != expected:
            raise ServerError(
                f"{self.server.name}: POST {path} gave {response.status}, not {expected}: "
                f"{content[:300].decode(errors='replace')}"
            )
        return json.loads(content)

    def seed(self) -> None:
        self._post("/api/auth/register", {**self._account, "name": "Benchmark"}, 201)
        for number in range(SEED_ROWS):
            self._post("/api/status", {"client_name": f"client {number}"}, 201)

    def _login(self) -> dict[str, Any]:
        answer: dict[str, Any] = self._post("/api/auth/login", self._account, 200)
        return answer

    def fill_tokens(self) -> None:
        """At least 64 tokens for each wrk thread, and more than its connections.

        The answers cut off at the end of a run take their tokens with them, so
        each run begins by replacing those.
        """
        wanted = max(160, 2 * self._connections + 32)
        missing = max(0, wanted - len(self._tokens))
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: self._login(), range(missing)))
        self._tokens += [answer["refresh_token"] for answer in answers]

    def measure(self, endpoint: str) -> Sample:
        self.server.check_alive()
        match endpoint:
            case "health":
                return self._wrk("/health")
            case "me":
                # A fresh token each time: a long run must not outlive it.
                token = self._login()["access_token"]
                return self._wrk("/api/auth/me", ["-H", f"Authorization: Bearer {token}"])
            case "status list":
                return self._wrk("/api/status?limit=100")
            case "status post":
                return self._wrk("/api/status", ["-s", str(BENCH / "wrk" / "status_post.lua")])
            case "refresh":
                return self._measure_refresh()
            case _:
                raise ValueError(endpoint)

    def _measure_refresh(self) -> Sample:
        self.fill_tokens()
        tokens = self.server.directory / f"{self.server.name}.tokens"
        left_over = tokens.with_suffix(".left")
        tokens.write_text("\n".join(self._tokens) + "\n")
        script = str(BENCH / "wrk" / "refresh.lua")
        sample = self._wrk("/api/auth/refresh", ["-s", script], [str(tokens), str(left_over)])
        self._tokens = left_over.read_text().split()
        return sample

    def _wrk(
        self, path: str, options: Sequence[str] = (), arguments: Sequence[str] = ()
    ) -> Sample:
        command = [
            "wrk", f"-t{WRK_THREADS}", f"-c{self._connections}", f"-d{self._seconds}s",
            "--latency", *options, self.server.url + path, *(["--", *arguments] if arguments else []),
        ]  # fmt: skip
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            raise ServerError(f"wrk failed on {path}:\n{run.stdout}{run.stderr}")
        return parse_wrk(run.stdout)
