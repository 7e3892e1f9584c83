#!/usr/bin/env python3
"""What sharing and history cost: a diagram for its owner and for a member, the newest picture that a page has already, lists; on both stores. See
README.md.

Usage: bench/sharing.py --server ZENUML [--output FILE]
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from load import Sample  # noqa: E402
from product import call, options_of, wrk, write  # noqa: E402
from servers import Server, our_server, start_and_measure  # noqa: E402
from shared_records import PROJECTS, share_in_file, share_in_mongodb  # noqa: E402

from e2e.mongodb import ReplicaSet  # noqa: E402

VERSIONS = 200
LISTED, HISTORY = f"shared with me, 20 of {PROJECTS:,} projects", f"{VERSIONS} versions"
SOURCE = "Ada -> Bob: hello\n" * 280  # 5 kB


def register(server: Server, name: str) -> tuple[str, str]:
    """Access token and id of a new account."""
    account = {"email": f"{name}@example.com", "password": "correct-horse-battery-staple-42", "name": name}
    token = call(server, "POST", "/api/auth/register", account)["access_token"]
    return token, call(server, "PATCH", "/api/account", {"name": name}, token)["id"]


def measure(server: Server, share: Callable[[str, str], None], rounds: int, seconds: int) -> dict[str, list[Sample]]:
    """The samples of each request; `share` is given the ids of owner and member."""
    (owner, owner_id), (member, member_id) = register(server, "owner"), register(server, "member")
    project = call(server, "POST", "/api/projects", {"name": "Shared"}, owner)["id"]
    diagram = f"/api/diagrams/{call(server, 'POST', f'/api/projects/{project}/diagrams', {'name': 'd', 'source': SOURCE}, owner)['id']}"
    link = call(server, "POST", f"/api/projects/{project}/links", {"kind": "edit"}, owner)["token"]
    call(server, "POST", "/api/links/accept", {"token": link}, member)
    picture = call(server, "POST", f"{diagram}/links", {"kind": "picture"}, owner)["token"]
    for number in range(VERSIONS):
        call(server, "POST", f"{diagram}/versions", {"name": f"Version {number}"}, owner)
        call(server, "POST", f"{diagram}/versions/{number + 1}/restore", None, owner, {"If-Match": "*"})
    share(owner_id, member_id)
    requests = {
        "health": ("/health", "", []), "diagram, owner": (diagram, owner, []), "diagram, member": (diagram, member, []),
        "newest picture, 304": (f"/e/{picture}.svg", "", ["-H", "If-None-Match: *"]),
        HISTORY: (f"{diagram}/versions", owner, []),
        LISTED: ("/api/projects?shared=true", member, []),
    }
    samples: dict[str, list[Sample]] = {name: [] for name in requests}
    for number in range(rounds):
        for name, (path, token, options) in requests.items():
            samples[name].append(wrk(server, path, token, seconds, ["-t2", *options]))
            print(f"round {number + 1}  {name:<40} {samples[name][-1].requests_per_second:>8,.0f} req/s", file=sys.stderr)
    return samples


def table(store: str, samples: dict[str, list[Sample]]) -> list[str]:
    rates = {name: statistics.median(one.requests_per_second for one in found) for name, found in samples.items()}
    p99 = {name: statistics.median(one.p99_ms for one in found) for name, found in samples.items()}
    lines = ["", f"On {store}:", "", "| Request | req/s | p99 ms |", "|---|---:|---:|"]
    lines += [f"| {name} | {rates[name]:,.0f} | {p99[name]:.1f} |" for name in samples]
    lines += ["", f"Member / owner: {rates['diagram, member'] / rates['diagram, owner']:.2f} (target ≥ 0.90)."]
    lines += [f"Newest picture, 304 / health: {rates['newest picture, 304'] / rates['health']:.2f} (target ≥ 0.60)."]
    lines += [f"p99 of {HISTORY}: {p99[HISTORY]:.1f} ms (target ≤ 100); of {LISTED}: {p99[LISTED]:.1f} ms (target ≤ 50)."]
    return lines


def measured(server: Server, share: Callable[[str, str], None], rounds: int, seconds: int) -> dict[str, list[Sample]]:
    try:
        start_and_measure(server)
        return measure(server, share, rounds, seconds)
    finally:
        server.stop()


def main() -> None:
    options = options_of(__doc__)
    lines: list[str] = []
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory:
        folder = Path(directory)
        server = our_server(options.server, folder)
        lines += table("SQLite", measured(server, partial(share_in_file, folder / "zenuml.sqlite"), options.rounds, options.seconds))
        with ReplicaSet(folder, 1) as members:
            url = members.url("ours")
            server = our_server(options.server, folder, url)
            lines += table("MongoDB", measured(server, partial(share_in_mongodb, url), options.rounds, options.seconds))
    write(lines, options.output)


if __name__ == "__main__":
    main()
