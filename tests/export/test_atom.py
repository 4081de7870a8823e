"""Feeds that parse, whatever the entries hold."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from claims.export.atom import Entry, Feed, atom, xml_text

ATOM = "{http://www.w3.org/2005/Atom}"
FEED = Feed(
    title="Checks & balances",
    url="https://checks.example/",
    feed_url="https://checks.example/feed.atom",
    updated="2026-03-04T09:30:00Z",
    author="Example Desk",
)


def entry(title="False: <b>it</b> rained"):
    return Entry(
        title=title,
        url="https://checks.example/claim/c-1",
        published="2026-03-03T09:30:00Z",
        updated="2026-03-04T09:30:00Z",
        summary="It did not.",
    )


def test_a_feed_has_what_rfc_4287_asks_for():
    root = ET.fromstring(atom(FEED, [entry()]))
    assert root.tag == ATOM + "feed"
    assert root.findtext(ATOM + "title") == "Checks & balances"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Example Desk"
    links = {link.get("rel"): link.get("href") for link in root.findall(ATOM + "link")}
    assert links == {"self": FEED.feed_url, "alternate": FEED.url}
    found = root.find(ATOM + "entry")
    assert {child.tag.removeprefix(ATOM) for child in found} == {
        *("title", "id", "link", "published", "updated", "summary")
    }
    assert found.findtext(ATOM + "title") == "False: <b>it</b> rained"


@given(st.text(st.characters(codec=None, exclude_categories=[])))
def test_every_text_can_stand_in_a_feed(text):
    root = ET.fromstring(atom(FEED, [entry(text)]).encode())
    assert root.find(ATOM + "entry") is not None


def test_characters_that_xml_cannot_hold_are_marked():
    assert xml_text("a\x00b\x1b\ud800") == "a\ufffdb\ufffd\ufffd"
