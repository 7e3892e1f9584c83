"""People who give their projects to others, while they stay and before they leave."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, expect

from e2e.server import PASSWORD, wait_until
from e2e.web.site import Canvas, Person, Site, profile

SOURCE = "Ada -> Bob: hello\n"


@contextmanager
def two(browser: Browser, site: Site) -> Iterator[tuple[Person, Person]]:
    """Tess, and Bob, each in a browser of their own."""
    with profile(browser) as context, profile(browser) as elsewhere:
        person, bob = Person(site, context), Person(site, elsewhere)
        bob.api("PATCH", "/api/account", json={"name": "Bob"})
        yield person, bob


def share(person: Person, path: str, other: Person, kind: str) -> None:
    token = person.api("POST", f"{path}/links", json={"kind": kind})["token"]
    other.api("POST", "/api/links/accept", json={"token": token})


def project_of(diagram: dict[str, str]) -> str:
    return f"/api/projects/{diagram['project_id']}"


def test_a_project_is_a_members_from_now_on_and_the_former_owner_edits_it(site: Site, browser: Browser) -> None:
    with two(browser, site) as (person, bob):
        diagram = person.make_diagram(SOURCE, "Shop")
        share(person, project_of(diagram), bob, "view")
        page = person.context.new_page()
        page.goto(f"{site.url}/projects/{diagram['project_id']}")
        page.get_by_role("button", name="Share").click()
        sharing = page.get_by_role("dialog", name="Share “Project of Shop”")
        sharing.get_by_role("button", name="Hand over to Bob").click()
        question = page.get_by_role("dialog", name="Hand the project over")
        expect(question.get_by_text("Hand “Project of Shop” over to Bob?")).to_be_visible()
        question.get_by_role("button", name="Cancel").click()
        expect(question).to_have_count(0)
        sharing.get_by_role("button", name="Hand over to Bob").click()
        question.get_by_role("button", name="Hand over").click()
        expect(page.get_by_text("“Project of Shop” is Bob’s now.")).to_be_visible()
        expect(sharing.get_by_role("button", name="Leave")).to_be_visible()
        expect(sharing.get_by_role("button", name="Hand over to")).to_have_count(0)
        page.keyboard.press("Escape")
        # The page knows what has become of one's role.
        expect(page.get_by_text("from Bob")).to_be_visible()
        page.get_by_role("button", name="Actions for Project of Shop").click()
        expect(page.get_by_role("menuitem", name="Rename")).to_be_visible()
        expect(page.get_by_role("menuitem", name="Delete")).to_have_count(0)
        page.keyboard.press("Escape")
        page.get_by_role("link", name="Shop").last.click()
        canvas = Canvas(page)
        canvas.source.fill(SOURCE + "Bob -> Ada: it is mine\n")
        canvas.expect_saved()

        theirs = bob.context.new_page()
        bob.open_home(theirs)
        own = theirs.get_by_role("region", name="Projects", exact=True)
        expect(own.get_by_role("link", name="Project of Shop")).to_be_visible()
        expect(theirs.get_by_role("region", name="Shared with me")).to_have_count(0)
        Canvas.open(theirs, site, diagram).expect_source(SOURCE + "Bob -> Ada: it is mine\n")
        assert person.api("GET", project_of(diagram))["role"] == "editor"


def test_who_has_the_role_of_an_owner_only_hands_nothing_over(site: Site, browser: Browser) -> None:
    with two(browser, site) as (person, bob):
        diagram = person.make_diagram(SOURCE, "Held")
        share(person, project_of(diagram), bob, "edit")
        bob_id = bob.api("GET", "/api/auth/me")["id"]
        person.api("PATCH", f"{project_of(diagram)}/members/{bob_id}", json={"role": "owner"})
        theirs = bob.context.new_page()
        theirs.goto(f"{site.url}/projects/{diagram['project_id']}")
        theirs.get_by_role("button", name="Share").click()
        sharing = theirs.get_by_role("dialog", name="Share “Project of Held”")
        expect(sharing.get_by_role("button", name="Take access away from Bob")).to_be_visible()
        expect(sharing.get_by_role("button", name="Hand over to")).to_have_count(0)


def test_an_account_is_deleted_and_leaves_a_project_to_a_member(site: Site, browser: Browser) -> None:
    with two(browser, site) as (person, bob):
        kept, lost, alone = (person.make_diagram(SOURCE, name) for name in ("Kept", "Lost", "Alone"))
        for path in (project_of(kept), project_of(lost), f"/api/diagrams/{alone['id']}"):
            share(person, path, bob, "edit")
        page = person.context.new_page()  # not watched: a browser reports what the server refuses
        page.goto(f"{site.url}/account")
        refusal = {"detail": "This member has no room for it", "error_type": "conflict"}
        page.route("**/api/projects/*/owner", lambda route: route.fulfill(status=409, json=refusal), times=1)
        page.get_by_role("button", name="Delete account").click()
        deletion = page.get_by_role("dialog", name="Delete the account")
        expect(deletion.get_by_text("Shared with Bob")).to_have_count(2)
        expect(deletion.get_by_text("One diagram that you share by itself is deleted, too.")).to_be_visible()
        deletion.get_by_label("What becomes of “Project of Lost”").select_option(label="Delete it")
        deletion.get_by_role("textbox").fill("DELETE")
        delete = deletion.get_by_role("button", name="Delete account")
        delete.click()
        expect(deletion.get_by_role("alert")).to_have_text("Choose what becomes of this project.")
        deletion.get_by_label("What becomes of “Project of Kept”").select_option(label="Hand over to Bob")
        delete.click()
        expect(deletion.get_by_role("alert")).to_have_text("This member has no room for it")
        assert person.api("GET", project_of(kept))["role"] == "owner"
        delete.click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        login = site.server.post("/api/auth/login", json={"email": person.email, "password": PASSWORD})
        assert login.status_code == 401

        theirs = bob.context.new_page()
        bob.open_home(theirs)
        own = theirs.get_by_role("region", name="Projects", exact=True)
        expect(own.get_by_role("link", name="Project of Kept")).to_be_visible()
        assert bob.source_of(kept) == SOURCE
        for diagram in (lost, alone):
            address = f"/api/diagrams/{diagram['id']}"
            wait_until(lambda: site.server.get(address, bob.tokens["access_token"]).status_code == 404, f"{diagram['name']} is gone")
