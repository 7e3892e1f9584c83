"""A mail server on this machine that takes mails, or does to them what mail servers do."""

import ssl
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from e2e.server import free_port, wait_until

USER, SECRET = "zenuml", "p@ss \"word\" \\ ü"


class MailServer:
    """Takes all mails; `fault` says what happens to the next ones instead."""

    def __init__(self, certificate: Path | None = None, *, with_login: bool = False, is_implicit: bool = False) -> None:
        self.fault: str | None = None
        self.mails: list[EmailMessage] = []
        self.envelopes: list[tuple[str, list[str], bool]] = []
        self.hanging = threading.Event()
        tls = None
        if certificate:
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(certificate)
        self._controller = Controller(
            self, hostname="127.0.0.1", port=free_port(), ssl_context=tls if is_implicit else None,
            tls_context=None if is_implicit else tls, require_starttls=tls is not None and not is_implicit, auth_required=with_login,
            auth_require_tls=with_login and not is_implicit, authenticator=self._check if with_login else None, ready_timeout=20,
        )
        self._controller.start()
        self.port = self._controller.port

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        if self.fault == "unknown mailbox":
            return "550 no such mailbox here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert server.transport
        if self.fault == "busy":
            return "451 try again later"
        if self.fault == "cut":
            server.transport.abort()
            return "250 never heard"
        if self.fault == "hang":
            self.hanging.set()
            await server.loop.create_future()
        content = cast(bytes, envelope.content)
        self.envelopes.append((envelope.mail_from or "", envelope.rcpt_tos, server.transport.get_extra_info("ssl_object") is not None))
        self.mails.append(cast(EmailMessage, message_from_bytes(content, policy=policy.default)))
        return "250 OK"

    def _check(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=(data.login.decode(), data.password.decode()) == (USER, SECRET))

    def wait_for(self, count: int, seconds: float = 15) -> EmailMessage:
        """The newest of so many mails."""
        wait_until(lambda: len(self.mails) >= count, f"{count} mails, there are {len(self.mails)}", seconds)
        return self.mails[count - 1]

    def wait_until_sent(self, address: str, about: str = "") -> EmailMessage:
        """The newest mail to an address that says something."""

        def newest() -> EmailMessage | None:
            return next((mail for mail in reversed(list(self.mails)) if mail["To"] == address and about in words(mail)), None)

        return wait_until(newest, f"a mail to {address}", 15)

    def forget(self) -> None:
        self.mails.clear()
        self.envelopes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop(no_assert=True)


def words(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part
    return str(part.get_content())
