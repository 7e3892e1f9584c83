"""Behind each balancer of deploy/ servers come and go while a dozen people work: nobody's request fails, and no save is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from e2e.balancers import BALANCERS, Balancer
from e2e.load_figures import LoadFigures
from e2e.mongodb import ReplicaSet
from e2e.server import IS_LONG, wait_until
from e2e.server_group import ServerGroup
from e2e.team import PEOPLE, Account, Team

pytestmark = [pytest.mark.first, pytest.mark.timeout(1800 if IS_LONG else 180)]
FOR_SEVERAL_SERVERS = ["HAProxy", "nginx"]
ROUNDS = 10 if IS_LONG else 1
# HAProxy needs two checks, of a second each, to know; and one second more.
DRAIN_DELAY = "3s"
ANSWERS = 10  # of each of the people, before and after something happens
SECONDS = 60  # for such an answer, on a machine that is busy with a build


def restart_each(servers: ServerGroup, team: Team) -> None:
    """One right after the other, as a careless script does it."""
    for index in range(len(servers.servers)):
        servers.restart(index)
    go_on(team)
    wait_until(lambda: min(map(servers.answered, range(len(servers.servers)))) > ANSWERS, "all are asked again", SECONDS)


def kill_each(servers: ServerGroup, team: Team) -> None:
    for index in range(len(servers.servers)):
        servers.kill(index)
        go_on(team)
        servers.start(index)
        wait_until(lambda: servers.answered(index) > ANSWERS, "the server is asked again", SECONDS)


def go_on(team: Team) -> None:
    progress = team.progress
    wait_until(lambda: team.progress > progress + ANSWERS, "everybody gets answers", SECONDS)


def work(folder: Path, servers: ServerGroup, balancer: str, fault: Callable[[ServerGroup, Team], None], *titles: str) -> LoadFigures:
    """What a team sees while that happens; and what it was promised is there afterwards."""
    accounts = [account(servers, name) for name in ("shared", "exported")]
    with BALANCERS[balancer](folder, servers.ports) as process:
        with Team(process.port, str(process.authority), *accounts) as team:
            go_on(team)
            for _ in range(ROUNDS):
                fault(servers, team)
    figures = team.figures
    print(figures.row(balancer, fault.__name__, *titles), *figures.failures[:20], *figures.cut[:20], sep="\n")
    # Only a killed server leaves half an answer, and not many.
    assert len(figures.cut) <= (PEOPLE * ROUNDS if fault is kill_each else 0)
    for person in team.people:
        now = servers.servers[0].get(f"/api/diagrams/{person.diagram}", person.account.token).json()
        assert person.is_kept(now), f"{person.index} was promised revision {person.revision}, and there is {now['revision']}"
    assert figures.lost == []
    # What is made by a request that was sent twice is there once; all that was promised is there.
    diagrams = [diagram for one in accounts for diagram in kept(servers, one)]
    names = [diagram["name"] for diagram in diagrams]
    assert len(set(names)) == len(names), "something was made twice"
    assert {made for person in team.people for made in person.made} <= {diagram["id"] for diagram in diagrams}
    return figures


def account(servers: ServerGroup, name: str) -> Account:
    token = servers.servers[0].register(f"{name}@example.com")["access_token"]
    return Account(token, servers.servers[0].post("/api/projects", token, json={"name": "Project"}).json()["id"])


def kept(servers: ServerGroup, account: Account) -> list[dict[str, Any]]:
    """The diagrams of its project."""
    diagrams: list[dict[str, Any]] = []
    path: str | None = f"/api/projects/{account.project}/diagrams?limit=100"
    while path:
        page = servers.servers[0].get(path, account.token)
        diagrams += page.json()
        path = page.links.get("next", {}).get("url")
    return diagrams


def group(folder: Path, members: ReplicaSet, drain_delay: str) -> ServerGroup:
    """Two servers on a database of their own."""
    return ServerGroup(folder, members.url(folder.name), {"DRAIN_DELAY": drain_delay})


@pytest.mark.parametrize("balancer", BALANCERS)
def test_servers_are_restarted(folder: Path, one_node: ReplicaSet, balancer: str) -> None:
    with group(folder, one_node, DRAIN_DELAY) as servers:
        assert work(folder, servers, balancer, restart_each, f"drain {DRAIN_DELAY}").failures == []


@pytest.mark.parametrize("balancer", FOR_SEVERAL_SERVERS)
def test_servers_are_restarted_without_notice(folder: Path, one_node: ReplicaSet, balancer: str) -> None:
    """A balancer finds out by a connection that is refused."""
    with group(folder, one_node, "0s") as servers:
        assert work(folder, servers, balancer, restart_each, "no drain").failures == []


@pytest.mark.parametrize("balancer", FOR_SEVERAL_SERVERS)
def test_servers_are_killed(folder: Path, one_node: ReplicaSet, balancer: str) -> None:
    with group(folder, one_node, DRAIN_DELAY) as servers:
        assert work(folder, servers, balancer, kill_each, "").failures == []


@pytest.mark.parametrize("balancer", ["Caddy"])
def test_what_a_killed_server_had_to_write_fails(folder: Path, one_node: ReplicaSet, balancer: str) -> None:
    """Caddy sends no write again, so it is for one server. The client does; nothing that was read fails."""
    with group(folder, one_node, DRAIN_DELAY) as servers:
        failures = work(folder, servers, balancer, kill_each, "").failures
        assert len(failures) <= 2 * PEOPLE * ROUNDS and {failure.split(":")[0] for failure in failures} <= {"save", "make"}


@pytest.mark.parametrize("balancer", ["Caddy"])
def test_requests_wait_while_the_one_server_restarts(folder: Path, balancer: str) -> None:
    with ServerGroup(folder, f"sqlite:{folder}/zenuml.sqlite", {"DRAIN_DELAY": DRAIN_DELAY}, count=1) as servers:
        assert work(folder, servers, balancer, restart_each, f"one server, drain {DRAIN_DELAY}").failures == []


@pytest.mark.parametrize("balancer", BALANCERS)
def test_what_needs_no_database_is_served_without_one(folder: Path, balancer: str) -> None:
    """No server is ready then. A balancer that knows it asks them all the same."""
    with ReplicaSet(folder, 1) as members, group(folder, members, "0s") as servers:
        with BALANCERS[balancer](folder, servers.ports) as process:
            members.members[0].freeze()
            process.wait_until_nobody_is_ready()
            drawn = process.client().post(f"{process.url}/api/render", json={"source": "A -> B: hello"}, timeout=20)
            assert drawn.status_code == 200 and drawn.text.startswith("<svg")
            refused = process.client().get(f"{process.url}/api/status", timeout=20)
            assert (refused.status_code, refused.json()["error_type"]) == (503, "service_unavailable")
