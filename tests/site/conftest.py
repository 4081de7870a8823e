"""Sites for the tests of this folder: an ordinary one, a demonstration, one full of attacks."""

import os
import shutil
import threading
import time

import pytest
import uvicorn
from public_desk import ordinary_desk
from public_site import hostile_site, site_of

from claims.site.serve import listening

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    desk, ids = ordinary_desk(folder / "work.db")
    return site_of(desk, ids, folder, desk="Example Desk", contact="corrections@desk.example")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demonstration")
    desk, ids = ordinary_desk(folder / "work.db")
    desk.event(ids["budget"], "corrected", action="demonstrate", summary="Shown by a program.")
    return site_of(desk, ids, folder)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    return hostile_site(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def without():
    """Skips a test of the browser; where the browser has to be there (CI), fails it instead."""

    def leave(what):
        if os.environ.get("CITETRAIL_NEEDS_BROWSER"):
            pytest.fail(f"{what} is not installed")
        pytest.skip(f"{what} is not installed")

    return leave


@pytest.fixture(
    scope="module"
)  # its event loop is this thread's until it is closed; others need their own
def browser(without):
    if CHROMIUM is None:
        without("Chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        without("Playwright")
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def serve():
    """Serves a site over loopback in a thread; gives its address."""
    running = []

    def start(site):
        listener = listening("127.0.0.1", 0)
        server = uvicorn.Server(uvicorn.Config(site.datasette.app(), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        running.append((server, thread, listener))
        while not server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for server, thread, listener in running:
        server.should_exit = True
        thread.join(20)
        listener.close()


@pytest.fixture
def visit(browser):
    """Opens addresses and collects what the browser complains of."""
    complaints = []
    contexts = []

    def failed(request):
        if "ERR_ABORTED" not in request.failure:  # the next page was asked for before the icon came
            complaints.append(f"{request.failure}: {request.url}")

    def open_page(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("requestfailed", failed)
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))"
        )
        return page, complaints

    yield open_page
    for context in contexts:
        context.close()
