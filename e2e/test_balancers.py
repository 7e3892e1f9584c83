"""Behind each balancer of deploy/, with its file as it stands: what the API promises holds as without one."""

import itertools
import socket
import ssl
import subprocess
from collections.abc import Iterator
from http.client import HTTPSConnection
from typing import Any
from uuid import uuid4

import pytest
import requests

from e2e.balancers import BALANCERS, Balancer
from e2e.mongodb import ReplicaSet
from e2e.server import PASSWORD, wait_until
from e2e.server_group import ServerGroup

# Caddy is for one server, and knows neither limits nor a cache.
ALL, FOR_SEVERAL_SERVERS = list(BALANCERS), ["HAProxy", "nginx"]
KIB, MIB = 1 << 10, 1 << 20
LIMITS = {
    "/api/auth/login": 64 * KIB,
    "/api/render": 4 * MIB,
    "/api/check": 4 * MIB,
    "/api/projects/some/diagrams": 4 * MIB,
    "/api/diagrams/some": 4 * MIB,
    "/api/diagrams/some/versions": MIB,
    "/api/account/import": 64 * MIB,
    "/api/projects": MIB,
}


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory, one_node: ReplicaSet) -> Iterator[ServerGroup]:
    """With a limit of sign-ins that gives nothing back while a busy machine works through a test."""
    with ServerGroup(tmp_path_factory.mktemp("servers"), one_node.url("behind"), {"RATE_LIMIT_SIGN_IN": "5/h"}) as group:
        yield group


@pytest.fixture(scope="module")
def balancer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: ServerGroup) -> Iterator[Balancer]:
    with BALANCERS[request.param](tmp_path_factory.mktemp(request.param), servers.ports) as process:
        yield process


addresses = (f"127.0.2.{number}" for number in itertools.count(1))


def fresh_address() -> str:
    """Of this machine, and nobody has asked anything from there yet."""
    return next(addresses)


def behind(names: list[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("balancer", names, indirect=True)


def signed_in(balancer: Balancer) -> requests.Session:
    """Somebody new, at an address of their own."""
    client = balancer.client(fresh_address())
    account = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD, "name": "Tess Tester"}
    assert client.post(f"{balancer.url}/api/auth/register", json=account, timeout=20).status_code == 201
    answer = client.post(f"{balancer.url}/api/auth/login", json=account, timeout=20)
    assert answer.status_code == 200, answer.text
    client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return client


def drawn(balancer: Balancer, client: requests.Session) -> str:
    """The address of a diagram whose picture is worth compressing."""
    project = client.post(f"{balancer.url}/api/projects", json={"name": "Project"}, timeout=20).json()
    body = {"name": "Diagram", "kind": "sequence", "source": "A -> B: hello\n" * 20}
    made = client.post(f"{balancer.url}/api/projects/{project['id']}/diagrams", json=body, timeout=20)
    assert made.status_code == 201, made.text
    return f"{balancer.url}/api/diagrams/{made.json()['id']}"


@behind(ALL)
def test_a_diagram_is_saved_by_the_tag_as_received(balancer: Balancer) -> None:
    """A balancer that compresses makes the tag a weak one."""
    client = signed_in(balancer)
    diagram = drawn(balancer, client)
    read = client.get(diagram, headers={"Accept-Encoding": "gzip, br"}, timeout=20)
    assert read.headers["ETag"] == '"1"' and "Content-Encoding" not in read.headers
    saved = client.patch(diagram, json={"source": "A -> B: bye"}, headers={"If-Match": read.headers["ETag"]}, timeout=20)
    assert (saved.status_code, saved.headers["ETag"]) == (200, '"2"')
    late = client.patch(diagram, json={"source": "A -> B: no"}, headers={"If-Match": read.headers["ETag"]}, timeout=20)
    assert late.status_code == 412 and late.json()["current"]["source"] == "A -> B: bye"


@behind(ALL)
def test_a_picture_is_compressed_and_not_sent_twice(balancer: Balancer) -> None:
    client = signed_in(balancer)
    picture = f"{drawn(balancer, client)}.svg"
    whole = client.get(picture, headers={"Accept-Encoding": "identity"}, timeout=20)
    packed = client.get(picture, headers={"Accept-Encoding": "gzip"}, timeout=20)
    assert packed.headers["Content-Encoding"] == "gzip" and packed.content == whole.content
    assert client.get(picture, headers={"If-None-Match": packed.headers["ETag"]}, timeout=20).status_code == 304


@behind(ALL)
def test_a_session_is_refreshed_by_its_cookie(balancer: Balancer) -> None:
    """The page's origin and the cookie come through as they are."""
    client = balancer.client(fresh_address())
    headers = {"X-Token-Transport": "cookie", "Origin": "https://uml.example.com"}
    account = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD, "name": "Tess Tester"}
    made = client.post(f"{balancer.url}/api/auth/register", json=account, headers=headers, timeout=20)
    assert made.status_code == 201 and made.headers["Set-Cookie"].startswith("__Host-zenuml_refresh="), made.text
    headers["Cookie"] = made.headers["Set-Cookie"].split(";")[0]
    assert client.post(f"{balancer.url}/api/auth/refresh", headers=headers, timeout=20).status_code == 200


