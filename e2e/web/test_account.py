"""Making an account, signing in and out, here and elsewhere."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from e2e.google_client import google_settings
from e2e.identity_providers.strict import EMAIL, USERNAME
from e2e.identity_providers.strict import PASSWORD as PROVIDER_PASSWORD
from e2e.server import PASSWORD, ProviderProcess, free_port, wait_until
from e2e.web.site import Canvas, Person, Site, another_address, profile, watch

NewDatabase = Callable[[], str | None]


def make_account(page: Page, url: str, email: str) -> None:
    page.goto(url)
    page.get_by_role("button", name="Create account").click()
    page.get_by_label("Name").fill("Grace Hopper")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()


def test_a_new_person_draws_and_finds_it_again(site: Site, browser: Browser) -> None:
    """The first journey: account, project, diagram, a message; all there after a reload, and in another browser."""
    with profile(browser) as context:
        page = context.new_page()
        watched = watch(page, site)
        make_account(page, site.url, f"grace-{site.port}@example.com")
        page.get_by_role("button", name="New project").click()
        page.get_by_label("Project name").fill("Compilers")
        page.get_by_role("button", name="Create").click()
        expect(page.get_by_role("heading", name="Compilers")).to_be_visible()
        page.get_by_role("button", name="New diagram").click()
        page.get_by_label("Diagram name").fill("A-0")
        expect(page.get_by_role("radio", name="Sequence diagram")).to_be_checked()
        page.get_by_role("button", name="Create").click()
        canvas = Canvas(page)
        canvas.source.click()
        page.keyboard.type("Grace -> Machine: compile")
        expect(canvas.part("Grace/Machine", "message")).to_contain_text("compile")
        canvas.expect_saved()
        page.reload()
        canvas.expect_source("Grace -> Machine: compile")
        expect(canvas.part("Grace/Machine", "message")).to_contain_text("compile")
        address = page.url
        page.get_by_role("link", name="Back to the project").click()
        page.get_by_role("link", name="ZenUML: Home").click()
        expect(page.get_by_role("link", name="A-0")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        page.goto(address)
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        assert watched.problems == []
    with profile(browser) as elsewhere:
        page = elsewhere.new_page()
        page.goto(address)
        page.get_by_label("Email").fill(f"grace-{site.port}@example.com")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        Canvas(page).expect_source("Grace -> Machine: compile")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", another_address()])
def test_a_reload_keeps_one_signed_in_at_each_address(browser: Browser, folder: Path, host: str) -> None:
    """The setting names `localhost` only; the page of this server is its own wherever it is opened."""
    with Site(folder, listen="::") as site, profile(browser) as context:
        page = context.new_page()
        make_account(page, f"http://{host}:{site.port}", "grace@example.com")
        new_project = page.get_by_role("button", name="New project")
        for _ in range(2):
            expect(new_project).to_be_visible()
            page.reload()
        expect(new_project).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_errors_stand_beside_the_fields(site: Site, browser: Browser, person: Person) -> None:
    with profile(browser) as context:
        page = context.new_page()
        page.goto(f"{site.url}/login")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_label("Email")).to_have_accessible_description("Enter your e-mail address.")
        expect(page.get_by_label("Password")).to_have_accessible_description("Enter your password.")
        page.get_by_label("Email").fill(person.email)
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_have_text("Wrong e-mail address or password")
        page.get_by_role("button", name="Create account").click()
        page.get_by_label("Name").fill("Eve")
        page.get_by_label("Password").fill("password1234")
        page.get_by_role("button", name="Create account").click()
        expect(page.get_by_label("Password")).to_have_attribute("aria-invalid", "true")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Create account").click()
        expect(page.get_by_label("Email")).to_have_accessible_description("This e-mail address belongs to an account already")


def test_signing_out_reaches_all_tabs(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        first, second = context.new_page(), context.new_page()
        person.open_home(first)
        second.goto(site.url)
        expect(second.get_by_role("button", name="New project")).to_be_visible()
        first.get_by_role("button", name="Sign out").click()
        expect(second.get_by_role("button", name="Sign in")).to_be_visible()
        answer = requests.get(f"{site.url}/api/auth/me", headers={"Authorization": f"Bearer {person.tokens['access_token']}"}, timeout=10)
        assert answer.status_code == 401


def test_a_session_that_is_ended_elsewhere_keeps_what_was_not_saved(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        canvas = Canvas.open(page, site, person.make_diagram("A -> B: before\n"))
        for session in person.api("GET", "/api/auth/sessions"):
            person.api("DELETE", f"/api/auth/sessions/{session['id']}")
        canvas.source.fill("A -> B: after\n")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        page.get_by_label("Email").fill(person.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        canvas.expect_source("A -> B: after\n")
        canvas.expect_saved()


def test_sessions_are_listed_and_ended(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        account = {"email": person.email, "password": PASSWORD}
        site.server.post("/api/auth/login", json=account, headers={"User-Agent": "Firefox/130.0 (Windows)"})
        page.get_by_role("link", name="Account").click()
        expect(page.get_by_text("This browser")).to_be_visible()
        expect(page.get_by_text("Firefox on Windows")).to_be_visible()
        page.get_by_role("button", name="Sign out there").click()
        expect(page.get_by_role("button", name="Sign out there")).to_have_count(0)
        expect(page.get_by_text("This browser")).to_be_visible()


def test_everything_is_exported_and_imported(site: Site, browser: Browser, folder: Path) -> None:
    with profile(browser) as first, profile(browser) as second:
        person, other = Person(site, first), Person(site, second)
        person.make_diagram("A -> B: take me along\n", name="Gepäck")
        page = first.new_page()
        page.goto(f"{site.url}/account")
        with page.expect_download() as download:
            page.get_by_role("button", name="Export everything").click()
        download.value.save_as(folder / "export.zip")
        with zipfile.ZipFile(folder / "export.zip") as export:
            assert export.testzip() is None
            assert export.namelist() == ["manifest.json", "Project of Gepäck/Gepäck.zen"]
        page = second.new_page()
        page.goto(f"{site.url}/account")
        page.locator("input[type=file]").set_input_files(folder / "export.zip")
        expect(page.get_by_role("log")).to_contain_text("Imported: 1 diagram in 1 project.")
        (diagram,) = other.api("GET", "/api/diagrams")
        assert other.source_of(diagram) == "A -> B: take me along\n"


def test_an_account_is_deleted_with_everything(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        person.make_diagram()
        page.get_by_role("link", name="Account").click()
        page.get_by_role("button", name="Delete account").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("textbox").fill("DELETE")
        dialog.get_by_role("button", name="Delete account").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        login = site.server.post("/api/auth/login", json={"email": person.email, "password": PASSWORD})
        assert login.status_code == 401


def test_tokens_that_expire_during_work_go_unnoticed(new_database: NewDatabase, browser: Browser, folder: Path) -> None:
    with Site(folder, new_database(), settings={"ACCESS_TOKEN_TTL": "2s"}) as short, profile(browser) as context:
        person = Person(short, context)
        first, second = context.new_page(), context.new_page()
        person.open_home(first)
        diagrams = [person.make_diagram(name=name) for name in ("one", "two")]
        canvases = [Canvas.open(page, short, diagram) for page, diagram in zip((first, second), diagrams, strict=True)]
        for turn in range(3):
            for canvas in canvases:
                canvas.source.fill(f"A -> B: turn {turn}\n")
            for canvas in canvases:
                canvas.expect_saved()
            access = person.tokens["access_token"]
            wait_until(lambda: short.server.get("/api/auth/me", access).status_code == 401, "the first token has expired")
            person.source_of(diagrams[0])
        assert [person.source_of(diagram) for diagram in diagrams] == ["A -> B: turn 2\n"] * 2


def test_google_sign_in_leads_back_to_where_one_was_going(new_database: NewDatabase, browser: Browser, folder: Path) -> None:
    port = free_port()
    callback = f"http://localhost:{port}/auth/callback"
    with ProviderProcess("strict", "--redirect-uri", callback, "--auth-method", "client_secret_post") as provider:
        google = Site(folder, new_database(), settings=google_settings(provider, callback), port=port)
        with google, profile(browser) as context:
            page = context.new_page()
            page.goto(f"{google.url}/trash")
            page.get_by_role("button", name="Continue with Google").click()
            page.get_by_label("Username").or_(page.locator("input[name=username]")).first.fill(USERNAME)
            page.locator("input[name=password]").fill(PROVIDER_PASSWORD)
            page.locator("button[type=submit], input[type=submit]").first.click()
            expect(page.get_by_role("heading", name="Trash", exact=True)).to_be_visible()
            assert page.url == f"{google.url}/trash"
            page.get_by_role("link", name="Account").click()
            expect(page.get_by_text(EMAIL)).to_be_visible()
            page.goto(f"{google.url}/auth/callback?error=access_denied&state=x")
            expect(page.get_by_role("alert")).to_contain_text("Google has not signed you in")
