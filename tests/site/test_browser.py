"""The site in a real browser: nothing runs, nothing is blocked, nothing overflows."""

import pytest
from public_site import HOSTILE, all_paths

pytestmark = pytest.mark.browser


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


def test_at_no_width_is_the_claim_table_wider_than_its_place(site, hostile, serve, visit):
    for which in (site, hostile):
        page, _ = visit()
        page.goto(serve(which) + "/public/claims")
        for width in (480, 736, 740, 768, 860, 960, 962, 1024, 1152, 1216, 1218, 1280):
            page.set_viewport_size({"width": width, "height": 600})
            wide = page.evaluate(
                "[document.documentElement, document.querySelector('.results')].map(e => e.scrollWidth"
                " - e.clientWidth)"
            )
            assert wide == [0, 0], width


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
