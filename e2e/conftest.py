"""What all end-to-end tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.mongodb import ReplicaSet
from e2e.server import ServerProcess
from e2e.slow_clients import SlowClients


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A server with default settings, shared by the tests of a file that leave it usable."""
    with ServerProcess(tmp_path_factory.mktemp("server")) as process:
        yield process


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for the data of a test's own server."""
    return tmp_path


@pytest.fixture(scope="session")
def one_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReplicaSet]:
    """One node, shared by the tests that leave it as it is; each takes a database of its own."""
    with ReplicaSet(tmp_path_factory.mktemp("mongodb"), 1) as members:
        yield members


@pytest.fixture(scope="session", autouse=True)
def slow_clients(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SlowClients | None]:
    """Started with the first test, because their half a minute can pass while the others run."""
    if not any("slow_client" in item.name for item in request.session.items):
        yield None
        return
    with ServerProcess(tmp_path_factory.mktemp("slow")) as server:
        clients = SlowClients(server)
        yield clients
    clients.stop()
