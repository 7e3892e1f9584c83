"""`scripts/cluster`: a team's installation on a developer's machine, which keeps what was made in it."""

import os
import re
import signal
from pathlib import Path

import pytest
import requests

from e2e.server import PASSWORD, REPOSITORY, BackgroundProcess, binary, free_port, wait_until

pytestmark = pytest.mark.first
ACCOUNT = {"email": "team@example.com", "password": PASSWORD, "name": "Tess Tester"}


class Cluster(BackgroundProcess):
    """In a session of its own, as in a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        settings = {"ZENUML_BINARY": binary(), "PORT": str(free_port()), "CLUSTER_FOLDER": str(folder)}
        super().__init__(["setsid", "scripts/cluster"], settings, REPOSITORY)
        try:
            self.url = self.first_line(re.compile(r"^ZenUML is ready at (\S+)$"), 60)
        except BaseException:
            self.press_ctrl_c()
            raise

    def press_ctrl_c(self) -> None:
        """Everything in the foreground of the terminal gets it."""
        os.killpg(self.process.pid, signal.SIGINT)
        assert self.wait(60) == 130, self.log

    def ids(self) -> dict[str, int]:
        """The processes that it says it has started."""
        files = [*self.folder.glob("*.pid"), self.folder / "mongodb" / "pid"]
        return {file.name: int(file.read_text()) for file in files}


def test_a_cluster_keeps_its_data_and_leaves_no_process(folder: Path) -> None:
    first = Cluster(folder)
    ids = first.ids()
    assert {"server-a.pid", "server-b.pid", "haproxy.pid", "pid"} <= set(ids)
    try:
        assert requests.post(f"{first.url}/api/auth/register", json=ACCOUNT, timeout=20).status_code == 201
        os.kill(ids["server-a.pid"], signal.SIGKILL)
        for _ in range(20):
            assert requests.get(f"{first.url}/api/auth/providers", timeout=20).status_code == 200
        log = folder / "server-a.log"
        wait_until(lambda: log.read_text().count("ZenUML is ready") == 2, "the server is started again", 30)
        assert "server-a has ended with 137, and is started again" in first.log
    finally:
        ids |= first.ids()
        first.press_ctrl_c()
    assert [name for name, number in ids.items() if Path(f"/proc/{number}").exists()] == []
    assert list(folder.glob("*.pid")) == []
    assert all("Stopped" in (folder / f"server-{name}.log").read_text() for name in "ab")

    second = Cluster(folder)
    try:
        assert requests.post(f"{second.url}/api/auth/login", json=ACCOUNT, timeout=20).status_code == 200
        third = BackgroundProcess(["scripts/cluster"], {"ZENUML_BINARY": binary(), "CLUSTER_FOLDER": str(folder)}, REPOSITORY)
        assert third.wait() == 1 and "A cluster runs in" in third.log
    finally:
        second.press_ctrl_c()
