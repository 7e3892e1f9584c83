#!/usr/bin/env python3
"""Compares the ZenUML server with its FastAPI peer. See README.md."""

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from load import ENDPOINTS, Client, Sample  # noqa: E402
from report import ServerResult, markdown  # noqa: E402
from servers import (  # noqa: E402
    Server,
    ServerError,
    bare_server,
    mongodb_peer_server,
    our_server,
    peer_server,
    prepare_venv,
    start_and_measure,
)

from e2e.mongodb import ReplicaSet  # noqa: E402


def note(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def measure_rounds(clients: list[Client], bare: list[Client], rounds: int) -> dict[str, dict[str, list[Sample]]]:
    """All servers in turn on each endpoint, so that a slow spell of the machine
    hits them all; who goes first changes every round.

    Returns the samples of each server by endpoint. Those of `bare` have no endpoint but health.
    """
    results: dict[str, dict[str, list[Sample]]] = {}
    for number in range(rounds):
        for endpoint in ENDPOINTS:
            order = clients + bare if endpoint == "health" else list(clients)
            for client in order if number % 2 == 0 else order[::-1]:
                results.setdefault(client.server.name, {}).setdefault(endpoint, []).append(measure(client, endpoint, number))
    return results


def measure(client: Client, endpoint: str, number: int) -> Sample:
    sample = client.measure(endpoint)
    name = client.server.name
    note(
        f"round {number + 1}  {endpoint:<12} {name:<11} "
        f"{sample.requests_per_second:>10,.0f} req/s  p99 {sample.p99_ms:.1f} ms"
    )
    for problem in sample.problems:
        note(f"!!! ERROR {name}, {endpoint}: {problem}")
    return sample


def both_servers(arguments: argparse.Namespace, directory: Path, resources: ExitStack) -> list[Server]:
    if arguments.store == "mongodb":
        members = resources.enter_context(ReplicaSet(directory, 1))
        return [
            our_server(arguments.server, directory, members.url("ours")),
            mongodb_peer_server(directory, members.url("peer")),
        ]
    return [
        our_server(arguments.server, directory),
        peer_server(directory, group_commit=arguments.peer_commits == "group"),
    ]


def conditions_of(arguments: argparse.Namespace) -> str:
    if arguments.store == "mongodb":
        store = "one mongod of one node, on the same cores"
        writes = "writes wait for the majority and its journal, in both"
    else:
        commits = "group commit" if arguments.peer_commits == "group" else "a commit per write"
        store = "SQLite (WAL)"
        writes = f"the peer writes with synchronous=FULL and {commits}"
    return (
        f"{arguments.rounds} rounds of {arguments.seconds} s with {arguments.connections} connections, "
        f"all servers up throughout, on {store}. The peer runs 2 uvicorn workers; {writes}."
    )


def run(arguments: argparse.Namespace, directory: Path) -> str:
    with ExitStack() as resources:
        idle: list[tuple[float, float]] = []
        clients: list[Client] = []
        servers = both_servers(arguments, directory, resources)
        for server in servers:
            note(f"starting {server.name}")
            resources.callback(server.stop)
            idle.append(start_and_measure(server))
        for server in servers:
            client = Client(server, arguments.seconds, arguments.connections)
            client.seed()
            note(f"opening sessions on {server.name}")
            client.fill_tokens()
            clients.append(client)
        bare = bare_clients(arguments, directory, resources)
        samples = measure_rounds(clients, bare, arguments.rounds)
    ours, peer = (ServerResult(*measured, samples[server.name]) for measured, server in zip(idle, servers))
    ceilings = {client.server.name: samples[client.server.name]["health"] for client in bare}
    targets = "group" if arguments.peer_commits == "group" else arguments.store
    return markdown(ours, peer, ceilings, conditions_of(arguments), directory, targets)


def bare_clients(arguments: argparse.Namespace, directory: Path, resources: ExitStack) -> list[Client]:
    if not arguments.bare:
        return []
    servers = [bare_server(arguments.bare, library, directory) for library in ("hummingbird", "nio")]
    for server in servers:
        resources.callback(server.stop)
        server.start()
    return [Client(server, arguments.seconds, arguments.connections) for server in servers]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, required=True, help="zenuml release binary")
    parser.add_argument("--bare", type=Path, help="bare-servers release binary, to measure the libraries alone beside")
    parser.add_argument("--store", choices=["sqlite", "mongodb"], default="sqlite")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=5, help="length of one wrk run")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--output", type=Path, help="also write the report to this file")
    parser.add_argument(
        "--peer-commits",
        choices=["group", "single"],
        default="single",
        help="how the peer writes: a commit per write, as such services do, or group commit, as ours does",
    )
    parser.add_argument("--python", help="Python 3.11 for the peer (default: the fastest on PATH)")
    return parser.parse_args()


def main() -> int:
    arguments = parse_arguments()
    if shutil.which("wrk") is None:
        note("wrk is not installed")
        return 2
    if not arguments.server.is_file():
        note(f"no server at {arguments.server}")
        return 2
    try:
        prepare_venv(arguments.python)
        with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory:
            report = run(arguments, Path(directory))
    except ServerError as error:
        note(f"!!! {error}")
        return 1
    print(report)
    if arguments.output:
        arguments.output.write_text(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
