"""Text from outside is text on the page, wherever it stands."""

import json
from xml.etree import ElementTree as ET

import pytest
from page_reader import Reader
from public_site import HOSTILE, NASTY, all_paths


def test_no_attack_becomes_markup_on_any_page(hostile):
    for path in all_paths(hostile.ids):
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        page = Reader(answer.text)
        assert not page.open, path
        assert "img" not in page.elements, path
        assert str(1234 * 1111) not in answer.text, path
        for tag, name, value in page.attributes:
            assert not name.startswith("on"), path
            if name in {"href", "src", "action"}:
                assert value.startswith(("/", "https://", "#", "http://localhost/")), (
                    path,
                    tag,
                    value,
                )
                assert not value.lower().startswith(("javascript:", "data:")), path


def test_attacks_show_as_text(hostile):
    for path in ("/", "/public/claims", f"/claim/{hostile.ids['budget']}", "/public/sources"):
        text = "".join(Reader(hostile.get(path).text).text)
        for attack in HOSTILE:
            assert attack in text, (path, attack)


def test_direction_characters_are_fenced_in(hostile):
    for path in (f"/claim/{hostile.ids['budget']}", "/public/claims", "/public/passages", "/"):
        page = Reader(hostile.get(path).text)
        assert any("\u202e" in text for text in page.fenced), path
        loose = [text for text in page.text if "\u202e" in text and text not in page.fenced]
        assert loose == [], path


def test_scripts_cannot_leave_the_embedded_data(hostile):
    page = hostile.get(f"/claim/{hostile.ids['budget']}").text
    assert page.count("<script") == page.count("</script>") == 1
    embedded = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(embedded)["reviewRating"]["alternateName"] == NASTY


@pytest.mark.parametrize("path", ["/feed.atom", "/sitemap.xml"])
def test_feeds_stay_well_formed(hostile, path):
    root = ET.fromstring(hostile.get(path).content)
    assert len(root) >= 2


def test_a_search_for_an_attack_shows_it_as_text(hostile):
    for attack in HOSTILE:
        answer = hostile.get("/public/claims", params={"_search": attack, "claimant": attack})
        assert answer.status_code == 200
        page = Reader(answer.text)
        assert "script" not in page.elements
        assert ("input", "value", attack) in page.attributes


def test_a_link_with_a_program_for_an_address_is_no_link(hostile):
    page = hostile.get(f"/claim/{hostile.ids['homes']}").text
    assert "Open the article at these words" not in page
    assert 'href="javascript' not in page
