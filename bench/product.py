#!/usr/bin/env python3
"""Projects and diagrams: saving beside the FastAPI peer, and lists and search with few and with many records. See README.md."""

import argparse
import contextlib
import json
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from pathlib import Path
from typing import Any

from load import parse_wrk
from servers import BENCH, Server, our_server, peer_server, prepare_venv, start_and_measure

CONNECTIONS = 16
ACCOUNT = {"email": "bench@example.com", "password": "correct-horse-battery-staple-42", "name": "Benchmark"}
WORDS = "order cart billing stock shop token session user cache queue mail parcel invoice report login search".split()


def call(server: Server, method: str, path: str, body: dict[str, Any] | None = None, token: str = "", more: dict[str, str] | None = None) -> Any:
    headers = {"Content-Type": "application/json"} | (more or {}) | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(server.url + path, json.dumps(body or {}).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def wrk(server: Server, path: str, token: str, seconds: int, options: list[str] | None = None, arguments: list[str] | None = None) -> Any:
    command = ["wrk", f"-t{CONNECTIONS if options else 2}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", f"Authorization: Bearer {token}"]
    command += (options or []) + [server.url + path] + (["--", *arguments] if arguments else [])
    sample = parse_wrk(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for problem in sample.problems:
        print(f"!!! {server.name} {path}: {problem}", file=sys.stderr)
    return sample


def saving(servers: list[Server], tokens: list[str], rounds: int, seconds: int) -> list[list[float]]:
    rates: list[list[float]] = [[], []]
    for number in range(rounds):
        for index in (0, 1) if number % 2 == 0 else (1, 0):
            server, token = servers[index], tokens[index]
            project = call(server, "POST", "/api/projects", {"name": "Saving"}, token)["id"]
            paths = []
            for diagram in range(CONNECTIONS):
                made = call(server, "POST", f"/api/projects/{project}/diagrams", {"name": f"d{diagram}"}, token)
                paths.append(f"/api/diagrams/{made['id']}")
            file = server.directory / f"{server.name}.paths"
            file.write_text("\n".join(paths) + "\n")
            sample = wrk(server, "/", token, seconds, ["-s", str(BENCH / "wrk/save.lua")], [str(file)])
            rates[index].append(sample.requests_per_second)
            print(f"round {number + 1}  save {server.name:<8} {sample.requests_per_second:>8,.0f} req/s  p99 {sample.p99_ms:.1f} ms", file=sys.stderr)
    return rates


def seed(path: Path, owner: str, projects: int, diagrams: int) -> None:
    """Straight into the file: a hundred thousand requests would take longer than what is measured."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        now = int(time.time() * 1000)
        ids = [str(uuid.uuid4()) for _ in range(projects)]
        database.executemany(
            "INSERT INTO projects VALUES (?, ?, ?, ?, '', 0, ?, ?, NULL, NULL)",
            ((one, owner, f"Project {n}", f"project {n}", now + n, now + n) for n, one in enumerate(ids)),
        )
        database.executemany(
            "INSERT INTO diagrams (id, project_id, owner_id, kind, name, name_key, revision, created_at, updated_at, layout, source, name_words, source_words)"
            " VALUES (?, ?, ?, 'sequence', ?, ?, 1, ?, ?, '{}', ?, ?, ?)",
            (diagram_row(n, ids[n % projects], owner, now + n) for n in range(diagrams)),
        )


def diagram_row(n: int, project: str, owner: str, now: int) -> tuple[str | int, ...]:
    name = f"{WORDS[n % 16]} {n}"
    lines = (f"{WORDS[(n + k) % 16].title()} -> {WORDS[(n * k) % 16].title()}: {WORDS[(n + 3 * k) % 16]} {n % 977}" for k in range(12))
    source = "\n".join(lines)
    return (str(uuid.uuid4()), project, owner, name, name, now, now, source, words(name), words(source))


def words(text: str) -> str:
    """As the server finds and keeps them."""
    return " ".join(dict.fromkeys(re.findall(r"\w+", text.lower())))


def latencies(server: Server, token: str, seconds: int) -> dict[str, float]:
    paths = {
        "listing 20 of 10,000 projects": "/api/projects?sort=name", "projects whose name has a part": "/api/projects?q=99&sort=name",
        "20 recent diagrams": "/api/diagrams", "search: a rare word": "/api/search?q=976", "search: two words": "/api/search?q=parcel%20813",
        "search: a common word": "/api/search?q=invoice",
    }
    found = {name: wrk(server, path, token, seconds).p99_ms for name, path in paths.items()}
    for name, milliseconds in found.items():
        print(f"{name:<40} p99 {milliseconds:.1f} ms", file=sys.stderr)
    return found


def options_of(description: str | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--server", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=5)
    return parser.parse_args()


def start_and_register(servers: list[Server]) -> list[str]:
    """The access token of a new account on each."""
    for server in servers:
        start_and_measure(server)
    return [call(server, "POST", "/api/auth/register", ACCOUNT)["access_token"] for server in servers]


def write(lines: list[str], output: Path | None) -> None:
    print("\n".join(lines))
    if output:
        output.write_text("\n".join(lines) + "\n")


def main() -> None:
    options = options_of(__doc__)
    prepare_venv(None)
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory:
        servers = [our_server(options.server, Path(directory)), peer_server(Path(directory), group_commit=False)]
        try:
            tokens = start_and_register(servers)
            rates = saving(servers, tokens, options.rounds, options.seconds)
            servers[1].stop()
            me = call_get(servers[0], "/api/auth/me", tokens[0])
            database = next(Path(directory).rglob("*.sqlite"))
            tables = []
            for more in (10_000, 90_000):
                other = me["id"] if more == 10_000 else str(uuid.uuid4())
                seed(database, other, 10_000, more)
                tables.append(latencies(servers[0], tokens[0], options.seconds))
        finally:
            for server in servers:
                server.stop()
    ours, peer = (statistics.median(one) for one in rates)
    lines = ["| | ours | peer | ratio |", "|---|---|---|---|", f"| saving 50 kB, requests/s | {ours:,.0f} | {peer:,.0f} | {ours / peer:.2f} |", ""]
    lines += ["| p99 with 16 connections, ms | 10,000 diagrams | 100,000 diagrams | ratio |", "|---|---|---|---|"]
    lines += [f"| {name} | {few:.1f} | {tables[1][name]:.1f} | {tables[1][name] / few:.2f} |" for name, few in tables[0].items()]
    write(lines, options.output)


def call_get(server: Server, path: str, token: str) -> Any:
    request = urllib.request.Request(server.url + path, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


if __name__ == "__main__":
    main()
