"""Signing in with Google over HTTP: the flow, its protections, and a provider that breaks in every known way."""

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

from e2e.google_client import (
    REDIRECT_URI, SIGN_IN_COOKIE, finish, google_settings, log_in, me, person, prepare, sign_in, start
)
from e2e.identity_providers.faulty import CLIENT_ID, CLIENT_SECRET, DEFAULT_USER
from e2e.server import PASSWORD, ProviderProcess, ServerProcess

REFUSED = """wrong_iss wrong_aud wrong_azp wrong_nonce no_nonce wrong_signature expired issued_in_future
    alg_none alg_hs256 alg_hs256_public_key no_kid no_email email_not_verified email_in_userinfo_only+email_not_verified
    email_in_userinfo_only+userinfo_wrong_sub""".split()
BROKEN_TOKEN_ENDPOINTS = ["token_500", "token_redirect", "token_garbage", "token_no_id_token", "token_huge"]


@pytest.fixture(scope="module")
def provider() -> Iterator[ProviderProcess]:
    with ProviderProcess("faulty", "--redirect-uri", REDIRECT_URI) as process:
        yield process


@pytest.fixture(scope="module")
def server(provider: ProviderProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path_factory.mktemp("google"), google_settings(provider)) as process:
        yield process


@pytest.fixture
def cold_server(provider: ProviderProcess, folder: Path) -> Iterator[ServerProcess]:
    """A server that has not asked the provider anything yet."""
    with ServerProcess(folder, google_settings(provider)) as process:
        yield process


@pytest.fixture(autouse=True)
def sound_provider(provider: ProviderProcess) -> None:
    provider.reset()


