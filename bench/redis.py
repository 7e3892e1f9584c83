#!/usr/bin/env python3
"""What a shared Redis costs: requests with rate limits counted there beside limits in memory; and a picture that was drawn before. See README.md.

Usage: bench/redis.py --server ZENUML [--output FILE]
"""

import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from load import Sample  # noqa: E402
from product import ACCOUNT, call, options_of, wrk, write  # noqa: E402
from servers import Server, free_port, our_server, start_and_measure  # noqa: E402

from e2e.redis_server import RedisServer  # noqa: E402

# Nobody is refused, and everybody is counted.
LIMITS = {"RATE_LIMIT_DEFAULT": "999999/s", "JWT_SECRET_KEY": "a-key-for-measurements-only-0123456789"}
SOURCE = "Ada -> Bob: hello\n" * 60


def limited_server(binary: Path, folder: Path, name: str, redis_url: str = "") -> Server:
    (folder / name).mkdir()
    server = our_server(binary, folder / name)
    server.name = name
    server.environment |= LIMITS | ({"REDIS_URL": redis_url} if redis_url else {})
    return server


def picture_of(server: Server, token: str) -> str:
    project = call(server, "POST", "/api/projects", {"name": "Pictures"}, token)["id"]
    diagram = call(server, "POST", f"/api/projects/{project}/diagrams", {"name": "d", "source": SOURCE}, token)["id"]
    return f"/api/diagrams/{diagram}.png"


def measure(servers: list[Server], tokens: list[str], rounds: int, seconds: int) -> dict[str, list[Sample]]:
    picture = picture_of(servers[0], tokens[0])
    samples: dict[str, list[Sample]] = {server.name: [] for server in servers} | {"picture": []}
    for number in range(rounds):
        order = [0, 1] if number % 2 == 0 else [1, 0]
        for index in order:
            samples[servers[index].name].append(wrk(servers[index], "/api/auth/me", tokens[index], seconds, ["-t2"]))
        samples["picture"].append(wrk(servers[0], picture, tokens[0], seconds, ["-t2"]))
        print(f"round {number + 1}  {[f'{name} {found[-1].requests_per_second:,.0f}' for name, found in samples.items()]}", file=sys.stderr)
    return samples


def main() -> None:
    options = options_of(__doc__)
    with tempfile.TemporaryDirectory(prefix="zenuml-bench-") as directory, RedisServer(Path(directory)) as redis, ExitStack() as running:
        folder = Path(directory)
        servers = [limited_server(options.server, folder, "memory"), limited_server(options.server, folder, "redis", redis.url)]
        away = limited_server(options.server, folder, "away", f"redis://127.0.0.1:{free_port()}")
        for server in [*servers, away]:
            running.callback(server.stop)
        away_ms, _ = start_and_measure(away)
        away.stop()
        idle = [start_and_measure(server)[1] for server in servers]
        tokens = [call(server, "POST", "/api/auth/register", ACCOUNT)["access_token"] for server in servers]
        samples = measure(servers, tokens, options.rounds, options.seconds)
    rates = {name: statistics.median(one.requests_per_second for one in found) for name, found in samples.items()}
    p99 = {name: statistics.median(one.p99_ms for one in found) for name, found in samples.items()}
    lines = ["| | req/s | p99 ms | idle MiB |", "|---|---:|---:|---:|"]
    lines += [f"| `/api/auth/me`, limits in {server.name} | {rates[server.name]:,.0f} | {p99[server.name]:.1f} | {mib:.0f} |" for server, mib in zip(servers, idle)]
    lines += [f"| PNG that was drawn before | {rates['picture']:,.0f} | {p99['picture']:.1f} | |", ""]
    lines += [f"With Redis / without: {rates['redis'] / rates['memory']:.2f} (target ≥ 0.90). PNG: target ≥ 3,000 a second."]
    lines += [f"Start with a Redis that can't be reached: {away_ms:.0f} ms (target ≤ 200)."]
    write(lines, options.output)


if __name__ == "__main__":
    main()