def announced(balancer: Balancer, path: str, length: int) -> tuple[int, bytes, str]:
    """What is answered to a body of that length before any of it is sent."""
    tls = ssl.create_default_context(cafile=str(balancer.authority))
    connection = HTTPSConnection("127.0.0.1", balancer.port, timeout=20, context=tls, source_address=(fresh_address(), 0))
    connection.putrequest("POST", path)
    for name, value in (("Content-Type", "application/json"), ("Content-Length", str(length)), ("Expect", "100-continue")):
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, answer.headers["X-Request-ID"]


@behind(ALL)
def test_a_large_body_is_refused_before_it_is_sent(balancer: Balancer) -> None:
    for path, limit in LIMITS.items():
        status, content, name = announced(balancer, path, limit + 1)
        assert status == 413 and b'"error_type":"content_too_large"' in content and name, path


@behind(ALL)
def test_a_body_as_large_as_it_may_be_reaches_a_server(balancer: Balancer) -> None:
    client = balancer.client(fresh_address())
    for path, limit in (("/api/auth/logout", 64 * KIB), ("/api/projects", MIB), ("/api/render", 4 * MIB)):
        answer = client.post(f"{balancer.url}{path}", data=b" " * limit, headers={"Content-Type": "application/json"}, timeout=20)
        assert answer.status_code in (400, 401), (path, answer.text)


@behind(ALL)
def test_a_large_body_of_unknown_length_is_refused(balancer: Balancer) -> None:
    client, parts = balancer.client(fresh_address()), iter([b" " * (64 * KIB + 1)])
    answer = client.post(f"{balancer.url}/api/auth/login", data=parts, headers={"Content-Type": "application/json"}, timeout=20)
    assert (answer.status_code, answer.json()["error_type"]) == (413, "content_too_large")


@behind(ALL)
def test_metrics_are_closed(balancer: Balancer) -> None:
    client = balancer.client()
    for path in ("/metrics", "/metrics/", "//metrics", "/%6Detrics", "/metrics?a=b", "/metrics/x"):
        # As it is written here: the client would tidy it up.
        request = requests.Request("GET", balancer.url).prepare()
        request.url = f"{balancer.url}{path}"
        answer = client.send(request, timeout=20)
        assert (answer.status_code, answer.json()["error_type"]) == (404, "not_found"), path


@behind(ALL)
def test_each_answer_has_one_name(balancer: Balancer) -> None:
    client = balancer.client()
    for path in ("/api", "/metrics", "/assets/none-ABCDEFGH.js"):
        given = client.get(f"{balancer.url}{path}", headers={"X-Request-ID": "a-name.of_mine"}, timeout=20)
        assert given.headers["X-Request-ID"] == "a-name.of_mine", path
        made = [client.get(f"{balancer.url}{path}", timeout=20).headers["X-Request-ID"] for _ in range(2)]
        assert len(set(made)) == 2 and all(len(name) >= 32 and "," not in name for name in made), path
    assert client.get(f"{balancer.url}/api", headers={"X-Request-ID": "not one"}, timeout=20).headers["X-Request-ID"] != "not one"


