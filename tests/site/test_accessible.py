"""Every sort of page held against WCAG 2.2 AA by axe-core, by keyboard, at 320 pixels and at 200 %."""

from importlib.resources import files
from importlib.util import find_spec

import pytest
from public_site import all_paths

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def axe(without):
    if find_spec("axe_playwright_python") is None:
        without("axe-playwright-python")
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def more_paths(ids):
    return [
        *all_paths(ids),
        f"/claim/{ids['gone']}",
        f"/claim/{ids['gone']}/embed",
        "/nope",
        "/public/claims?_size=x",
        "/public/claims?_search=nothinglikethis",
        "/public/claims?kind=quantity&verdict__isnull=1",
    ]


def violations(page, axe):
    page.evaluate(axe)  # not as a script of the page, which its policy would rightly refuse
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(site, serve, visit, axe, scheme):
    address = serve(site)
    page, _ = visit(color_scheme=scheme)
    found = {}
    for path in more_paths(site.ids):
        page.goto(address + path)
        if broken := violations(page, axe):
            found[path] = broken
    assert found == {}


def test_on_paper_words_can_be_read_whatever_the_screen_was(site, serve, visit, axe):
    page, _ = visit(color_scheme="dark")
    address = serve(site)
    for path in ("/", "/public/claims", f"/claim/{site.ids['budget']}", "/corrections"):
        page.goto(address + path)
        page.emulate_media(media="print", color_scheme="dark")
        assert [one for one in violations(page, axe) if one[0] == "color-contrast"] == [], path


def test_axe_finds_nothing_on_a_telephone_or_on_a_demonstration(
    site, demonstration, serve, visit, axe
):
    for which, options in (
        (site, {"viewport": {"width": 320, "height": 640}}),
        (demonstration, {"color_scheme": "dark", "forced_colors": "active"}),
    ):
        address = serve(which)
        page, _ = visit(**options)
        for path in ("/", "/public/claims", f"/claim/{which.ids['budget']}", "/figures"):
            page.goto(address + path)
            assert violations(page, axe) == [], path


def test_axe_would_notice(site, serve, visit, axe):
    page, _ = visit()
    page.goto(serve(site) + "/")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [rule for rule, _ in violations(page, axe)] == ["html-has-lang"]


@pytest.mark.parametrize(
    ("what", "options"),
    [
        ("320 pixels", {"viewport": {"width": 320, "height": 256}}),
        ("200 %", {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}),
        ("400 %", {"viewport": {"width": 320, "height": 200}, "device_scale_factor": 4}),
    ],
)
def test_magnified_nothing_needs_scrolling_sideways(site, serve, visit, what, options):
    address = serve(site)
    page, _ = visit(**options)
    for path in more_paths(site.ids):
        page.goto(address + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= options["viewport"]["width"], (what, path, width)


def test_wide_tables_scroll_in_a_region_of_their_own_that_the_keyboard_reaches(site, serve, visit):
    page, _ = visit(viewport={"width": 320, "height": 640})
    address = serve(site)
    for path in ("/public/citations", "/public/sources"):
        page.goto(address + path)
        region = page.locator(".scroll").first
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("aria-label")
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(200)
        assert page.evaluate("document.querySelector('.scroll').scrollLeft") > 0, path


def test_the_keyboard_walks_through_every_page_in_the_order_of_its_text(site, serve, visit):
    """Each stop is visible, is marked, and stands after the one before; none is a trap."""
    page, _ = visit(reduced_motion="reduce")
    address = serve(site)
    for path in ("/", "/public/claims", f"/claim/{site.ids['budget']}", "/figures", "/method"):
        page.goto(address + path)
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select,"
            ' summary, [tabindex="0"]\')].filter(e => e.checkVisibility()).length'
        )
        seen = []
        for _ in range(wanted):
            page.keyboard.press("Tab")
            seen.append(
                page.evaluate(
                    """() => {
                    const all = [...document.querySelectorAll('*')], e = document.activeElement;
                    const style = getComputedStyle(e), box = e.getBoundingClientRect();
                    return {at: all.indexOf(e), tag: e.tagName, width: box.width,
                            outline: style.outlineStyle + ' ' + parseFloat(style.outlineWidth),
                            inside: box.top >= 0 && box.bottom <= innerHeight + 1 || box.height > innerHeight};
                    }"""
                )
            )
        order = [one["at"] for one in seen]
        assert order == sorted(set(order)), path
        assert len(seen) == wanted, path
        for one in seen:
            assert one["tag"] not in {"BODY", "HTML"}, (path, one)
            assert one["outline"] == "solid 3", (path, one)
            assert one["width"] > 0, (path, one)
            assert one["inside"], (path, one)


def test_targets_are_24_pixels_or_stand_apart(site, serve, visit, axe):
    """Success criterion 2.5.8, which axe leaves out of its default runs."""
    page, _ = visit(viewport={"width": 320, "height": 640})
    address = serve(site)
    for path in ("/", "/public/claims", f"/claim/{site.ids['budget']}"):
        page.goto(address + path)
        page.evaluate(axe)
        found = page.evaluate(
            "axe.run(document, {runOnly: {type: 'rule', values: ['target-size']}})"
        )
        assert [one["nodes"][0]["html"] for one in found["violations"]] == [], path


def test_on_paper_the_addresses_of_sources_are_printed(site, serve, visit):
    page, _ = visit()
    page.goto(serve(site) + f"/claim/{site.ids['budget']}")
    page.emulate_media(media="print")
    shown = page.evaluate(
        "getComputedStyle(document.querySelector('.links a[href^=http]'), '::after').content"
    )
    assert "https://" in shown
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
