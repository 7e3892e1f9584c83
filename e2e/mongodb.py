"""MongoDB servers of the tests' own: one, or three as a replica set. Each is stopped by its pid and leaves nothing behind."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pymongo

from e2e.server import REPOSITORY, free_port, wait_until

MONGOD = REPOSITORY / ".tools/mongodb/fiftyone/db/bin/mongod"
TEST_PARAMETERS = ("enableTestCommands=1", "ttlMonitorSleepSecs=1", "diagnosticDataCollectionEnabled=false")


class Member:
    """One mongod, which can be killed, frozen and started again on its data."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.port = free_port()
        self.address = f"127.0.0.1:{self.port}"
        self._options = options
        self._log = folder / f"{self.port}.log"
        self._data = folder / str(self.port)
        self._data.mkdir()
        self.start()

    def start(self) -> None:
        command = [str(MONGOD), "--dbpath", str(self._data), "--bind_ip", "127.0.0.1", "--port", str(self.port)]
        command += ["--replSet", "rs0", "--nounixsocket", "--oplogSize", "64", "--wiredTigerCacheSizeGB", "0.25"]
        command += self._options
        for parameter in TEST_PARAMETERS:
            command += ["--setParameter", parameter]
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)

    def client(self) -> pymongo.MongoClient[dict[str, Any]]:
        return pymongo.MongoClient(f"mongodb://{self.address}/?directConnection=true", serverSelectionTimeoutMS=20_000)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)
        # A thread stops when its turn has come to see the signal; until then it answers.
        wait_until(lambda: set(self._thread_states()) <= {"T"}, "every thread of mongod stands still")

    def _thread_states(self) -> list[str]:
        """One letter each (proc(5))."""
        threads = Path(f"/proc/{self.process.pid}/task").iterdir()
        return [(thread / "stat").read_text().rpartition(")")[2].split()[0] for thread in threads]

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()


class ReplicaSet:
    """`size` members; a new primary is found two seconds after the old one is gone."""

    def __init__(self, folder: Path, size: int) -> None:
        self.members = [Member(folder) for _ in range(size)]
        try:
            self._initiate()
        except BaseException:
            self.__exit__()
            raise

    def _initiate(self) -> None:
        members = [{"_id": index, "host": member.address} for index, member in enumerate(self.members)]
        # By default a frozen primary is missed after 10 s, and its successor waits as long again for what it may have written.
        settings = {"electionTimeoutMillis": 2000, "heartbeatIntervalMillis": 500, "heartbeatTimeoutSecs": 2}
        # The first member asks the others at once, and gives up when one of them does not listen yet.
        for member in self.members:
            with member.client() as client:
                client.admin.command("ping")
        with self.members[0].client() as client:
            client.admin.command("replSetInitiate", {"_id": "rs0", "members": members, "settings": settings})
        self.wait_until_healthy()

    def url(self, database: str) -> str:
        hosts = ",".join(member.address for member in self.members)
        return f"mongodb://{hosts}/{database}?replicaSet=rs0"

    def client(self) -> pymongo.MongoClient[dict[str, Any]]:
        return pymongo.MongoClient(self.url(""), serverSelectionTimeoutMS=20_000, tz_aware=True, w="majority")

    def primary(self) -> Member:
        with self.client() as client:
            client.admin.command("ping")
            address = client.primary
        assert address is not None
        return next(member for member in self.members if member.port == address[1])

    def step_down(self) -> None:
        with self.primary().client() as client:
            client.admin.command("replSetStepDown", 5, secondaryCatchUpPeriodSecs=2)

    @contextmanager
    def slowed(self, command: str, milliseconds: int, times: int | None = None) -> Iterator[None]:
        """Such a command of ours takes that long, so many times or always."""
        fault = {"failCommands": [command], "blockConnection": True, "blockTimeMS": milliseconds, "appName": "zenuml"}
        mode = {"times": times} if times else "alwaysOn"
        with self.primary().client() as client:
            client.admin.command("configureFailPoint", "failCommand", mode=mode, data=fault)
            try:
                yield
            finally:
                client.admin.command("configureFailPoint", "failCommand", mode="off")

    def drop_connections(self, times: int) -> None:
        """The primary closes the connection in place of an answer, so many times."""
        commands = ["find", "insert", "findAndModify", "update"]
        with self.primary().client() as client:
            data = {"failCommands": commands, "closeConnection": True, "appName": "zenuml"}
            client.admin.command("configureFailPoint", "failCommand", mode={"times": times}, data=data)

    def wait_until_healthy(self) -> None:
        """Every member is there, one of them the primary, and the others have caught up with it."""

        def is_healthy() -> bool:
            try:
                with self.client() as client:
                    states = [member["stateStr"] for member in client.admin.command("replSetGetStatus")["members"]]
            except pymongo.errors.PyMongoError:
                return False
            return sorted(states) == ["PRIMARY"] + ["SECONDARY"] * (len(self.members) - 1)

        wait_until(is_healthy, "the replica set is healthy", 60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for member in self.members:
            member.kill()
