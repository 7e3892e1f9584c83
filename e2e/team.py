"""A dozen people who read, save, draw and export all the time, and know afterwards what they were promised."""

import itertools
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPException, HTTPSConnection, IncompleteRead
from typing import Any, NamedTuple, Self
from uuid import uuid4

from e2e.load_figures import LoadFigures

PEOPLE = 12
EXPORTER = 1
# As what people draw: most sources are small, and some larger than what HAProxy keeps by default to send it again (16 kB).
SOURCE_SIZES = (1_000,) * 8 + (5_000,) * 2 + (20_000, 45_000)
SECONDS_FOR_AN_ANSWER = 30


class Account(NamedTuple):
    token: str
    project: str


class Person:
    """One of them, at an address of their own on this machine, with a diagram that nobody else changes."""

    def __init__(self, index: int, port: int, tls: ssl.SSLContext, account: Account) -> None:
        self.index, self.account = index, account
        self.figures = LoadFigures()
        self.made: list[str] = []
        self.unsure_of: str | None = None
        """The source of a save that got no answer."""
        self._port, self._tls = port, tls
        self._connect()
        diagram = self._make("Diagram")
        self.diagram, self.revision, self.source = diagram["id"], diagram["revision"], diagram["source"]
        self._tag = f'"{self.revision}"'

    def _connect(self) -> None:
        own = (f"127.0.1.{self.index + 1}", 0)
        self._connection = HTTPSConnection("127.0.0.1", self._port, timeout=SECONDS_FOR_AN_ANSWER, context=self._tls, source_address=own)

    def _ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, headers: dict[str, str] | None = None, status: int = 200
    ) -> tuple[int, str, bytes]:
        """Status, entity tag and content of the answer, which must have that status, or be 412."""
        headers = {"Authorization": f"Bearer {self.account.token}", "Content-Type": "application/json"} | (headers or {})
        began = time.monotonic()
        try:
            self._connection.request(method, path, json.dumps(body).encode() if body else None, headers)
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, HTTPException):
            self._connection.close()
            self._connect()
            raise
        self.figures.durations.append(time.monotonic() - began)
        if response.status not in (status, 412):
            raise HTTPException(f"{response.status} {content[:200]!r}")
        return response.status, response.headers.get("ETag", ""), content

    def _make(self, name: str) -> dict[str, Any]:
        """A diagram, by a request that may be repeated."""
        body = {"name": f"{name} of {self.index}", "kind": "sequence", "source": "A -> B: hello"}
        path = f"/api/projects/{self.account.project}/diagrams"
        diagram: dict[str, Any] = json.loads(self._ask("POST", path, body, {"Idempotency-Key": uuid4().hex}, 201)[2])
        self.made.append(diagram["id"])
        return diagram

    def _save(self, number: int) -> None:
        """With the tag as it was received."""
        line = f"A -> B: save {number} of {self.index}\n"
        source = line * (SOURCE_SIZES[self.index % len(SOURCE_SIZES)] // len(line))
        before, self.unsure_of = self.unsure_of, source
        status, tag, content = self._ask("PATCH", f"/api/diagrams/{self.diagram}", {"source": source}, {"If-Match": self._tag})
        diagram = json.loads(content)
        if status == 412:
            diagram = diagram["current"]
            tag = f'"{diagram["revision"]}"'
        is_next = diagram["revision"] == self.revision + 1
        self.revision, self.source, self._tag = diagram["revision"], diagram["source"], tag
        if is_next and self.source == source:
            self.unsure_of = None
            self.figures.saves += 1
            # A balancer has sent it twice, if what is there is what was sent: to the client that is a save.
            self.figures.repeated += status == 412
        elif is_next and self.source == before:
            raise HTTPException("a save that was not answered came later than the next one")
        else:
            self.figures.lost.append(f"{self.index} saved {number}, and was answered {status} with revision {self.revision}: {self.source[:40]}")

    def _catch_up(self) -> None:
        """As a client does that does not know whether its save was taken: looks what there is now."""
        _, tag, content = self._ask("GET", f"/api/diagrams/{self.diagram}")
        now = json.loads(content)
        if not self.is_kept(now):
            self.figures.lost.append(f"{self.index} was promised revision {self.revision}, and there is {now['revision']}: {now['source'][:40]}")
        self.revision, self.source, self._tag = now["revision"], now["source"], tag

    def is_kept(self, now: dict[str, Any]) -> bool:
        """Each save was answered with the next revision, so the last one stands for all; one without an answer may be there, or not."""
        last, next_one = (self.revision, self.source), (self.revision + 1, self.unsure_of)
        return (now["revision"], now["source"]) in (last, next_one)

    def _steps(self) -> Iterator[tuple[str, Callable[[], Any]]]:
        """More reading than writing. PNG and exports are for one of them each: a server takes few of those at a time."""
        path = f"/api/diagrams/{self.diagram}"
        for number in itertools.count(1):
            yield "save", lambda: self._save(number)
            yield "read", lambda: self._ask("GET", path)
            yield "SVG", lambda: self._ask("GET", f"{path}.svg")
            yield "list", lambda: self._ask("GET", "/api/diagrams?limit=20")
            if self.index == 0 and number % 5 == 0:
                yield "PNG", lambda: self._ask("GET", f"{path}.png")
            if self.index == EXPORTER and number % 5 == 0:
                yield "export", lambda: self._ask("GET", "/api/account/export")
            if number % 10 == 0:
                yield "make", lambda: self._make(f"Diagram {number}")

    def run(self, is_over: Callable[[], bool]) -> None:
        for name, step in self._steps():
            if is_over():
                break
            try:
                if self.unsure_of:
                    self._catch_up()
                step()
                self.figures.moments.append(time.monotonic())
            except IncompleteRead as error:
                self.figures.cut.append(f"{name}: {error!r}")
            except (OSError, HTTPException, ValueError, KeyError) as error:
                self.figures.failures.append(f"{name}: {error!r}")
        self._connection.close()


class Team:
    """All of them, from the beginning to the end of a `with`."""

    def __init__(self, port: int, authority: str, shared: Account, exported: Account) -> None:
        """All of them use one account, but for the one who exports a small one again and again."""
        tls = ssl.create_default_context(cafile=authority)
        accounts = [exported if index == EXPORTER else shared for index in range(PEOPLE)]
        self.people = [Person(index, port, tls, account) for index, account in enumerate(accounts)]
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=person.run, args=(self._is_over.is_set,)) for person in self.people]

    @property
    def progress(self) -> int:
        """How many answers the one has who has the fewest."""
        return min(len(person.figures.moments) for person in self.people)

    @property
    def figures(self) -> LoadFigures:
        return LoadFigures.of_all(person.figures for person in self.people)

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join(SECONDS_FOR_AN_ANSWER * 3)
            assert not thread.is_alive(), "somebody waits for an answer for ever"
