"""Servers on one database, as a balancer has them behind it."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import requests

from e2e.server import ServerProcess, free_port

METRICS_TOKEN = "metrics-of-a-test"
SETTINGS = {
    "ENVIRONMENT": "production",
    "PUBLIC_URL": "https://uml.example.com",
    "JWT_SECRET_KEY": "a-key-that-both-servers-share-0123456789",
    "TRUSTED_PROXIES": "127.0.0.1",
    "METRICS_TOKEN": METRICS_TOKEN,
    "LOG_LEVEL": "notice",
}
ANSWERED = re.compile(r'^http_request_duration_seconds_count\{(?!.*route="/(?:health|metrics)).*\} (\d+)$', re.MULTILINE)


class ServerGroup:
    """Each keeps its port when it is started again: a balancer knows it by that."""

    def __init__(self, folder: Path, database_url: str, settings: Mapping[str, str], count: int = 2) -> None:
        self._folder = folder
        self._database_url = database_url
        self._settings = SETTINGS | dict(settings)
        self.ports = [free_port() for _ in range(count)]
        self.servers: list[ServerProcess] = []
        try:
            for index in range(count):
                self.servers.append(self._started(index))
        except BaseException:
            self.stop()
            raise

    def _started(self, index: int) -> ServerProcess:
        own = {"WEB_ASSETS": str(self.web_folder(index))}
        return ServerProcess(self._folder, self._settings | own, port=self.ports[index], database_url=self._database_url)

    def web_folder(self, index: int) -> Path:
        """Another client on each, as while a new version is brought out."""
        folder = self._folder / f"web-{index}"
        (folder / "assets").mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text("<!doctype html><title>Client</title>")
        script = folder / "assets" / f"only-{index}-ABCDEFGH.js"
        script.write_text(f"export const server = {index}\n" * 100)
        script.with_suffix(".js.gz").write_bytes(gzip.compress(script.read_bytes()))
        return folder

    def start(self, index: int) -> None:
        self.servers[index] = self._started(index)

    def restart(self, index: int) -> None:
        """As a supervisor does it: told to end, waited for, started again."""
        self.servers[index].terminate()
        assert self.servers[index].wait() == 0, self.servers[index].log
        self.start(index)

    def kill(self, index: int) -> None:
        self.servers[index].kill()

    def answered(self, index: int) -> int:
        """How many requests the server has answered since its start, but for those about itself."""
        answer = requests.get(f"{self.servers[index].url}/metrics", headers={"Authorization": f"Bearer {METRICS_TOKEN}"}, timeout=20)
        return sum(int(count) for count in ANSWERED.findall(answer.text))

    def stop(self) -> None:
        """At once: nobody needs them any more, and to drain takes its time."""
        for server in self.servers:
            server.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