@behind(ALL)
def test_the_clients_address_reaches_the_rate_limits(balancer: Balancer) -> None:
    """Both servers count, each for itself, so that ten sign-ins may be too few to be refused, and eleven never are."""

    def attempt(client: requests.Session, **headers: str) -> int:
        nobody = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD}
        return client.post(f"{balancer.url}/api/auth/login", json=nobody, headers=headers, timeout=20).status_code

    greedy = balancer.client(fresh_address())
    # An address of one's own choice counts for nothing.
    codes = [attempt(greedy, **{"X-Forwarded-For": f"192.0.2.{index}"}) for index in range(11)]
    assert set(codes) == {401, 429} and codes.count(401) >= 5, codes
    assert attempt(balancer.client(fresh_address())) == 401


def flood(balancer: Balancer, address: str, count: int) -> bytes:
    """Sends requests on one connection without waiting for answers, and gives all answers. The balancer has the file itself."""
    tls = ssl.create_default_context(cafile=str(balancer.authority))
    with socket.create_connection(("127.0.0.1", balancer.port), 20, (address, 0)) as plain:
        with tls.wrap_socket(plain, server_hostname="127.0.0.1") as connection:
            head = b"HEAD /assets/only-0-ABCDEFGH.js HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            connection.sendall((head + b"\r\n") * (count - 1) + head + b"Connection: close\r\n\r\n")
            answers = b""
            while part := connection.recv(1 << 16):
                answers += part
    return answers


@behind(FOR_SEVERAL_SERVERS)
def test_an_address_that_asks_without_end_is_refused_before_the_servers(balancer: Balancer) -> None:
    greedy, answers = fresh_address(), [b""]

    def is_refused() -> bool:
        # On a busy machine it takes some more, since a hundred a second are given back.
        answers.append(flood(balancer, greedy, 500))
        return b"HTTP/1.1 429" in answers[-1]

    wait_until(is_refused, "the address is refused", 60)
    assert b"".join(answers).count(b"HTTP/1.1 200") >= 900
    assert balancer.client(fresh_address()).get(f"{balancer.url}/health", timeout=20).status_code == 200


@behind(FOR_SEVERAL_SERVERS)
def test_a_file_that_one_server_has_is_found(balancer: Balancer, servers: ServerGroup) -> None:
    """While a new version is brought out, pages of one server ask the other for their scripts. Afterwards it is kept at the gateway."""
    client = balancer.client()

    def fetch(path: str, coding: str) -> requests.Response:
        answer = client.get(f"{balancer.url}{path}", headers={"Accept-Encoding": coding}, timeout=20)
        assert answer.status_code == 200 and f"server = {path[13]}" in answer.text
        assert answer.headers.get("Content-Encoding", "identity") == coding
        return answer

    paths = [f"/assets/only-{index}-ABCDEFGH.js" for index in range(2)]
    for path in paths:
        for coding in ("gzip", "identity", "gzip"):
            fetch(path, coding)
    answered = [servers.answered(index) for index in range(2)]
    names = {fetch(path, coding).headers["X-Request-ID"] for path in paths for coding in ("identity", "gzip") for _ in range(3)}
    assert len(names) == 12 and [servers.answered(index) for index in range(2)] == answered
    assert client.get(f"{balancer.url}/assets/none-ABCDEFGH.js", timeout=20).status_code == 404


@behind(ALL)
def test_browsers_get_http2_and_are_led_to_tls(balancer: Balancer) -> None:
    command = ["curl", "--silent", "--show-error", "--cacert", str(balancer.authority), "--http2", "--output", "/dev/null"]
    command += ["--write-out", "%{http_code} %{http_version}", f"{balancer.url}/health"]
    assert subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout == "200 2"
    plain: Any = requests.get(f"http://127.0.0.1:{balancer.redirect_port}/projects/1?a=b", allow_redirects=False, timeout=20)
    assert plain.status_code == 308 and plain.headers["Location"].startswith("https://127.0.0.1")
    assert plain.headers["Location"].endswith("/projects/1?a=b")
