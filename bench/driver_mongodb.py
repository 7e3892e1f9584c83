#!/usr/bin/env python3
"""What a find by an index and a findAndModify cost the client, beside PyMongo; and whether memory stays flat. See README.md.

Usage: bench/driver_mongodb.py --binary MONGO-BENCH [--operations N] [--rounds N] [--output FILE]
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from uuid import uuid4

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from product import write  # noqa: E402
from servers import PEER, VENV, prepare_venv  # noqa: E402

from e2e.mongodb import ReplicaSet  # noqa: E402

TARGET = 2.5
FLAT = 4.0  # MiB that may come over all operations: the allocator's
NAMES = {"find": "find by an index", "rotate": "findAndModify, majority"}


def measure(command: list[str], members: ReplicaSet, operations: int) -> dict[str, Any]:
    url = members.url(f"bench-{uuid4().hex[:8]}")
    run = subprocess.run([*command, url, str(operations)], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{run.stdout}{run.stderr}")
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", type=Path, required=True, help="mongo-bench of a release build")
    parser.add_argument("--operations", type=int, default=100_000, help="of each kind, in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    prepare_venv(None)
    commands = [[str(options.binary.resolve())], [str(VENV / "bin/python"), str(PEER.parent / "driver.py")]]
    results: list[list[dict[str, Any]]] = [[], []]
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory, ReplicaSet(Path(directory), 1) as members:
        for number in range(options.rounds):
            for index in (0, 1) if number % 2 == 0 else (1, 0):
                results[index].append(measure(commands[index], members, options.operations))
    lines = ["| Client's processor time, µs | ZenUML | PyMongo | ratio | target | operations/s |", "|---|---:|---:|---:|---:|---|"]
    for kind, name in NAMES.items():
        ours, peer = (statistics.median(one[kind]["microseconds"] for one in side) for side in results)
        rates = (statistics.median(one[kind]["perSecond"] for one in side) for side in results)
        reached = "" if peer / ours >= TARGET else " **missed**"
        lines.append(f"| {name} | {ours:.0f} | {peer:.0f} | 1/{peer / ours:.1f} | 1/{TARGET}{reached} | {' and '.join(f'{rate:,.0f}' for rate in rates)} |")
    lines.append("")
    for kind, name in NAMES.items():
        memory = results[0][-1][kind]["residentMiB"]
        growth = memory[-1] - memory[0]
        verdict = "flat" if growth <= FLAT else "**NOT FLAT**"
        lines.append(f"Resident memory over {options.operations:,} operations ({name}): {memory[0]:.1f} → {memory[-1]:.1f} MiB, {verdict}.")
    write(lines, options.output)


if __name__ == "__main__":
    main()
