"""Two servers with all that they can have beside them, watched by a Prometheus."""

from contextlib import ExitStack
from pathlib import Path
from typing import Self

from e2e.mail_server import MailServer
from e2e.mongodb import ReplicaSet
from e2e.prometheus import PrometheusServer
from e2e.redis_server import RedisServer
from e2e.server import ServerProcess
from e2e.server_group import METRICS_TOKEN, ServerGroup

# The limit of status checks is reached at once; the others are there and never in the way.
LIMITS = {f"RATE_LIMIT_{name}": "100000/min" for name in ("SIGN_IN", "REFRESH", "RENDER", "MAIL", "DEFAULT")} | {"RATE_LIMIT_STATUS": "2/h"}


class MonitoredTeam:
    """Everything of it is of its own, so that each can be made to fail."""

    def __init__(self, folder: Path) -> None:
        with ExitStack() as parts:
            self.mongodb = parts.enter_context(ReplicaSet(folder, 1))
            self.redis = parts.enter_context(RedisServer(folder))
            self.mails = parts.enter_context(MailServer())
            mail = {"SMTP_URL": f"smtp://127.0.0.1:{self.mails.port}", "MAIL_FROM": "zenuml@example.com"}
            settings = {"REDIS_URL": self.redis.url} | mail | LIMITS
            self.group = parts.enter_context(ServerGroup(folder, self.mongodb.url("monitored"), settings))
            targets = [f"127.0.0.1:{port}" for port in self.group.ports]
            self.prometheus = parts.enter_context(PrometheusServer(folder, targets, METRICS_TOKEN))
            self._parts = parts.pop_all()

    @property
    def servers(self) -> list[ServerProcess]:
        return self.group.servers

    def metrics(self, index: int) -> str:
        answer = self.servers[index].get("/metrics", METRICS_TOKEN)
        assert answer.status_code == 200, answer.text
        return answer.text

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._parts.close()
