"""What all end-to-end tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.mongodb import ReplicaSet
from e2e.server import ServerProcess


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of a file that use one store, or one balancer, share a server and a browser, and so a process."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)
    for item in items:
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        shared = parameters.get("new_database") or parameters.get("balancer") or ""
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem}-{shared}"))


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
