"""The table of rates, held against what interfaces state."""

import pytest

from claims.web.asking import Asking
from claims.web.http import httpx
from claims.web.rates import TABLE, turn_of

# address, contact, key: name of the turns, seconds between two, open at once, what windows allow
STATED = [
    ("https://en.wikipedia.org/w/api.php", True, False, "wikimedia", 0.3, 3, ()),
    ("https://en.wikipedia.org/w/api.php", False, False, "wikimedia", 6.0, 1, ()),
    ("https://de.wikipedia.org/wiki/X", True, False, "wikimedia", 0.3, 3, ()),
    ("https://www.wikidata.org/w/api.php", True, False, "wikimedia", 0.3, 3, ()),
    ("https://query.wikidata.org/sparql", True, False, "wikidata-sparql", 1.0, 5, ()),
    ("https://notwikipedia.org/", True, False, "notwikipedia.org", 1.0, 2, ()),
    ("https://wikipedia.org.evil.example/", True, False, "wikipedia.org.evil.example", 1.0, 2, ()),
    ("https://api.crossref.org/works?rows=5", True, False, "crossref", 0.34, 3, ()),
    ("https://api.crossref.org/works?rows=5", False, False, "crossref", 1.0, 1, ()),
    ("https://api.crossref.org/works/10.1/x", True, False, "crossref-record", 0.1, 3, ()),
    ("https://api.crossref.org/works/10.1/x", False, False, "crossref-record", 0.2, 1, ()),
    ("https://api.openalex.org/works?search=x", True, True, "openalex", 0.1, 2, (1000,)),
    ("https://api.openalex.org/works?search=x", True, False, "openalex", 1.0, 1, (100,)),
    ("https://api.openalex.org/works/doi:10.1/x", True, False, "openalex-record", 0.1, 2, ()),
    ("https://api.gdeltproject.org/api/v2/doc/doc", True, False, "gdelt", 5.0, 1, ()),
    ("https://archive.org/wayback/available?url=x", True, False, "wayback-available", 3.0, 1, ()),
    ("https://archive.org/details/x", True, False, "archive.org", 1.0, 2, ()),
    ("https://web.archive.org/cdx/search/cdx?url=x", True, False, "wayback-cdx", 2.5, 1, (24,)),
    ("https://web.archive.org/web/timemap/link/x", True, False, "wayback-cdx", 2.5, 1, (24,)),
    ("https://web.archive.org/save", True, True, "wayback-save", 8.6, 1, (7,)),
    ("https://web.archive.org/save/https://x", True, False, "wayback-save", 20.0, 1, (3,)),
    ("https://web.archive.org/save/status/1", True, True, "wayback-save-status", 1.0, 1, ()),
    ("https://web.archive.org/web/2021id_/http://x", True, False, "wayback", 3.0, 1, ()),
    ("https://timetravel.mementoweb.org/timemap/json/x", True, False, "memento", 2.0, 1, ()),
    ("https://api.search.brave.com/res/v1/web/search", True, True, "brave", 1.0, 1, ()),
    ("https://www.ebi.ac.uk/europepmc/webservices/rest/search", True, False, "europepmc", 0.1, 2, ()),
    ("https://www.courtlistener.com/api/rest/v4/search/", True, True, "courtlistener", 12.0, 1, (5, 50, 125)),
    ("https://www.courtlistener.com/api/rest/v4/search/", True, False, "courtlistener", 12.0, 1, (100,)),
    ("https://api.worldbank.org/v2/country", True, False, "worldbank", 1.0, 1, ()),
    ("https://efts.sec.gov/LATEST/search-index", True, False, "sec", 0.1, 2, ()),
    ("https://api.datacite.org/dois", True, False, "datacite", 0.3, 2, (1000,)),
    ("https://News.Example./a", True, False, "news.example", 1.0, 2, ()),
]  # fmt: skip


@pytest.mark.parametrize("row", STATED, ids=lambda r: f"{r[0]} {r[1:3]}")
def test_stated_rates(row):
    address, contact, key, name, interval_s, at_once, windows = row
    url = httpx.URL(address)
    turn = turn_of(url.host, url.path, contact=contact, key=key)
    assert (turn.name, turn.rate.interval_s, turn.rate.at_once) == (name, interval_s, at_once)
    assert tuple(count for count, _ in turn.rate.windows) == windows


def test_every_row_of_the_table_is_held_against_a_statement():
    assert {row.name for row in TABLE} <= {row[3] for row in STATED}


def test_to_be_known_never_means_to_be_slower():
    for row in TABLE:
        if row.known:
            assert row.known.interval_s <= row.rate.interval_s
            assert row.known.at_once >= row.rate.at_once


@pytest.mark.parametrize(
    ("address", "headers", "key"),
    [
        ("https://api.openalex.org/works?api_key=x", {}, True),
        ("https://web.archive.org/save", {"authorization": "LOW a:b"}, True),
        ("https://api.search.brave.com/", {"X-Subscription-Token": "x"}, True),
        ("https://api.openalex.org/works?search=key", {"X-Other": "x"}, False),
    ],
)
def test_what_shows_a_key(address, headers, key):
    asking = Asking(accept="*/*", robots=False, headers=headers)
    assert asking.shows_key(httpx.URL(address)) is key
