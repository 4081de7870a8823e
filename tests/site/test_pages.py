"""The site's own pages, and what programs read."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from public_site import page_paths

SUMMARY = "Spending rose 61 percent, not 100."
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Outline(HTMLParser):
    """What a screen reader finds its way by."""

    def __init__(self, page):
        super().__init__()
        self.headings, self.landmarks, self.ids, self.labels, self.fields = [], [], [], [], []
        self.within = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.within.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in {"main", "header", "footer", "nav"}:
            self.landmarks.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "label" and "for" in found:
            self.labels.append(found["for"])
        if tag in {"input", "select"} and found.get("type") != "hidden":
            self.fields.append((found.get("id"), "label" in self.within))
        if tag in {"meta", "link", "input"}:
            self.within.pop()

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass


def test_every_page_can_be_found_through_without_eyes(site):
    for path in page_paths(site.ids):
        page = site.get(path).text
        assert page.startswith('<!doctype html>\n<html lang="en">'), path
        outline = Outline(page)
        assert outline.headings.count(1) == 1, path
        steps = zip(outline.headings, outline.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), path
        assert outline.landmarks.count("main") == 1, path
        assert len(outline.ids) == len(set(outline.ids)), path
        assert '<a class="skip" href="#main">' in page, path
        assert all(field in outline.labels or inside for field, inside in outline.fields), path
        for table in re.findall(r"<thead.*?</thead>", page, flags=re.DOTALL):
            assert table.count("<th") - 1 == table.count('scope="col"'), path
        assert re.search(r"<title>[^<]{3,200}</title>", page), path


def test_the_front_page_says_what_this_is_and_what_is_new(site):
    page = site.get("/").text
    assert "How claims are chosen and judged" in page
    newest, corrections = page.index("Newest verdicts"), page.index("Newest corrections")
    assert newest < page.index("budget has doubled in five years</bdi>") < corrections
    assert "The first version left out the year 2020." in page[corrections:]
    assert "corrections@desk.example" in page


def test_corrections_are_listed_with_their_reasons(site):
    page = site.get("/corrections").text
    assert page.index("attributed to the wrong person") < page.index("left out the year 2020")
    assert "A claim that is no longer shown" in page


def test_only_a_demonstration_has_the_banner_and_keeps_out_of_search_engines(site, demonstration):
    for path in page_paths(site.ids):
        assert "Unreviewed demonstration.</strong>" not in site.get(path).text, path
        page = demonstration.get(path).text
        assert "Unreviewed demonstration.</strong>" in page, path
        assert '<meta name="robots" content="noindex">' in page, path
    assert demonstration.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    robots = site.get("/robots.txt").text
    assert "Sitemap: http://localhost/sitemap.xml\n" in robots
    assert "Allow: /style.css\n" in robots  # its address has a `?`, and pages are judged with it


def test_the_feed_has_new_corrected_and_withdrawn_verdicts(site):
    root = ET.fromstring(site.get("/feed.atom").content)
    titles = [entry.findtext(ATOM + "title") for entry in root.findall(ATOM + "entry")]
    assert titles == [
        "Withdrawn: A claim was withdrawn",
        "Corrected: Mostly false: The [city] budget has doubled in five years",
    ]
    assert root.findtext(ATOM + "updated") == "2026-03-07T09:30:00Z"
    said = [entry.findtext(ATOM + "summary") for entry in root.findall(ATOM + "entry")]
    assert said == [
        "Withdrawn: The claim was attributed to the wrong person.",
        "Corrected: The first version left out the year 2020. It says now: " + SUMMARY,
    ]


def test_the_feed_of_a_demonstration_says_so(demonstration):
    root = ET.fromstring(demonstration.get("/feed.atom").content)
    titles = [entry.findtext(ATOM + "title") for entry in root.findall(ATOM + "entry")]
    assert titles[0].startswith("Unreviewed demonstration: ")


def test_the_site_map_names_the_claims(site):
    root = ET.fromstring(site.get("/sitemap.xml").content)
    places = [url.findtext(MAP + "loc") for url in root]
    assert "http://localhost/" in places
    assert f"http://localhost/claim/{site.ids['budget']}" in places
    assert not any(site.ids["hidden"] in place for place in places)


def test_the_style_sheet_is_held_by_version(site):
    page = site.get("/").text
    (address,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    answer = site.get(address)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    assert site.get("/style.css").headers["cache-control"] == "no-cache"


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


PAIRS = [
    ("ink", "paper"),
    ("quiet", "paper"),
    ("link", "paper"),
    ("visited", "paper"),
    ("quiet", "raised"),
    ("link", "raised"),
    ("ink", "raised"),
    ("mark-ink", "mark"),
    ("warn", "warn-paper"),
    ("true", "true-paper"),
    ("middle", "middle-paper"),
    ("false", "false-paper"),
    ("true", "paper"),
    ("false", "paper"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_colours_keep_the_contrast_of_wcag_aa_by_day_and_night(site, pair):
    css = site.get("/style.css").text
    for scheme in re.findall(r":root \{(.*?)\}", css, flags=re.DOTALL)[:2]:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", scheme))
        light, dark = sorted((luminance(colours[name]) for name in pair), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
