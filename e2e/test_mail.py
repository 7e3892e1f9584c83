"""Mails, on a real mail server that does what mail servers do."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from e2e.mail_server import SECRET, USER, MailServer, words
from e2e.mongodb_secured import make_authority, make_certificate
from e2e.server import INHERITED, PASSWORD, ServerProcess, binary, wait_until

NEW = "difference engine 1822"
LINK = re.compile(r"http://localhost:\d+/reset#([\w-]{22})")


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


def settings(mails: MailServer, url: str | None = None) -> dict[str, str]:
    return {"SMTP_URL": url or f"smtp://127.0.0.1:{mails.port}", "MAIL_FROM": "ZenUML Größe <zenuml@example.com>"}


def operator(server: ServerProcess, *arguments: str, code: int = 0) -> str:
    environment = INHERITED | {"DATABASE_URL": server.database_url}
    result = subprocess.run([binary(), *arguments], env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == code, result.stderr
    return result.stdout + result.stderr


def register(server: ServerProcess, mails: MailServer, email: str = "ada@example.com") -> None:
    """Makes an account; the mail that verifies its address is out of the way."""
    server.register(email)
    mails.wait_until_sent(email, "/verify#")
    wait_until(lambda: not jobs(server), "an empty queue")
    mails.forget()


def ask(server: ServerProcess, email: str) -> None:
    answer = server.post("/api/auth/password/forgotten", json={"email": email})
    assert (answer.status_code, answer.text) == (202, "")


def test_a_link_comes_and_sets_a_password(folder: Path, mails: MailServer) -> None:
    with ServerProcess(folder, settings(mails)) as server:
        register(server, mails)
        ask(server, "nobody@example.com")
        ask(server, "ada@example.com")
        mail = mails.wait_for(1)
        assert mails.envelopes == [("zenuml@example.com", ["ada@example.com"], False)]
        assert (mail["From"], mail["To"]) == ("ZenUML Größe <zenuml@example.com>", "ada@example.com")
        assert mail["Subject"] == "Set a new password for ZenUML" and mail["Auto-Submitted"] == "auto-generated"
        assert not mail.defects and mail["Message-ID"].endswith("@example.com>")
        found = LINK.search(words(mail))
        assert found and LINK.findall(words(mail, "html"))[0] == found[1]
        reset = {"token": found[1], "password": NEW}
        assert server.post("/api/auth/password/reset", json=reset).status_code == 204
        assert server.post("/api/auth/login", json={"email": "ada@example.com", "password": PASSWORD}).status_code == 401
        assert server.post("/api/auth/login", json={"email": "ada@example.com", "password": NEW}).status_code == 200
        assert found[1] not in server.log and "example.com" not in server.log
    assert len(mails.mails) == 1


def test_a_busy_server_is_asked_again_and_what_is_refused_is_given_up(folder: Path, mails: MailServer) -> None:
    with ServerProcess(folder, settings(mails)) as server:
        for name in ("ada", "bob", "cy"):
            register(server, mails, f"{name}@example.com")
        for name, fault, reason in (("ada", "busy", "reply 451"), ("bob", "cut", "curl"), ("cy", "unknown mailbox", "reply 550")):
            mails.fault = fault
            ask(server, f"{name}@example.com")
            job = wait_until(
                lambda name=name: next((job for job in jobs(server) if name in job["payload"] and job.get("last_error")), None), fault)
            assert reason in job["last_error"] or fault == "cut", job
            assert ("failed_at" in job) == (fault == "unknown mailbox") and job["attempts"] == 1
        assert "given up" in operator(server, "jobs", "list")
        mails.fault = None
        operator(server, "jobs", "retry", "--all")
        mails.wait_for(3)
        wait_until(lambda: not jobs(server), "an empty queue")
        assert "there is no job" in operator(server, "jobs", "drop", "x", code=1)
        assert "there is no job" in operator(server, "jobs", "retry", "x", code=1)


def jobs(server: ServerProcess) -> list[dict[str, str]]:
    return [json.loads(line) for line in operator(server, "jobs", "list", "--json").splitlines()]


def test_a_server_that_stops_gives_back_what_hangs(folder: Path, mails: MailServer) -> None:
    with ServerProcess(folder, settings(mails)) as server:
        register(server, mails)
        mails.fault = "hang"
        ask(server, "ada@example.com")
        assert mails.hanging.wait(15)
        assert server.get("/health").status_code == 200
        server.terminate()
        assert server.wait(10) == 0
    mails.fault = None
    with ServerProcess(folder, settings(mails)):
        mails.wait_for(1)


def test_a_killed_server_loses_no_mail(folder: Path, mails: MailServer) -> None:
    with ServerProcess(folder, settings(mails) | {"WORKERS": "0"}) as server:
        server.register("ada@example.com")
        ask(server, "ada@example.com")
        server.kill()
    assert not mails.mails
    with ServerProcess(folder, settings(mails)):
        for path in ("verify", "reset"):
            mails.wait_until_sent("ada@example.com", f"/{path}#")


def test_work_is_done_without_a_server(folder: Path, mails: MailServer) -> None:
    with ServerProcess(folder, settings(mails) | {"WORKERS": "0"}) as server:
        server.register("ada@example.com")
        ask(server, "ada@example.com")
        environment = INHERITED | settings(mails) | {"DATABASE_URL": server.database_url, "PUBLIC_URL": "https://uml.example.com"}
        worker = subprocess.Popen([binary(), "work"], env=environment, cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        try:
            for path in ("verify", "reset"):
                mails.wait_until_sent("ada@example.com", f"https://uml.example.com/{path}#")
        finally:
            worker.terminate()
            assert worker.wait(15) == 0
        idle = subprocess.run([binary(), "work"], env=environment | {"WORKERS": "0"}, cwd=folder, capture_output=True, text=True, timeout=20)
        assert idle.returncode == 78 and "WORKERS: is 0" in idle.stderr


@pytest.mark.parametrize("is_implicit", [False, True])
def test_tls_and_a_password(folder: Path, is_implicit: bool) -> None:
    authority = make_authority(folder)
    with MailServer(make_certificate(folder, authority), with_login=True, is_implicit=is_implicit) as mails:
        scheme = "smtps" if is_implicit else "smtp"
        url = f"{scheme}://{quote(USER, safe='')}:{quote(SECRET, safe='')}@localhost:{mails.port}"
        with ServerProcess(folder, settings(mails, url) | {"SSL_CERT_FILE": str(authority)}) as server:
            register(server, mails)
            ask(server, "ada@example.com")
            mails.wait_for(1)
            wait_until(lambda: not jobs(server), "an empty queue")
            assert mails.envelopes[0][2], "over TLS"
            assert SECRET not in server.log
        # Whom nobody vouches for gets neither mail nor password.
        with ServerProcess(folder, settings(mails, url)) as server:
            ask(server, "ada@example.com")
            job = wait_until(lambda: next((job for job in jobs(server) if job.get("last_error")), None), "a refusal")
            assert "certificate" in job["last_error"] and SECRET not in job["last_error"]
        assert len(mails.mails) == 1


@pytest.mark.parametrize(("url", "words_of_it"), [
    ("smtp://u:secret@h:0", "SMTP_URL: the value is not valid; expected smtp://"), ("http://secret@x", "SMTP_URL: the value is not valid"),
])
def test_a_wrong_setting_is_told_without_its_secret(folder: Path, url: str, words_of_it: str) -> None:
    environment = INHERITED | {"SMTP_URL": url, "MAIL_FROM": "a@b.c"}
    result = subprocess.run([binary(), "serve"], env=environment, cwd=folder, capture_output=True, text=True, timeout=20)
    assert result.returncode == 78 and words_of_it in result.stderr and "secret" not in result.stderr
