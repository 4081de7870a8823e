"""What pages say about themselves, and the order of belief."""

import json

import pytest
from trafilatura import load_html

from claims.text.html_metadata import page_metadata

BODY = "<body><p>The war ended, and the last soldier left by the bridge.</p>"


def _found(head, body=BODY, url=None):
    return page_metadata(load_html(f"<html><head>{head}</head>{body}</body></html>"), url=url)


HEADS = [
    # field, head, body, value, where
    ("title", "<title>War\n ends</title>", BODY, "War ends", "<title>"),
    (
        "title",
        '<meta property="og:title" content="OG"><title>T</title>',
        BODY,
        "OG",
        "meta property og:title",
    ),
    (
        "title",
        '<meta name="DC.title" content="DC"><title>T</title>',
        BODY,
        "DC",
        "meta name dc.title",
    ),
    ("title", "", BODY + "<h1>Heading</h1>", "Heading", "<h1>"),
    ("title", "", BODY + "<h2 itemprop=headline>Item</h2>", "Item", "itemprop headline"),
    ("title", '<meta property="og:title" content=" "><title>T</title>', BODY, "T", "<title>"),
    ("author", '<meta name="author" content="Jane Doe">', BODY, "Jane Doe", "meta name author"),
    (
        "author",
        '<meta property="article:author" content="https://x.org/jane"><meta name=author content="Jane">',
        BODY,
        "Jane",
        "meta name author",
    ),
    (
        "author",
        "",
        BODY + "<span itemprop=author><b itemprop=name>Jane</b> (Kabul)</span>",
        "Jane",
        "itemprop author",
    ),
    ("author", "", BODY + "<a rel=author href=/j>Jane Doe</a>", "Jane Doe", "<a rel=author>"),
    (
        "publisher",
        '<meta property="og:site_name" content="The Post">',
        BODY,
        "The Post",
        "meta property og:site_name",
    ),
    (
        "published",
        '<meta property="article:published_time" content="2021-08-31T10:00Z">',
        BODY,
        "2021-08-31",
        "meta property article:published_time",
    ),
    (
        "published",
        '<meta name="dcterms.created" content="31 August 2021">',
        BODY,
        "2021-08-31",
        "meta name dcterms.created",
    ),
    (
        "published",
        '<meta name="date" content="soon"><meta name="pubdate" content="2021-08-31">',
        BODY,
        "2021-08-31",
        "meta name pubdate",
    ),
    (
        "published",
        '<meta itemprop="datePublished" content="2021-08-31">',
        BODY,
        "2021-08-31",
        "itemprop datePublished",
    ),
    ("published", "", BODY + "<time datetime=2021-08-31>yesterday</time>", "2021-08-31", "<time>"),
    ("published", "", BODY + "<time>31 August 2021</time>", "2021-08-31", "<time>"),
    (
        "published",
        "",
        BODY + "<time datetime=2021-08-31></time><time datetime=2020-01-01></time>",
        None,
        None,
    ),
    (
        "published",
        "",
        BODY + "<time class=published datetime=2021-08-31></time><time datetime=2020-01-01></time>",
        "2021-08-31",
        "<time>",
    ),
    (
        "modified",
        '<meta property="article:modified_time" content="2021-09-01">',
        BODY,
        "2021-09-01",
        "meta property article:modified_time",
    ),
    (
        "modified",
        '<meta property="og:updated_time" content="2021-09-01">',
        BODY,
        "2021-09-01",
        "meta property og:updated_time",
    ),
    (
        "modified",
        "",
        BODY + "<time itemprop=dateModified datetime=2021-09-01>x</time>",
        "2021-09-01",
        "itemprop dateModified",
    ),
]


@pytest.mark.parametrize(
    ("field", "head", "body", "value", "where"),
    HEADS,
    ids=[f"{r[0]} {r[4]} {i}" for i, r in enumerate(HEADS)],
)
def test_fields(field, head, body, value, where):
    found = getattr(_found(head, body), field)
    assert (found.value, found.where) == (value, where)


def test_json_ld_is_believed_first():
    script = json.dumps({"@type": "NewsArticle", "headline": "LD", "datePublished": "2021-08-31"})
    found = _found(
        f'<script type="application/ld+json">{script}</script><meta property="og:title" content="OG">'
        '<meta property="article:published_time" content="2020-01-01">'
    )
    assert (found.title.value, found.title.where) == ("LD", "json-ld headline")
    assert found.published.value == "2021-08-31"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.org/2021/08/31/war.html", "2021-08-31"),
        ("https://x.org/world/20210831-war", "2021-08-31"),
        ("https://x.org/2021-08-31", "2021-08-31"),
        ("https://x.org/2021/08/war", None),
        ("https://x.org/a/120210831999", None),
        ("https://x.org/2021/02/31/x", None),
        (None, None),
    ],
)
def test_day_in_the_address(url, day):
    assert _found("", url=url).published.value == day


@pytest.mark.parametrize(
    ("head", "url", "canonical"),
    [
        ("<link rel=canonical href=https://x.org/war>", None, "https://x.org/war"),
        ("<link rel=canonical href=/war>", "https://x.org/a?b=1", "https://x.org/war"),
        ("<link rel=canonical href=/war>", None, None),
        ('<meta property="og:url" content="https://x.org/og">', None, "https://x.org/og"),
        ("<link rel=canonical href='javascript:alert(1)'>", "https://x.org/", None),
        ("<link rel=canonical href='http://[broken'>", "https://x.org/", None),
        (
            "<link rel=canonical href='data:text/html,x'><meta property='og:url' content='https://x.org/og'>",
            None,
            "https://x.org/og",
        ),
    ],
)
def test_canonical_address(head, url, canonical):
    assert _found(head, url=url).canonical_url == canonical


def test_hostile_amounts_stay_small():
    head = (
        '<meta name="author" content="%s">' % ("x" * 100_000) + '<meta name="a" content="b">' * 5000
    )
    found = _found(head + "<title>" + "y" * 100_000 + "</title>")
    assert found.author.value is None
    assert found.title.value is None
