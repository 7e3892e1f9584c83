#!/usr/bin/env python3
"""Saving diagrams of 50 kB on MongoDB, beside FastAPI with PyMongo, on one mongod. See README.md.

Usage: bench/saving_mongodb.py --server ZENUML [--output FILE]
"""

import statistics
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from product import options_of, saving, start_and_register, write  # noqa: E402
from servers import mongodb_peer_server, our_server, prepare_venv  # noqa: E402

from e2e.mongodb import ReplicaSet  # noqa: E402


def main() -> None:
    options = options_of(__doc__)
    prepare_venv(None)
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory, ReplicaSet(Path(directory), 1) as members:
        folder = Path(directory)
        servers = [our_server(options.server, folder, members.url("ours")), mongodb_peer_server(folder, members.url("peer"))]
        try:
            tokens = start_and_register(servers)
            ours, peer = (statistics.median(rates) for rates in saving(servers, tokens, options.rounds, options.seconds))
        finally:
            for server in servers:
                server.stop()
    lines = ["| | ours | peer | ratio |", "|---|---|---|---|"]
    lines.append(f"| saving 50 kB on MongoDB, requests/s | {ours:,.0f} | {peer:,.0f} | {ours / peer:.2f} |")
    write(lines, options.output)


if __name__ == "__main__":
    main()
