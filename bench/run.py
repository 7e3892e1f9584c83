#!/usr/bin/env python3
"""Compares the ZenUML server with its FastAPI peer. See README.md."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from load import ENDPOINTS, Client, Sample
from report import ServerResult, markdown
from servers import ServerError, our_server, peer_server, prepare_venv, start_and_measure


def note(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def measure_rounds(clients: list[Client], rounds: int) -> list[dict[str, list[Sample]]]:
    """Both servers in turn on each endpoint, so that a slow spell of the machine
    hits both; who goes first changes every round."""
    results: list[dict[str, list[Sample]]] = [{name: [] for name in ENDPOINTS} for _ in clients]
    for number in range(rounds):
        order = list(range(len(clients)))
        if number % 2 == 1:
            order.reverse()
        for endpoint in ENDPOINTS:
            for index in order:
                sample = clients[index].measure(endpoint)
                results[index][endpoint].append(sample)
                name = clients[index].server.name
                note(
                    f"round {number + 1}  {endpoint:<12} {name:<8} "
                    f"{sample.requests_per_second:>10,.0f} req/s  p99 {sample.p99_ms:.1f} ms"
                )
                for problem in sample.problems:
                    note(f"!!! ERROR {name}, {endpoint}: {problem}")
    return results


def run(arguments: argparse.Namespace, directory: Path) -> str:
    servers = [
        our_server(arguments.server, directory),
        peer_server(directory, group_commit=arguments.peer_commits == "group"),
    ]
    try:
        idle: list[tuple[float, float]] = []
        clients: list[Client] = []
        for server in servers:
            note(f"starting {server.name}")
            idle.append(start_and_measure(server))
        for server in servers:
            client = Client(server, arguments.seconds, arguments.connections)
            client.seed()
            note(f"opening sessions on {server.name}")
            client.fill_tokens()
            clients.append(client)
        samples = measure_rounds(clients, arguments.rounds)
    finally:
        for server in servers:
            server.stop()
    ours, peer = (ServerResult(*measured, rates) for measured, rates in zip(idle, samples))
    commits = "group commit" if arguments.peer_commits == "group" else "a commit per write"
    conditions = (
        f"{arguments.rounds} rounds of {arguments.seconds} s with {arguments.connections} "
        "connections, both servers up throughout, on SQLite (WAL). The peer runs 2 uvicorn "
        f"workers and writes with synchronous=FULL and {commits}."
    )
    return markdown(ours, peer, conditions, directory)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, required=True, help="zenuml release binary")
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
