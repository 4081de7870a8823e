import json
import re
from html.parser import HTMLParser

import pytest

from claims.sample.pages import read_page, read_pages
from claims.sample.server import SAMPLE

ARTICLE = (SAMPLE / "article.html").read_text(encoding="utf-8")
SOURCES = sorted((SAMPLE / "sources").iterdir())
NOTE = "Sample material written for Citetrail"


class Paragraphs(HTMLParser):
    """The words of the article proper."""

    def __init__(self):
        super().__init__()
        self.inside = False
        self.words = []

    def handle_starttag(self, tag, _):
        self.inside = self.inside or tag == "article"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "article"

    def handle_data(self, data):
        if self.inside:
            self.words += data.split()


def linked_data(html):
    return json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    )


def test_the_article_is_as_long_as_a_news_article():
    reader = Paragraphs()
    reader.feed(ARTICLE)
    assert 600 <= len(reader.words) <= 900


@pytest.mark.parametrize(
    "words",
    [
        "more than 15,000 Soviet soldiers died",
        "Moscow had opened negotiations with the Taliban as early as 2018",
        "On 15 February 1989 General Boris Gromov",
        "resolution 1267",
        "29 February 2020",
        "15 August 2021",
    ],
)
def test_the_article_states(words):
    assert words in ARTICLE


def test_the_article_says_who_when_and_where_in_three_ways():
    about = linked_data(ARTICLE)
    assert about["@type"] == "NewsArticle"
    assert about["datePublished"].startswith("2021-09-02")
    assert about["dateModified"].startswith("2021-09-03")
    for words in (about["author"]["name"], about["publisher"]["name"], about["headline"]):
        assert ARTICLE.count(words) >= 3
    assert 'property="article:published_time" content="2021-09-02' in ARTICLE


def test_the_article_ends_in_a_comment_form():
    assert ARTICLE.index("Leave a comment") > ARTICLE.index("</article>")
    assert "<form" in ARTICLE


def test_there_are_about_twelve_sources_and_one_is_a_pdf():
    assert 11 <= len(SOURCES) <= 15
    assert [f.suffix for f in SOURCES].count(".pdf") == 1
    assert all(f.stat().st_size < 20_000 for f in SOURCES)


@pytest.mark.parametrize("file", [*SOURCES, SAMPLE / "article.html"], ids=lambda f: f.name)
def test_every_page_says_that_it_is_sample_material(file):
    if file.suffix == ".pdf":
        assert NOTE in read_page(file, 1).text
    else:
        html = file.read_text(encoding="utf-8")
        assert NOTE in html[html.index("<footer>") :]


@pytest.mark.parametrize("file", [f for f in SOURCES if f.suffix == ".html"], ids=lambda f: f.name)
def test_every_page_names_title_publisher_author_and_date(file):
    html = file.read_text(encoding="utf-8")
    about = linked_data(html)
    assert f"<title>{about['headline']}</title>" in html
    assert about["publisher"]["url"].endswith(".example/")
    assert about["author"]["name"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", about["datePublished"])
    assert about.get("dateModified", about["datePublished"]) >= about["datePublished"]


def text_of(name):
    (page,) = [
        p for p, f in zip(read_pages(SAMPLE / "sources"), SOURCES, strict=True) if f.stem == name
    ]
    return page.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("soviet-losses-in-the-afghan-war", "15,051"),  # agrees
        ("the-afghan-war-in-figures", "14,453"),  # the older count
        ("first-contacts-between-moscow-and-the-taliban", "since at least 2007"),  # an earlier date
        ("the-day-we-crossed-at-termez", "14 February 1989"),  # a wrong date
        ("security-council-resolutions-on-the-taliban", "15 October 1999"),
        ("withdrawal-of-the-limited-contingent", "100,300 troops"),  # out of the PDF
        ("russian-list-of-terrorist-organisations", "14 February 2003"),
    ],
)
def test_sources_agree_and_disagree(name, words):
    assert words in text_of(name)


def test_one_source_is_silent():
    silent = text_of("salang-road")
    assert not re.search(r"Taliban|Gromov|1989|2018|15,0|14,4", silent)


def test_two_sources_are_copies_and_one_says_so():
    one = text_of("taliban-delegation-attends-moscow-talks")
    two = text_of("taliban-at-the-table-in-moscow")
    shared = set(re.split(r"(?<=\.) ", one)) & set(re.split(r"(?<=\.) ", two))
    assert len(shared) >= 6
    assert "Text: Northwind Wire" in two


def test_the_readme_names_every_page_that_is_odd_on_purpose():
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([a-z-]+\.(?:html|pdf))`", readme):
        assert (SAMPLE / name).exists() or (SAMPLE / "sources" / name).exists(), name
    assert "CC0" in readme
