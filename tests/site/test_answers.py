"""What caches, embedders and readers of pictures get: validators, lengths, cards, oEmbed."""

import struct
import zlib

import numpy as np
import pytest
from public_site import page_paths

from claims.site.card_image import DOTS, picture, sheet
from claims.site.embed import claim_of


def test_an_answer_that_is_held_need_not_come_again(site):
    for path in (*page_paths(site.ids), "/feed.atom", "/style.css", "/public/claims.json"):
        first = site.get(path)
        etag = first.headers["etag"]
        again = site.get(path, headers={"If-None-Match": f'"x", {etag}'})
        assert (again.status_code, again.content) == (304, b""), path
        assert again.headers["etag"] == etag
        assert "content-security-policy" in again.headers
        assert first.headers["last-modified"].endswith("GMT")


def test_another_address_has_another_answer(site):
    tags = {site.get(path).headers["etag"] for path in page_paths(site.ids)}
    assert len(tags) == len(page_paths(site.ids))
    other = site.get("/", headers={"host": "other.example"}).headers["etag"]
    assert other != site.get("/").headers["etag"]


def test_what_is_not_there_is_not_held(site):
    missing = site.get("/nope")
    assert "etag" not in missing.headers
    assert missing.headers["cache-control"] == "no-store"


def test_pages_may_be_cached_and_do_not_vary(site):
    for path in page_paths(site.ids):
        headers = site.get(path).headers
        assert "max-age=60" in headers["cache-control"], path
        assert "vary" not in headers, path


def test_an_answer_given_before_is_the_same_answer(site):
    path = f"/claim/{site.ids['budget']}"
    first, second = site.get(path), site.get(path)
    assert (first.content, dict(first.headers)) == (second.content, dict(second.headers))


@pytest.mark.parametrize("path", ["/", "/public/claims", "/public/sources", "/nope", "/style.css"])
def test_head_has_the_headers_of_get_and_no_body(site, path):
    head, get = site.request("HEAD", path), site.get(path)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers["content-length"] == str(len(get.content))


def test_only_the_card_may_stand_in_a_frame(site):
    card = site.get(f"/claim/{site.ids['budget']}/embed")
    assert "frame-ancestors *" in card.headers["content-security-policy"]
    assert card.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "Mostly false" in card.text
    for path in page_paths(site.ids):
        headers = site.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"], path
        assert headers["cross-origin-resource-policy"] == "same-origin", path


def test_a_page_says_where_its_card_is_found(site):
    claim = f"http://localhost/claim/{site.ids['budget']}"
    page = site.get(f"/claim/{site.ids['budget']}").text
    assert 'type="application/json+oembed" href="http://localhost/oembed?url=http%3A%2F%2F' in page
    found = site.get("/oembed", params={"url": claim, "maxwidth": "300", "format": "json"}).json()
    assert (found["version"], found["type"], found["width"]) == ("1.0", "rich", 300)
    assert f'src="{claim}/embed"' in found["html"]
    assert found["title"].startswith("Mostly false: ")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"url": "https://other.example/claim/c-0123456789abcdef"}, 404),
        ({"url": "http://localhost/claim/c-ffffffffffffffff"}, 404),
        ({"url": "javascript:alert(1)"}, 404),
        ({"url": "http://[x"}, 404),
        ({}, 404),
        ({"url": "http://localhost/", "format": "xml"}, 501),
    ],
)
def test_oembed_of_anything_else(site, query, status):
    answer = site.get("/oembed", params=query)
    assert answer.status_code == status
    assert answer.json()["ok"] is False


@pytest.mark.parametrize(
    ("address", "base", "key"),
    [
        ("https://f.example/claim/c-0123456789abcdef/", "https://f.example", "c-0123456789abcdef"),
        (
            "https://f.example/a/claim/c-0123456789abcdef/index.html",
            "https://f.example/a",
            "c-0123456789abcdef",
        ),
        ("https://f.example/claim/c-0123456789abcdef", "https://f.example/a", None),
        ("https://f.example/claim/c-0123456789abcdef/../x", "https://f.example", None),
    ],
)
def test_which_claim_an_address_is_of(address, base, key):
    assert claim_of(address, base) == key


def decoded(body):
    """The pixels of a PNG that is written as ours are."""
    assert body.startswith(b"\x89PNG\r\n\x1a\n")
    at, data, size = 8, b"", None
    while at < len(body):
        length, kind = struct.unpack(">I4s", body[at : at + 8])
        chunk = body[at + 8 : at + 8 + length]
        (check,) = struct.unpack(">I", body[at + 8 + length : at + 12 + length])
        assert check == zlib.crc32(kind + chunk)
        size = struct.unpack(">II", chunk[:8]) if kind == b"IHDR" else size
        data += chunk if kind == b"IDAT" else b""
        at += 12 + length
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(size[1], 1 + size[0] * 3)
    assert not rows[:, 0].any()
    return rows[:, 1:].reshape(size[1], size[0], 3)


CLAIM = {
    "verdict": "False",
    "rating_value": 1,
    "claim": "It rained.",
    "status": "published",
    "demonstration": 0,
    "decided_at": "2026-03-03T09:30:00Z",
}


def test_the_picture_of_a_claim(site):
    answer = site.get(f"/claim/{site.ids['budget']}/card.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    pixels = decoded(answer.content)
    assert pixels.shape == (630, 1200, 3)
    assert len(answer.content) < 60_000
    page = site.get(f"/claim/{site.ids['budget']}").text
    assert f'content="http://localhost/claim/{site.ids["budget"]}/card.png"' in page
    assert 'alt" content="Mostly false: The [city] budget has doubled in five years">' in page
    assert site.get(f"/claim/{site.ids['gone']}/card.png").status_code == 410
    assert site.get("/claim/c-ffffffffffffffff/card.png").status_code == 404


def dark(claim):
    return int(
        (decoded(picture({**CLAIM, **claim}, by="Desk", name="Site")) < 60).all(axis=2).sum()
    )


def test_letters_that_the_sheet_lacks_leave_the_words_out_and_break_nothing():
    empty = dark({"claim": ""})
    for words in ("漢字だけ", "مرحبا بالعالم", "😈" * 50):
        assert dark({"claim": words}) == empty
    assert dark({"claim": "Żółw, ёж and ναί"}) > empty
    assert dark({"claim": "word " * 4000}) < 90_000
    assert dark({"claim": "x" * 5000, "verdict": "y" * 500})


def test_every_sort_of_verdict_has_its_letters():
    assert set("".join(DOTS.values())) <= set(sheet().place)
