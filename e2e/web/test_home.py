"""Finding one's diagrams again: projects, search, trash, import."""

import io
import json
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from e2e.web.site import Canvas, Person, Site, profile


def test_a_new_person_can_look_at_an_example(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        expect(page.get_by_text("Nothing here yet")).to_be_visible()
        page.get_by_role("button", name="Open an example").click()
        expect(page.get_by_role("heading", name="Examples")).to_be_visible()
        expect(page.get_by_role("article")).to_have_count(9)
        expect(page.locator(".thumbnail img")).to_have_count(9)
        page.get_by_role("link", name="Checkout").click()
        expect(Canvas(page).part("Customer", "header")).to_contain_text("Customer")
        expect(page.get_by_text("No problems")).to_be_visible()


def test_projects_are_renamed_archived_and_deleted_with_undo(page: Page, person: Person) -> None:
    diagram = person.make_diagram(name="Life of a project")
    page.goto(person.site.url)
    card = page.get_by_role("article").filter(has_text="Project of Life of a project").filter(has_text="1 diagram")
    card.get_by_role("button", name=re.compile("Actions for")).click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_label("Project name").fill("Renamed project")
    page.get_by_role("button", name="Rename").click()
    card = page.get_by_role("article").filter(has_text="Renamed project").filter(has_text="1 diagram")
    expect(card).to_be_visible()
    card.get_by_role("button", name=re.compile("Actions for")).click()
    page.get_by_role("menuitem", name="Archive").click()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Show archived").click()
    card.get_by_role("button", name=re.compile("Actions for")).click()
    page.get_by_role("menuitem", name="Bring back").click()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Hide archived").click()
    card.get_by_role("button", name=re.compile("Actions for")).click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(card).to_have_count(0)
    page.get_by_role("log").get_by_role("button", name="Undo").last.click()
    expect(card).to_be_visible()
    assert person.api("GET", f"/api/diagrams/{diagram['id']}")["name"] == "Life of a project"


def test_diagrams_are_renamed_copied_deleted_and_restored(page: Page, person: Person) -> None:
    diagram = person.make_diagram("A -> B: copy me\n", name="Original")
    page.goto(f"{person.site.url}/projects/{diagram['project_id']}")
    page.get_by_role("button", name="Actions for Original").click()
    page.get_by_role("menuitem", name="Duplicate").click()
    expect(page.get_by_role("link", name="Original (copy)")).to_be_visible()
    page.get_by_role("button", name="Actions for Original (copy)").click()
    page.get_by_role("menuitem", name="Rename").click()
    page.get_by_label("Diagram name").fill("Copy")
    page.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("link", name="Copy", exact=True)).to_be_visible()
    page.get_by_role("button", name="Actions for Copy").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_role("link", name="Copy", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Trash").click()
    row = page.get_by_role("listitem").filter(has_text="Copy")
    row.get_by_role("button", name="Restore").click()
    expect(row).to_have_count(0)
    page.goto(f"{person.site.url}/projects/{diagram['project_id']}")
    page.get_by_role("button", name="Actions for Copy").click()
    page.get_by_role("menuitem", name="Delete").click()
    expect(page.get_by_role("link", name="Copy", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Trash").click()
    row.get_by_role("button", name="Delete for good").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete for good").click()
    expect(row).to_have_count(0)


def test_search_finds_names_and_sources(page: Page, person: Person) -> None:
    person.make_diagram("User -> Warehouse: pick the parcel\n", name="Dispatch")
    page.goto(person.site.url)
    page.get_by_label("Search diagrams").fill("parcel warehouse")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 diagram for “parcel warehouse”")).to_be_visible()
    expect(page.locator(".snippet mark")).to_have_text(["Warehouse", "parcel"])
    page.get_by_role("link", name="Dispatch").click()
    Canvas(page).expect_source("User -> Warehouse: pick the parcel\n")
    page.goto(f"{person.site.url}/search?q=nowhere-to-be-found")
    expect(page.get_by_text("No diagram has “nowhere-to-be-found”")).to_be_visible()


def test_a_long_list_goes_on(person: Person) -> None:
    project = person.api("POST", "/api/projects", json={"name": "Long"})
    for number in range(22):
        diagram = person.api("POST", f"/api/projects/{project['id']}/diagrams", json={"name": f"longlist {number}"})
        person.api("DELETE", f"/api/diagrams/{diagram['id']}")
    page = person.context.new_page()
    page.goto(f"{person.site.url}/trash")
    rows = page.get_by_role("listitem").filter(has_text="longlist")
    expect(rows).to_have_count(20)
    page.route("**/api/diagrams/trash?*cursor=*", lambda route: route.abort())
    page.get_by_role("button", name="Show more").click()
    expect(page.get_by_role("log")).to_contain_text("The server can’t be reached.")
    page.unroute("**/api/diagrams/trash?*cursor=*")
    page.get_by_role("button", name="Show more").click()
    expect(rows).to_have_count(22)
    page.close()


def test_files_are_imported(page: Page, person: Person, folder: Path) -> None:
    diagram = person.make_diagram()
    page.goto(f"{person.site.url}/projects/{diagram['project_id']}")
    for name in ("first.zen", "second.txt"):
        (folder / name).write_text(f"A -> B: {name}\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files([folder / "first.zen", folder / "second.txt"])
    expect(page.get_by_role("link", name="first")).to_be_visible()
    page.get_by_role("link", name="second").click()
    Canvas(page).expect_source("A -> B: second.txt\n")


def test_pages_that_do_not_exist_say_so(person: Person) -> None:
    page = person.context.new_page()
    page.goto(f"{person.site.url}/nowhere/at/all")
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
    page.goto(f"{person.site.url}/projects/00000000-0000-4000-8000-000000000000")
    expect(page.get_by_role("alert")).to_contain_text("There is no such project")
    page.close()


def export_of(count: int) -> bytes:
    """A zip file with one project of so many diagrams, as the service exports it."""
    dates = {"created_at": "2026-01-02T03:04:05.678Z", "updated_at": "2026-01-02T03:04:05.678Z"}
    diagrams = [
        {"name": f"Number {number}", "kind": "sequence", "file": f"{number}.zen", "deleted": False} | dates for number in range(count)
    ]
    project = {"name": "Crowd", "description": "", "archived": False, "diagrams": diagrams}
    manifest = {"format": "zenuml-export", "version": 1, "exported_at": "", "name": "", "email": "", "projects": [project]}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as export:
        export.writestr("manifest.json", json.dumps(manifest))
        for diagram in diagrams:
            export.writestr(diagram["file"], "A -> B: x\n")
    return content.getvalue()


def test_a_project_of_any_size_is_shown_whole(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        headers = {"Content-Type": "application/zip"}
        made = person.api("POST", "/api/account/import", data=export_of(1001), headers=headers, timeout=60)
        assert made == {"projects": 1, "diagrams": 1001}
        page = context.new_page()
        person.open_home(page)
        page.get_by_role("article").filter(has_text="1001 diagrams").get_by_role("link", name="Crowd").click()
        articles = page.get_by_role("article")
        expect(articles).to_have_count(1000, timeout=60_000)
        page.get_by_role("button", name="Show more").click()
        expect(articles).to_have_count(1001, timeout=60_000)
        expect(page.get_by_role("button", name="Show more")).to_have_count(0)
