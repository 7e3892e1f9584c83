#!/usr/bin/env python3
"""What sharing and history cost: a diagram for its owner and for a member, the newest picture that a page has already, lists. See README.md.

Usage: bench/sharing.py --server ZENUML [--output FILE]
"""

import contextlib
import json
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from pathlib import Path

from load import Sample
from product import call, options_of, seed, wrk, write
from servers import Server, our_server, start_and_measure

PROJECTS, MEMBERS, VERSIONS = 1000, 10, 200
SOURCE = "Ada -> Bob: hello\n" * 280  # 5 kB


def register(server: Server, name: str) -> tuple[str, str]:
    """Access token and id of a new account."""
    account = {"email": f"{name}@example.com", "password": "correct-horse-battery-staple-42", "name": name}
    token = call(server, "POST", "/api/auth/register", account)["access_token"]
    return token, call(server, "PATCH", "/api/account", {"name": name}, token)["id"]


def share(path: Path, member: str) -> None:
    """Straight into the file: each project with one person and nine others."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        now = int(time.time() * 1000)
        for (project,) in database.execute("SELECT id FROM projects WHERE name LIKE 'Project %'").fetchall():
            others = [str(uuid.uuid4()) for _ in range(MEMBERS - 1)]
            members = [{"user_id": one, "role": "viewer", "added_at": now} for one in [member, *others]]
            database.execute("INSERT INTO access_lists VALUES (?, 'project', 1, ?, '[]')", (project, json.dumps(members)))


def measure(server: Server, rounds: int, seconds: int) -> dict[str, list[Sample]]:
    (owner, owner_id), (member, member_id) = register(server, "owner"), register(server, "member")
    project = call(server, "POST", "/api/projects", {"name": "Shared"}, owner)["id"]
    diagram = f"/api/diagrams/{call(server, 'POST', f'/api/projects/{project}/diagrams', {'name': 'd', 'source': SOURCE}, owner)['id']}"
    link = call(server, "POST", f"/api/projects/{project}/links", {"kind": "edit"}, owner)["token"]
    call(server, "POST", "/api/links/accept", {"token": link}, member)
    picture = call(server, "POST", f"{diagram}/links", {"kind": "picture"}, owner)["token"]
    for number in range(VERSIONS):
        call(server, "POST", f"{diagram}/versions", {"name": f"Version {number}"}, owner)
        call(server, "POST", f"{diagram}/versions/{number + 1}/restore", None, owner, {"If-Match": "*"})
    seed(server.directory / "zenuml.sqlite", owner_id, PROJECTS, 2 * PROJECTS)
    share(server.directory / "zenuml.sqlite", member_id)
    requests = {
        "health": ("/health", "", []), "diagram, owner": (diagram, owner, []), "diagram, member": (diagram, member, []),
        "newest picture, 304": (f"/e/{picture}.svg", "", ["-H", "If-None-Match: *"]),
        f"{VERSIONS} versions": (f"{diagram}/versions", owner, []),
        f"shared with me, 20 of {PROJECTS:,} projects": ("/api/projects?shared=true", member, []),
    }
    samples: dict[str, list[Sample]] = {name: [] for name in requests}
    for number in range(rounds):
        for name, (path, token, options) in requests.items():
            samples[name].append(wrk(server, path, token, seconds, ["-t2", *options]))
            print(f"round {number + 1}  {name:<40} {samples[name][-1].requests_per_second:>8,.0f} req/s", file=sys.stderr)
    return samples


def main() -> None:
    options = options_of(__doc__)
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory:
        server = our_server(options.server, Path(directory))
        try:
            start_and_measure(server)
            samples = measure(server, options.rounds, options.seconds)
        finally:
            server.stop()
    rates = {name: statistics.median(one.requests_per_second for one in found) for name, found in samples.items()}
    lines = ["| Request | req/s | p99 ms |", "|---|---:|---:|"]
    for name, found in samples.items():
        lines.append(f"| {name} | {rates[name]:,.0f} | {statistics.median(one.p99_ms for one in found):.1f} |")
    lines += ["", f"Member / owner: {rates['diagram, member'] / rates['diagram, owner']:.2f} (target ≥ 0.90)."]
    lines += [f"Newest picture, 304 / health: {rates['newest picture, 304'] / rates['health']:.2f} (target ≥ 0.60)."]
    write(lines, options.output)


if __name__ == "__main__":
    main()
