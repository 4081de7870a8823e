"""What stands in an article's place is named; articles on the subject are articles."""

from pathlib import Path

import pytest
import yaml

from claims.files.page_of import page_of
from claims.model.errors import NoContent
from claims.text.barriers.barrier import led_astray
from claims.text.decode import decode
from claims.text.html_text import html_page

TABLE = Path(__file__).parents[1] / "tables" / "barriers.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
SENTENCES = (
    "The new bridge over the river was opened on Tuesday after eleven years of work on both banks. "
    "Some four thousand vehicles a day are expected to use it in the first year, officials said. "
)
WORDS = {
    "PROSE": "".join(f"<p>In {1980 + n} as now: {SENTENCES}</p>" for n in range(9)),
    "SHORT": "".join(f"<p>In {1980 + n} as now: {SENTENCES}</p>" for n in range(2)),
    "TEASER": f"<p>{SENTENCES}</p><p>It is the first.</p>",
    "NEWS": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-08-31"}</script>',
    "LOCKED": '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
}


def _page(row):
    html = row["page"]
    for name, words in WORDS.items():
        html = html.replace(name, words)
    whole = f"<!doctype html><html><body>{html}</body></html>"
    return html_page(decode(whole.encode(), markup=True), url=row.get("url", "https://x.org/a"))


def test_the_table_is_large_enough():
    assert len(ROWS) >= 40
    assert sum(row["is"] is None for row in ROWS) >= 15


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_barriers(row):
    found = _page(row).barrier
    assert (found and found.outcome.value) == row["is"], found
    if found:
        assert found.why
        assert "\n" not in found.why


def test_a_paid_article_that_came_whole_is_noted():
    row = next(row for row in ROWS if "delivered whole" in row["why"])
    assert [found.kind.value for found in _page(row).findings] == ["metered"]


def test_a_file_with_a_wall_is_refused_in_one_line():
    with pytest.raises(
        NoContent, match=r"a\.html is a wall against bots: .*add what you see"
    ) as caught:
        page_of(b"<html><title>Just a moment...</title><p>Checking</p></html>", name="a.html")
    assert "\n" not in str(caught.value)
    assert caught.value.outcome.value == "bot_wall"


@pytest.mark.parametrize(
    ("asked", "answered", "astray"),
    [
        ("https://x.org/2021/08/war-ends", "https://x.org/", True),
        ("https://www.x.org/news/12345", "https://x.org", True),
        ("https://x.org/war-ends.html", "https://x.org/index.html", True),
        ("https://x.org/", "https://x.org/", False),
        ("https://x.org/home", "https://x.org/", False),
        ("https://x.org/2021/08/war-ends", "https://x.org/2021/08/the-war-ends", False),
        ("https://t.co/a1b2", "https://x.org/", False),
        ("https://[::1/a-1", "https://x.org/", False),
    ],
)
def test_a_way_that_leads_to_the_front_page_leads_astray(asked, answered, astray):
    assert (led_astray(asked, answered) is not None) is astray
