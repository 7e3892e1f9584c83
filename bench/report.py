"""Turns the samples into a Markdown report."""

import os
import platform
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from load import ENDPOINTS, Sample
from servers import VENV

# By store, or for a peer with group commit; where there is none, the ratio is only told.
TARGET_RATIOS = {
    "group": {"refresh": 2.5},
    "sqlite": {"health": 2.5, "me": 6.0, "status list": 5.0, "status post": 3.0, "refresh": 3.0},
    "mongodb": {"me": 4.0, "status list": 2.5, "status post": 1.3, "refresh": 1.5},
}
TARGET_ME_TO_HEALTH = 0.85
TARGET_IDLE_MIB = 50.0
TARGET_START_MS = 200.0


@dataclass
class ServerResult:
    start_ms: float
    idle_mib: float
    samples: dict[str, list[Sample]]

    def rates(self, endpoint: str) -> list[float]:
        return [sample.requests_per_second for sample in self.samples[endpoint]]

    def median(self, endpoint: str) -> float:
        return statistics.median(self.rates(endpoint))

    def p99(self, endpoint: str) -> float:
        return statistics.median(sample.p99_ms for sample in self.samples[endpoint])

    def problems(self, name: str) -> list[str]:
        return [
            f"{name}, {endpoint}, round {number}: {problem}"
            for endpoint, samples in self.samples.items()
            for number, sample in enumerate(samples, 1)
            for problem in sample.problems
        ]


def verdict(reached: bool) -> str:
    return "yes" if reached else "**NO**"


def spread(rates: list[float]) -> str:
    return f"{statistics.median(rates):,.0f} ({min(rates):,.0f}–{max(rates):,.0f})"


def comparison_table(ours: ServerResult, peer: ServerResult, targets: str) -> list[str]:
    lines = [
        "| Endpoint | ZenUML req/s | FastAPI req/s | Ratio | Target | Reached | ZenUML p99 ms | FastAPI p99 ms |",
        "|---|---:|---:|---:|---:|:---:|---:|---:|",
    ]
    for endpoint in ENDPOINTS:
        ratio = ours.median(endpoint) / peer.median(endpoint)
        target = TARGET_RATIOS[targets].get(endpoint)
        reached = f"{target:.1f} | {verdict(ratio >= target)}" if target else "— | —"
        lines.append(
            f"| {endpoint} | {spread(ours.rates(endpoint))} | {spread(peer.rates(endpoint))} "
            f"| {ratio:.2f} | {reached} | {ours.p99(endpoint):.1f} | {peer.p99(endpoint):.1f} |"
        )
    return lines


def single_table(ours: ServerResult, peer: ServerResult) -> list[str]:
    share = ours.median("me") / ours.median("health")
    peer_share = peer.median("me") / peer.median("health")
    return [
        "| Measure | ZenUML | FastAPI | Target for ZenUML | Reached |",
        "|---|---:|---:|---:|:---:|",
        f"| me / health | {share:.2f} | {peer_share:.2f} | ≥ {TARGET_ME_TO_HEALTH} "
        f"| {verdict(share >= TARGET_ME_TO_HEALTH)} |",
        f"| Idle memory, MiB (RSS, all processes) | {ours.idle_mib:.1f} | {peer.idle_mib:.1f} "
        f"| ≤ {TARGET_IDLE_MIB:.0f} | {verdict(ours.idle_mib <= TARGET_IDLE_MIB)} |",
        f"| Start to first answer, ms | {ours.start_ms:.0f} | {peer.start_ms:.0f} "
        f"| ≤ {TARGET_START_MS:.0f} | {verdict(ours.start_ms <= TARGET_START_MS)} |",
    ]


def ceiling_table(ours: ServerResult, peer: ServerResult, ceilings: dict[str, list[Sample]]) -> list[str]:
    """What our server could do at most, were it nothing but the libraries below it."""
    names = {"hummingbird": "Hummingbird alone, one route and no middleware", "nio": "SwiftNIO's HTTP/1 alone"}
    rows = [(names[name], [sample.requests_per_second for sample in samples]) for name, samples in ceilings.items()]
    lines = ["| /health by | req/s | Times FastAPI |", "|---|---:|---:|"]
    for name, rates in [("ZenUML", ours.rates("health")), *rows]:
        lines.append(f"| {name} | {spread(rates)} | {statistics.median(rates) / peer.median('health'):.2f} |")
    return lines


def machine(data: Path) -> str:
    cpu = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    memory_kib = int(Path("/proc/meminfo").read_text().split()[1])
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory_kib / 1024**2:.1f} GiB memory, "
        f"databases on {filesystem(data)}"
    )


def filesystem(path: Path) -> str:
    """Its type matters: on tmpfs a synced commit would cost nothing."""
    run = subprocess.run(["df", "--output=fstype", path], capture_output=True, text=True)
    return (run.stdout.split() or ["an unknown file system"])[-1]


def versions() -> str:
    script = (
        "import platform, sqlite3; from importlib.metadata import version as v;"
        "print(f\"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version} (peer),"
        " FastAPI {v('fastapi')}, uvicorn {v('uvicorn')}, PyMongo {v('pymongo')}\")"
    )
    peer = subprocess.run(
        [VENV / "bin" / "python", "-c", script], capture_output=True, text=True, check=True
    ).stdout.strip()
    # `wrk -v` prints its version and usage, and exits with 1.
    wrk = subprocess.run(["wrk", "-v"], capture_output=True, text=True)
    return f"Linux {platform.release()}, {peer}, wrk {(wrk.stdout + wrk.stderr).split()[1]}"


def markdown(
    ours: ServerResult,
    peer: ServerResult,
    ceilings: dict[str, list[Sample]],
    conditions: str,
    data: Path,
    targets: str,
) -> str:
    problems = ours.problems("ZenUML") + peer.problems("FastAPI")
    lines = ["# Benchmark", ""]
    if problems:
        lines += ["**ERRORS: these figures cannot be trusted.**", ""]
        lines += [f"- {problem}" for problem in problems] + [""]
    lines += comparison_table(ours, peer, targets) + [""] + single_table(ours, peer) + [""]
    if ceilings:
        lines += ceiling_table(ours, peer, ceilings) + [""]
    lines += [
        conditions,
        "",
        "Rates are medians of the rounds (lowest–highest); p99 is the median of the rounds' p99.",
        "",
        f"- Machine: {machine(data)}",
        f"- Versions: {versions()}",
        f"- Non-2xx answers and socket errors: {'see above' if problems else 'none'}",
    ]
    return "\n".join(lines) + "\n"
