"""What the journeys do with mails."""

import re

from e2e.mail_server import MailServer, words
from e2e.web.site import Site


def mail_settings(mails: MailServer) -> dict[str, str]:
    return {"SMTP_URL": f"smtp://127.0.0.1:{mails.port}", "MAIL_FROM": "ZenUML <zenuml@example.com>"}


def link_in(mails: MailServer, address: str, site: Site, path: str) -> str:
    """The link of the newest mail to an address that has one with this path."""
    mail = mails.wait_until_sent(address, f"{site.url}{path}#")
    found = re.search(rf"{site.url}{path}#[\w-]{{22}}", words(mail))
    assert found, words(mail)
    return found[0]
