"""People who do a little of everything, so that each metric moves."""

import threading
from itertools import count
from typing import Self

from e2e.monitored_team import MonitoredTeam
from e2e.server import PASSWORD, ServerProcess


class Visitors:
    """One after the other comes and does a little of everything, on one server and then on the other, until it is left."""

    def __init__(self, team: MonitoredTeam) -> None:
        self._team = team
        self._end = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._come, daemon=True)

    def _come(self) -> None:
        try:
            for number in count():
                if self._end.is_set():
                    return
                self._visit(self._team.servers[number % 2], f"visitor-{number}@example.com")
        except BaseException as failure:  # of a thread, which nobody would hear of
            self._failure = failure

    def _visit(self, server: ServerProcess, email: str) -> None:
        session = server.register(email)
        token = session["access_token"]
        wrong = server.post("/api/auth/login", json={"email": email, "password": f"not-{PASSWORD}"})
        assert wrong.status_code == 401, wrong.text
        path = f"/api/diagrams/{server.draw(token, f'Ada -> Bob: {email}')['id']}"
        for ending in ("", ".svg", ".png", ".png"):
            assert server.get(path + ending, token).status_code == 200
        server.get("/api/status")
        assert server.post("/api/auth/password/forgotten", json={"email": email}).status_code == 202
        assert server.post("/api/auth/logout", token).status_code in (200, 204)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join(30)
        assert self._failure is None, repr(self._failure)
