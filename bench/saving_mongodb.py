#!/usr/bin/env python3
"""Saving diagrams of 50 kB on MongoDB, beside FastAPI with PyMongo, on one mongod. See README.md.

Usage: PYTHONPATH=. bench/saving_mongodb.py --server ZENUML [--output FILE]
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from product import ACCOUNT, call, saving
from servers import mongodb_peer_server, our_server, prepare_venv, start_and_measure

from e2e.mongodb import ReplicaSet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    prepare_venv(None)
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory, ReplicaSet(Path(directory), 1) as members:
        folder = Path(directory)
        servers = [our_server(options.server, folder, members.url("ours")), mongodb_peer_server(folder, members.url("peer"))]
        try:
            for server in servers:
                start_and_measure(server)
            tokens = [call(server, "POST", "/api/auth/register", ACCOUNT)["access_token"] for server in servers]
            ours, peer = (statistics.median(rates) for rates in saving(servers, tokens, options.rounds, options.seconds))
        finally:
            for server in servers:
                server.stop()
    lines = ["| | ours | peer | ratio |", "|---|---|---|---|"]
    lines.append(f"| saving 50 kB on MongoDB, requests/s | {ours:,.0f} | {peer:,.0f} | {ours / peer:.2f} |")
    print("\n".join(lines))
    if options.output:
        options.output.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
