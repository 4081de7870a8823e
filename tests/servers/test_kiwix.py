"""A real kiwix-serve with a book of ours: it answers, and the provider zim finds its articles."""

import json

import pytest
from starting import get

from claims.sources import directory

HAS_ZIM = "zim" in getattr(directory, "NAMES", ())


def test_the_book_can_be_searched(kiwix):
    status, _, body = get(
        f"{kiwix.base}/search?pattern=grain+cement&content={kiwix.book}&format=xml"
    )
    assert status == 200
    assert b"Port of Sirin" in body


@pytest.mark.skipif(not HAS_ZIM, reason="there is no provider called zim")
def test_find(kiwix, citetrail, tmp_path, figure):
    (tmp_path / "a.txt").write_text(
        "Port\n\nThe port of Sirin handled 4.2 million tonnes in 2018.\n"
    )
    citetrail("add", "a.txt", "--published", "2020-01-01")
    citetrail("extract")
    settings = {"zim": kiwix.base, "zim_book": kiwix.book, "allow_hosts": kiwix.pair}
    done = citetrail("find", "--provider", "zim", "--json", **settings)
    assert done.code == 0, done.err
    (claim,) = json.loads(citetrail("claims", "--json").out)
    candidates = json.loads(citetrail("show", claim["id"], "--json").out)["candidates"]
    assert "Port of Sirin" in {c["title"] for c in candidates}
    assert all(c["snapshot"] for c in candidates)
    figure(f"kiwix-serve: {len(candidates)} articles found, fetched and archived")
