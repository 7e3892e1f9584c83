"""People who change their name and password, and those who have forgotten it."""

import json
import subprocess

from playwright.sync_api import Browser, expect

from e2e.server import INHERITED, PASSWORD, binary
from e2e.web.site import Person, Site, profile, set_password

NEW = "difference engine 1822"


def operator(site: Site, *arguments: str) -> str:
    """What a command of the operator prints, while the server runs."""
    environment = INHERITED | {"DATABASE_URL": site.server.database_url, "PUBLIC_URL": site.url}
    result = subprocess.run([binary(), "user", *arguments], env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_a_person_changes_name_and_password(site: Site, person: Person) -> None:
    page = person.context.new_page()  # not watched: a browser reports what the server refuses
    page.goto(f"{site.url}/account")
    page.get_by_label("Name").fill("Tess Tested")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Tess Tested")).to_be_visible()
    page.get_by_label("Present password").fill("not this one")
    page.get_by_label("New password").fill(NEW)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("This is not your password")).to_be_visible()
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("Your password is changed.")).to_be_visible()
    answer = site.server.post("/api/auth/login", json={"email": person.email, "password": NEW})
    assert answer.status_code == 200 and site.server.get("/api/auth/me", answer.json()["access_token"]).json()["name"] == "Tess Tested"
    # This browser stays signed in.
    page.reload()
    expect(page.get_by_role("heading", name="Tess Tested")).to_be_visible()
    operator(site, "sign-out", person.email)


def test_a_name_is_no_command_for_the_operators_terminal(site: Site) -> None:
    email = f"escape-{site.port}-{'m' if site.is_mongodb else 's'}@example.com"
    account = {"email": email, "password": PASSWORD, "name": "Red\x1b[31m\u202eRed"}
    assert site.server.post("/api/auth/register", json=account).status_code == 201
    assert "Red\ufffd[31m\ufffdRed" in operator(site, "show", email)
    assert json.loads(operator(site, "show", email, "--json"))["name"] == "Red\x1b[31m\u202eRed"


def test_who_is_signed_in_resets_the_password_all_the_same(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person, page = Person(site, context), context.new_page()
        page.goto(f"{site.url}/account")
        expect(page.get_by_role("heading", name="Tess Tester")).to_be_visible()
        page.goto(operator(site, "reset-link", person.email))
        set_password(page, person.email, NEW)


def test_a_link_of_the_operator_sets_a_new_password(site: Site, browser: Browser) -> None:
    email = f"lost-{site.port}-{'m' if site.is_mongodb else 's'}@example.com"
    link = operator(site, "add", email, "--name", "Lost Lou")
    assert json.loads(operator(site, "show", email, "--json"))["has_password"] is False
    with profile(browser) as context:
        page = context.new_page()
        page.goto(link)
        page.get_by_label("New password").fill("short")
        page.get_by_role("button", name="Set password").click()
        expect(page.get_by_text("Password should have 12 to 128 characters")).to_be_visible()
        set_password(page, email, NEW)
        page.goto("about:blank")
        page.goto(link)
        page.get_by_label("New password").fill(NEW)
        page.get_by_role("button", name="Set password").click()
        expect(page.get_by_text("This link has been used, or has expired.")).to_be_visible()
    assert email in operator(site, "list")
    assert operator(site, "reset-link", email).startswith(f"{site.url}/reset#")
    assert "disabled" in operator(site, "disable", email)
    assert site.server.post("/api/auth/login", json={"email": email, "password": NEW}).status_code == 403
    operator(site, "enable", email)
    assert site.server.post("/api/auth/login", json={"email": email, "password": NEW}).status_code == 200
    operator(site, "delete", email, "--yes")
    assert email not in operator(site, "list")
