"""The site in a real browser: nothing runs, nothing is blocked, nothing overflows."""

import shutil
import threading
import time

import pytest
import uvicorn
from public_site import HOSTILE, all_paths

from claims.site.serve import listening

playwright = pytest.importorskip("playwright.sync_api")

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

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
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


@pytest.mark.parametrize("which", ["site", "demonstration", "hostile"])
def test_no_page_gives_an_error_or_breaks_the_policy(request, serve, visit, which):
    site = request.getfixturevalue(which)
    address = serve(site)
    page, complaints = visit()
    for path in all_paths(site.ids):
        assert page.goto(address + path).status == 200, path
        assert complaints == [], path


def test_the_policy_would_be_noticed(site, serve, visit):
    """The test above can fail: an inline script is blocked, and the browser says so."""
    page, complaints = visit()
    page.goto(serve(site) + "/")
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'alert(1)';"
        " document.body.append(s); }"
    )
    page.wait_for_timeout(100)
    assert any("policy" in text.lower() for text in complaints)


def test_attacks_are_seen_as_text(hostile, serve, visit):
    address = serve(hostile)
    page, complaints = visit()
    for path in (f"/claim/{hostile.ids['budget']}", "/public/claims"):
        page.goto(address + path)
        text = page.inner_text("main")
        assert "<script>alert(1)</script>" in text
        assert all(attack.split()[0] in text for attack in HOSTILE)
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_320_pixels_nothing_needs_scrolling_sideways(request, serve, visit, scheme):
    for which in ("site", "hostile"):
        site = request.getfixturevalue(which)
        address = serve(site)
        page, _ = visit(viewport={"width": 320, "height": 640}, color_scheme=scheme)
        for path in all_paths(site.ids):
            page.goto(address + path)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 320, f"{which} {path} is {width} wide"


def test_a_reader_without_scripts_searches_filters_and_turns_pages(site, serve, visit):
    page, complaints = visit(java_script_enabled=False)
    page.goto(serve(site) + "/")
    page.fill("#search", "budget doubled")
    page.press("#search", "Enter")
    page.wait_for_url("**/public/claims?_search=*")
    assert page.inner_text(".count").startswith("1 claim")
    page.click("text=The [city] budget has doubled")
    page.wait_for_url("**/claim/c-*")
    assert page.inner_text("mark >> nth=0") == "The budget has doubled in five years"
    page.click("nav[aria-label=Main] >> text=Claims")
    page.wait_for_url("**/public/claims")
    page.click("aside.facets >> text=Mostly false")
    page.wait_for_url("**verdict=**")
    assert page.inner_text(".count").startswith("1 claim")
    assert complaints == []


def test_the_keyboard_reaches_the_content_first(site, serve, visit):
    page, _ = visit()
    page.goto(serve(site) + "/public/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
