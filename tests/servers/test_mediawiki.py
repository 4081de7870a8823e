"""A real MediaWiki: searched, its pages fetched and archived."""

import json

import pytest

from db import rows
from db.connection import open_database

ARTICLE = (
    "Losses\n\nThe general staff counted 15,051 dead of the Fortieth Column. "
    "The port of Sirin handled 4.2 million tonnes of grain and cement in 2018.\n"
)


@pytest.fixture
def work(citetrail, tmp_path):
    """A database with the claims of an article."""
    (tmp_path / "a.txt").write_text(ARTICLE)
    citetrail("add", "a.txt", "--published", "2020-01-01")
    assert citetrail("extract").code == 0
    return open_database(tmp_path / "work.db")


def test_find(mediawiki, citetrail, work, figure):
    settings = {"mediawiki": mediawiki.api, "allow_hosts": mediawiki.pair}
    done = citetrail("find", "--provider", "mediawiki", "--json", **settings)
    assert done.code == 0, done.err
    searches = json.loads(done.out)
    assert {s["outcome"] for s in searches} <= {"found", "nothing_found"}
    found = {}
    for candidate in rows.select(work, "candidates"):
        copy = rows.get(work, "snapshots", candidate["snapshot"])
        assert copy["outcome"] == "stored"
        found[candidate["title"]] = copy["text"]
    assert "14,420 dead between 1979 and 1989" in found["Losses of the Fortieth Column"]
    assert "4.2 million tonnes" in found["Port of Sirin"]
    figure(f"mediawiki: {len(searches)} searches, {len(found)} pages found, fetched and archived")
    assert citetrail("verify").code == 0


@pytest.mark.usefixtures("work")
def test_a_wiki_that_is_switched_off_is_not_an_empty_one(citetrail):
    settings = {"mediawiki": "http://127.0.0.1:9/api.php", "allow_hosts": "127.0.0.1:9"}
    done = citetrail("find", "--provider", "mediawiki", "--json", **settings)
    assert done.code in {1, 3}
    assert "nothing_found" not in {s["outcome"] for s in json.loads(done.out)}
