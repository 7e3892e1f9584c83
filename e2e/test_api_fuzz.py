"""The API does what its OpenAPI document says: Schemathesis tries to find an exception."""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from e2e.google_client import REDIRECT_URI, google_settings
from e2e.server import INHERITED, IS_LONG, REPOSITORY, ProviderProcess, ServerProcess

pytestmark = pytest.mark.timeout(7500 if IS_LONG else 900)  # seconds; the fuzzer ends itself before
CONFIGURATION = REPOSITORY / "e2e/fuzz/schemathesis.toml"
MAX_EXAMPLES = 1000 if IS_LONG else 100
SEED = 20261122


# Without one, /metrics is open to whoever is on this machine, and its documented 401 never comes.
METRICS_TOKEN = "a-token-for-the-metrics"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ProviderProcess("faulty", "--redirect-uri", REDIRECT_URI) as provider:
        # Not the person of the document's examples, who is registered by the fuzzer.
        provider.control(user={"sub": "fuzzer", "email": "fuzzer@example.com"})
        settings = google_settings(provider) | {"METRICS_TOKEN": METRICS_TOKEN}
        with ServerProcess(tmp_path_factory.mktemp("fuzz"), settings) as process:
            yield process


def run_schemathesis(server: ServerProcess, folder: Path, *, signed_in: bool) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"]
    command += ["--no-color", "--config-file", str(CONFIGURATION), "run", f"{server.url}/api/openapi.json"]
    command += ["--checks", "all", "--max-examples", str(MAX_EXAMPLES), "--seed", str(SEED)]
    command += ["--generation-database", "none"]
    if not signed_in:
        command += ["--phases", "examples,coverage,fuzzing"]  # whoever is not let in gets no answer that leads on
    hooks = {"SCHEMATHESIS_HOOKS": "e2e.fuzz.hooks", "PYTHONPATH": str(REPOSITORY)}
    hooks |= {"FUZZ_API": server.url, "FUZZ_SIGNED_IN": str(int(signed_in)), "FUZZ_METRICS_TOKEN": METRICS_TOKEN}
    return subprocess.run(
        command, env=INHERITED | hooks, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        timeout=7200 if IS_LONG else 600,
    )


def test_api_is_as_documented(server: ServerProcess, folder: Path) -> None:
    print(f"seed {SEED}, {MAX_EXAMPLES} examples")
    # Side by side, because it is Schemathesis and not the server that takes the time.
    with ThreadPoolExecutor(2) as pool:
        anonymous = pool.submit(run_schemathesis, server, folder, signed_in=False)
        signed_in = pool.submit(run_schemathesis, server, folder, signed_in=True)
        for result in (anonymous.result(), signed_in.result()):
            assert result.returncode == 0, result.stdout
            assert "83 selected / 83 total" in result.stdout  # none is left out unnoticed
    assert "Unforeseen error" not in server.log
    # The token was renewed, so the routes that need one were reached and did their work.
    reached = {"/api/auth/logout": 200, "/api/auth/me": 200, "/metrics": 200, "/api/render": 200, "/api/check": 200, "/api/projects": 201, "/api/search": 200, "/api/account": 204}
    for route, status in reached.items():
        assert re.search(rf"route={re.escape(route)} .*status={status}", server.log), route