def test_sign_in(provider: ProviderProcess, server: ServerProcess) -> None:
    response = sign_in(server)
    tokens = response.json()
    assert response.status_code == 200
    assert tokens.keys() == {"access_token", "refresh_token", "token_type", "expires_in"}
    account = me(server, response)
    for name in ("email", "name", "picture"):
        assert account[name] == DEFAULT_USER[name]
    refreshed = server.post("/api/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert refreshed.status_code == 200
    cookie = SimpleCookie(response.headers["Set-Cookie"])[SIGN_IN_COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["path"], cookie["secure"]) == ("", "0", "/", True)


def test_authorization_url_and_cookie(provider: ProviderProcess, server: ServerProcess) -> None:
    first, second = start(server), start(server)
    asked = first.parameters
    assert first.url.startswith(f"{provider.issuer}/authorize?")
    fixed = {"response_type": "code", "client_id": CLIENT_ID, "redirect_uri": REDIRECT_URI}
    fixed |= {"scope": "openid email profile", "code_challenge_method": "S256"}
    assert {name: asked[name] for name in fixed} == fixed
    for name in ("state", "nonce", "code_challenge"):
        assert re.fullmatch(r"[\w-]{43}", asked[name], re.ASCII), name
        assert asked[name] != second.parameters[name], f"{name} is not random"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    cookie = first.cookie  # `__Host-` holds in a browser only with Secure, Path=/ and no Domain
    assert (cookie["path"], cookie["domain"], cookie["secure"], cookie["httponly"]) == ("/", "", True, True)
    assert (cookie["samesite"], cookie["max-age"]) == ("Lax", "600")
    assert asked["state"] not in cookie.value


@pytest.mark.parametrize("faults", REFUSED)
def test_bad_identity_is_refused(provider: ProviderProcess, server: ServerProcess, faults: str) -> None:
    somebody = person(f"refused-{faults}")
    provider.control(user=somebody, faults=faults.split("+"))
    response = sign_in(server)
    assert (response.status_code, response.json()["error_type"]) == (401, "auth_error")
    # Refused without a trace: the address is still free for somebody else.
    provider.control(user=somebody | {"sub": f"{somebody['sub']}-other"}, faults=[])
    assert sign_in(server).status_code == 200


@pytest.mark.parametrize("fault", BROKEN_TOKEN_ENDPOINTS)
def test_broken_token_endpoint(provider: ProviderProcess, server: ServerProcess, fault: str) -> None:
    provider.control(faults=[fault])
    response = sign_in(server)
    assert (response.status_code, response.json()["error_type"]) == (502, "upstream_error")
    provider.control(faults=[])
    assert sign_in(server).status_code == 200


@pytest.mark.parametrize("fault", ["discovery_500", "discovery_redirect", "discovery_wrong_issuer", "jwks_500", "jwks_empty"])
def test_broken_documents(provider: ProviderProcess, cold_server: ServerProcess, fault: str) -> None:
    provider.control(faults=[fault])
    response = cold_server.get("/api/auth/google") if fault.startswith("discovery") else sign_in(cold_server)
    # Without keys the provider works, but nothing is signed with a key of its own.
    assert response.status_code == (401 if fault == "jwks_empty" else 502)
    assert "Set-Cookie" not in response.headers
    provider.control(faults=[])
    assert sign_in(cold_server).status_code == 200  # the failure was not remembered


@pytest.mark.parametrize("token_fault", ["token_slow", "token_drip"])
def test_slow_provider(
    provider: ProviderProcess, server: ServerProcess, cold_server: ServerProcess, token_fault: str
) -> None:
    started = start(server)
    back = log_in(started)
    provider.control(faults=[token_fault, "discovery_slow"])

    def timed(call) -> tuple[int, str, float]:
        began = time.monotonic()
        response = call()
        return response.status_code, response.json()["error_type"], time.monotonic() - began

    with ThreadPoolExecutor(2) as pool:
        discovery = pool.submit(timed, lambda: cold_server.get("/api/auth/google"))
        token = pool.submit(timed, lambda: finish(server, started.cookie.value, back["code"], back["state"]))
        for status, error_type, seconds in (discovery.result(), token.result()):
            assert (status, error_type) == (504, "upstream_timeout")
            assert 4.5 < seconds < 7


def test_rotated_key_is_fetched_once(folder: Path) -> None:
    # A provider of its own: the others would have to fetch the new key too.
    with ProviderProcess("faulty", "--redirect-uri", REDIRECT_URI) as provider:
        with ServerProcess(folder, google_settings(provider)) as server:
            assert sign_in(server).status_code == 200
            provider.control(faults=["rotate_key"])
            prepared = prepare(server, 16)
            with ThreadPoolExecutor(16) as pool:  # those that come while the key is being fetched must wait for it
                responses = list(pool.map(lambda one: finish(server, *one), prepared))
            assert [response.status_code for response in responses] == [200] * 16
            assert provider.calls["jwks"] == 2


def test_provider_is_asked_no_more_than_needed(provider: ProviderProcess, cold_server: ServerProcess) -> None:
    for _ in range(10):
        assert sign_in(cold_server).status_code == 200
    calls = provider.calls
    assert (calls["discovery"], calls["jwks"], calls["token"]) == (1, 1, 10)
    provider.control(faults=["unknown_kid"])
    for _ in range(5):  # an invented key id must not become a flood of requests
        response = sign_in(cold_server)
        assert (response.status_code, response.json()["error_type"]) == (401, "auth_error")
    assert provider.calls["jwks"] <= 2


def test_address_from_userinfo(provider: ProviderProcess, server: ServerProcess) -> None:
    provider.control(user=person("userinfo"), faults=["email_in_userinfo_only"])
    assert me(server, sign_in(server))["email"] == "userinfo@example.com"


def test_person_says_no(provider: ProviderProcess, server: ServerProcess) -> None:
    provider.control(faults=["access_denied"])
    back = log_in(start(server))
    assert back["error"] == "access_denied"
    assert server.post("/api/auth/google/callback", json={"state": back["state"]}).status_code == 422


def test_sign_in_belongs_to_its_browser(provider: ProviderProcess, server: ServerProcess) -> None:
    mine, others = start(server), start(server)
    back = log_in(mine)
    tampered = mine.cookie.value[:-2] + ("AA" if not mine.cookie.value.endswith("AA") else "BB")
    for cookie in (None, "", others.cookie.value, tampered):
        response = finish(server, cookie, back["code"], back["state"])
        assert (response.status_code, response.json()["error_type"]) == (401, "auth_error")
    wrong_state = finish(server, mine.cookie.value, back["code"], "another-state")
    assert (wrong_state.status_code, wrong_state.json()["error_type"]) == (401, "auth_error")
    # None of them reached the provider, so the code is still good for its owner.
    assert provider.calls["token"] == 0
    assert finish(server, mine.cookie.value, back["code"], back["state"]).status_code == 200


def test_state_is_good_once(server: ServerProcess) -> None:
    started = start(server)
    answers = [log_in(started) for _ in range(4)]  # each with a fresh code, so that only the state is used again
    with ThreadPoolExecutor(4) as pool:
        statuses = pool.map(
            lambda back: finish(server, started.cookie.value, back["code"], back["state"]).status_code, answers
        )
    assert sorted(statuses) == [200, 401, 401, 401]


def test_code_is_good_once_and_in_its_own_sign_in_only(server: ServerProcess) -> None:
    first = start(server)
    used = log_in(first)
    assert finish(server, first.cookie.value, used["code"], used["state"]).status_code == 200
    second, third = start(server), start(server)
    replayed = finish(server, second.cookie.value, used["code"], second.parameters["state"])
    assert (replayed.status_code, replayed.json()["error_type"]) == (401, "auth_error")
    injected = finish(server, third.cookie.value, log_in(first)["code"], third.parameters["state"])
    assert (injected.status_code, injected.json()["error_type"]) == (401, "auth_error")


def test_an_address_that_another_account_has_verified_is_a_conflict(provider: ProviderProcess, server: ServerProcess) -> None:
    provider.control(user=person("taken"))
    assert sign_in(server).status_code == 200
    provider.control(user=person("taken") | {"sub": "sub-another"})
    response = sign_in(server)
    assert (response.status_code, response.json()["error_type"]) == (409, "conflict")


def test_the_owner_of_an_address_gets_the_account_that_nobody_verified(provider: ProviderProcess, server: ServerProcess) -> None:
    somebody = person("waited-for")
    server.register(somebody["email"])
    provider.control(user=somebody)
    assert sign_in(server).status_code == 200
    again = server.post("/api/auth/login", json={"email": somebody["email"], "password": PASSWORD})
    assert again.status_code == 401


def test_account_follows_the_subject_not_the_address(provider: ProviderProcess, server: ServerProcess) -> None:
    somebody = person("moving")
    provider.control(user=somebody)
    before = me(server, sign_in(server))
    picture = "https://images.example.com/new.png"
    provider.control(user=somebody | {"email": "moved@example.com", "name": "A New Name", "picture": picture})
    after = me(server, sign_in(server))
    assert after["id"] == before["id"]
    assert (after["name"], after["picture"]) == ("A New Name", picture)
    provider.control(user=somebody | {"sub": "sub-successor"})  # the former address now belongs to somebody else
    assert sign_in(server).status_code == 409


def test_parallel_first_sign_ins_make_one_account(provider: ProviderProcess, server: ServerProcess) -> None:
    provider.control(user=person("parallel"))
    prepared = prepare(server, 20)
    with ThreadPoolExecutor(20) as pool:
        responses = list(pool.map(lambda one: finish(server, *one), prepared))
    assert len({me(server, response)["id"] for response in responses}) == 1


def test_secrets_stay_out_of_log_and_errors(provider: ProviderProcess, folder: Path) -> None:
    secrets, errors = {CLIENT_SECRET}, []
    with ServerProcess(folder, google_settings(provider) | {"LOG_LEVEL": "trace"}) as server:
        for fault in (None, "wrong_nonce", "wrong_signature", "token_garbage", "token_no_id_token", "token_500"):
            provider.control(faults=[fault] if fault else [])
            started = start(server)
            back = log_in(started)
            response = finish(server, started.cookie.value, back["code"], back["state"])
            secrets |= {started.cookie.value, back["code"].removeprefix("4/"), back["state"]}
            if response.status_code == 200:
                secrets |= {response.json()["access_token"], response.json()["refresh_token"]}
            else:
                errors.append(response.text)
        provider.control(faults=[])
        errors.append(finish(server, started.cookie.value, back["code"], back["state"]).text)
    assert len(errors) == 6
    assert "request" in server.log  # it does log
    for text in (server.log, *errors):
        assert not [secret for secret in secrets if secret in text]
        assert not re.search(r"eyJ[\w-]{10}|ya29\.", text)  # ID tokens and the provider's access tokens
