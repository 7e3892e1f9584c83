"""What the journeys in the browser share: each module has a browser and, on each store, a server."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from e2e.browser import Watch, launched
from e2e.mongodb import ReplicaSet
from e2e.web.site import Person, Site, profile, watch

STORES = ("sqlite", "mongodb")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module", params=STORES)
def new_database(request: pytest.FixtureRequest) -> Callable[[], str | None]:
    """Gives the address of an empty database; None for one in the server's own folder."""
    if request.param == "sqlite":
        return lambda: None
    members: ReplicaSet = request.getfixturevalue("one_node")
    return lambda: members.url(f"web-{uuid4().hex[:8]}")


@pytest.fixture(scope="module")
def site(new_database: Callable[[], str | None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("web"), new_database()) as site:
        yield site


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    with profile(browser) as context:
        yield context


@pytest.fixture(scope="module")
def person(site: Site, browser: Browser) -> Iterator[Person]:
    """Somebody who is signed in; each test makes the diagrams that it needs."""
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        page.close()
        yield person


@pytest.fixture
def page(person: Person) -> Iterator[Page]:
    """A page of the person's. It must not complain, fail or ask another host."""
    page = person.context.new_page()
    watched: Watch = watch(page, person.site)
    yield page
    page.close()
    assert watched.problems == []
    assert watched.hosts <= {"localhost"}
