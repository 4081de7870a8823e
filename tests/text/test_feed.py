import pytest

from claims.model.errors import BadInput
from claims.text.feed import feed_links

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>https://e.example/</link>
<item><title>A</title><link>https://e.example/a</link></item>
<item><link> https://e.example/b </link></item>
<item><link>https://e.example/a</link></item>
<item><title>no link</title></item>
<item><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://e.example/"/>
<entry><link rel="edit" href="/edit/a"/><link href="/a"/></entry>
<entry><link rel="alternate" href="https://e.example/b"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<item rdf:about="x"><link>https://e.example/a</link></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("why", "raw", "links"),
    [
        ("RSS: each article once, in order, web addresses alone", RSS, ("a", "b")),
        ("Atom: alternate links, relative ones against the feed", ATOM, ("a", "b")),
        ("RSS 1.0", RDF, ("a",)),
        ("a feed that breaks off", RSS[:150], ("a",)),
    ],
)
def test_feeds(why, raw, links):
    found = feed_links(raw, url="https://e.example/feed.xml")
    assert tuple(found) == tuple(f"https://e.example/{name}" for name in links), why


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        ("<item>LINK<pubDate>Mon, 01 Mar 2021 23:30:00 GMT</pubDate></item>", "2021-03-01"),
        ("<item>LINK<pubDate>1 Mar 2021</pubDate></item>", "2021-03-01"),
        ("<item>LINK<x:date xmlns:x='http://purl.org/dc/elements/1.1/'>2021-03-01</x:date></item>", "2021-03-01"),
        ("<entry>LINK<published>2021-03-01T23:30:00+02:00</published></entry>", "2021-03-01"),
        ("<entry>LINK<updated>2021-03-01T23:30:00Z</updated></entry>", None),
        ("<entry>LINK<source><published>2021-03-01</published></source></entry>", None),
        ("<item>LINK<pubDate>soon</pubDate></item>", None),
        ("<item>LINK<pubDate/></item>", None),
    ],
)  # fmt: skip
def test_the_day_on_which_the_feed_says_it_came_out(entry, day):
    raw = (
        f"<rss><channel>{entry.replace('LINK', '<link>https://e.example/a</link>')}</channel></rss>"
    )
    assert feed_links(raw.encode(), url=None) == {"https://e.example/a": day}


BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><link>https://e.example/&b;&x;</link>
</item></channel></rss>"""


def test_entities_are_never_resolved():
    assert tuple(feed_links(BOMB, url=None)) == ("https://e.example/",)


@pytest.mark.parametrize(
    "raw", [b"", b"no xml", b"<rss/>", b"<html><a href='https://e/'>x</a></html>"]
)
def test_what_is_no_feed_is_refused(raw):
    with pytest.raises(BadInput):
        feed_links(raw, url=None)
