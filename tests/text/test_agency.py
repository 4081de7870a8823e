"""Which agency a page credits, and the other marks of its origin and sort."""

from pathlib import Path

import pytest
import yaml

from claims.text.agency import agency_in_text
from claims.text.decode import decode
from claims.text.html_text import html_page

TABLE = Path(__file__).parents[1] / "tables" / "agencies.yaml"
GRAPH = (
    '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},'
    '{"@type":["ScholarlyArticle","x"],"sameAs":"https://doi.org/10.1000/9"}]}</script><h1>A</h1>'
)
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def _page(html, url="https://x.org/a"):
    return html_page(decode(f"<html><body>{html}</body></html>".encode(), markup=True), url=url)


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_agencies(row):
    found = agency_in_text(row["text"]) if "text" in row else _page(row["page"]).agency
    assert found.value == row["is"]
    assert (found.where is None) is (row["is"] is None)


@pytest.mark.parametrize(
    ("html", "kinds", "labels", "doi"),
    [
        ('<meta property="og:type" content="article"><h1>A</h1>', ("og:article",), (), None),
        ('<div itemscope itemtype="https://schema.org/Dataset"><h1>A</h1></div>', ("Dataset",), (), None),
        ("<main><p>Sponsored content</p><h1>Buy</h1></main>", (), ("Sponsored content",), None),
        ('<meta property="article:section" content="Opinion"><h1>A</h1>', (), ("Opinion",), None),
        ('<meta name="citation_doi" content="10.1101/2020.01.30.927871"><h1>A</h1>', (), (), "10.1101/2020.01.30.927871"),
        ('<meta name="dc.identifier" content="doi:10.1000/ABC"><h1>A</h1>', (), (), "10.1000/abc"),
        (GRAPH, ("ScholarlyArticle", "x"), (), "10.1000/9"),
        ("<header><span>Sponsored</span></header><div><div><div><div><h1>A</h1></div></div></div></div>", (), (), None),
    ],
)  # fmt: skip
def test_marks(html, kinds, labels, doi):
    page = _page(html + "<p>The war ended on that day.</p>")
    assert (page.kinds, page.labels, page.doi) == (kinds, labels, doi)


def test_links_are_those_of_the_text():
    page = _page(
        "<nav><a href=/n>N</a></nav><article><p>See <a href=/b#c>b</a>, <a href='https://y.org/'>y</a>,"
        " <a href='mailto:a@b'>m</a>, <a href='http://[::1'>bad</a> <a href=/b>b</a>.</p></article>"
    )
    assert page.links == ("https://x.org/b", "https://y.org/")


def test_links_in_hidden_parts_do_not_count():
    page = _page("<article><p>War. <a href=/b style='display:none'>b</a></p></article>")
    assert page.links == ()
