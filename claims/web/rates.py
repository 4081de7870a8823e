"""How often each host may be asked: one table of what hosts have stated, and one row for all others.

Figures as of November 2026. A host that knows us (a contact in the User-Agent, a key) often allows more
than it allows strangers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0


@dataclass(frozen=True, slots=True)
class Rate:
    """At most one request every `interval_s` and `at_once` open ones; `windows` are counts in seconds.

    After an answer that took longer than a second the host is left alone for `after_slow_s`.
    """

    interval_s: float = 1.0
    at_once: int = 2
    windows: tuple[tuple[int, float], ...] = ()
    after_slow_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: whom it is for, how often, and how often when the host knows us.

    Hosts of a row, their subdomains included, share its turns. `path` narrows it to addresses that
    begin so.
    """

    name: str
    hosts: tuple[str, ...]
    rate: Rate
    known: Rate | None = None
    path: str = "/"


SLOW_S = 1.0
"""An answer that takes longer is a sign of load (Wikimedia's API etiquette)."""

OTHERS = Rate()
"""Hosts that have stated nothing: one request a second, two open at once."""

WIKIMEDIA = (
    *("wikipedia.org", "wikimedia.org", "mediawiki.org", "wiktionary.org", "wikinews.org"),
    *("wikiquote.org", "wikisource.org", "wikibooks.org", "wikivoyage.org", "wikiversity.org"),
    *("wikidata.org", "wikifunctions.org"),
)

TABLE: tuple[Row, ...] = (
    # 60 seconds a query, 5 queries of one client at once
    Row("wikidata-sparql", ("query.wikidata.org",), Rate(6.0, 1), Rate(1.0, 5, (), 5.0)),
    # 200 a minute with a contact in the User-Agent, else 10; 3 at once; a pause after a slow answer
    Row("wikimedia", WIKIMEDIA, Rate(6.0, 1, (), 5.0), Rate(0.3, 3, (), 5.0)),
    # single records 5 a second, 10 for those who name a contact; lists 1 and 3
    Row("crossref-record", ("api.crossref.org",), Rate(0.2, 1), Rate(0.1, 3), "/works/"),
    Row("crossref", ("api.crossref.org",), Rate(1.0, 1), Rate(0.34, 3)),
    # single records are free; a free key has 1,000 searches a day, and without one there is a trial
    Row("openalex-record", ("api.openalex.org",), Rate(0.1, 2), None, "/works/"),
    Row("openalex", ("api.openalex.org",), Rate(1.0, 1, ((100, DAY),)), Rate(0.1, 2, ((1000, DAY),))),
    # one in five seconds, and it throttles well below that
    Row("gdelt", ("api.gdeltproject.org",), Rate(5.0, 1)),
    # the availability interface throttles by address: three seconds between two
    Row("wayback-available", ("archive.org",), Rate(3.0, 1), None, "/wayback/"),
    # CDX and TimeMap share 24 a minute
    Row("wayback-cdx", ("web.archive.org",), Rate(2.5, 1, ((24, MINUTE),)), None, "/cdx/"),
    Row("wayback-cdx", ("web.archive.org",), Rate(2.5, 1, ((24, MINUTE),)), None, "/web/timemap/"),
    # asking how a capture stands is no capture
    Row("wayback-save-status", ("web.archive.org",), Rate(1.0, 1), None, "/save/status/"),
    # captures: 3 a minute, 7 with a key
    Row("wayback-save", ("web.archive.org",), Rate(20.0, 1, ((3, MINUTE),)),
        Rate(8.6, 1, ((7, MINUTE),)), "/save"),
    # stored pages: nothing is stated, and the same machines throttle by address
    Row("wayback", ("web.archive.org",), Rate(3.0, 1)),
    # services that universities run at their best effort
    Row("memento", ("timetravel.mementoweb.org", "memgator.cs.odu.edu"), Rate(2.0, 1)),
    Row("brave", ("api.search.brave.com",), Rate(1.0, 1)),
    Row("europepmc", ("www.ebi.ac.uk",), Rate(0.1, 2), None, "/europepmc/"),
    # 100 a day; with a token 5 a minute, 50 an hour, 125 a day
    Row("courtlistener", ("www.courtlistener.com",), Rate(12.0, 1, ((100, DAY),)),
        Rate(12.0, 1, ((5, MINUTE), (50, HOUR), (125, DAY))), "/api/"),
    # keyless, one after the other
    Row("worldbank", ("api.worldbank.org",), Rate(1.0, 1)),
    Row("sec", ("efts.sec.gov", "www.sec.gov", "data.sec.gov"), Rate(1.0, 1), Rate(0.1, 2)),
    Row("datacite", ("api.datacite.org",), Rate(1.0, 1), Rate(0.3, 2, ((1000, 5 * MINUTE),))),
)  # fmt: skip

KEYS = frozenset({"authorization", "x-subscription-token", "x-api-key"})
BY_KEY = frozenset({"openalex", "wayback-save", "courtlistener"})
"""Rows where it is a key that makes us known; with all others it is a contact."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a request must wait for: the name of the turns that it shares, and their rate."""

    name: str
    rate: Rate


def turn_of(host: str, path: str, *, contact: bool, key: bool) -> Turn:
    """The turns and the rate for a request to `path` of `host`.

    >>> turn_of("de.wikipedia.org", "/w/api.php", contact=True, key=False).rate.interval_s
    0.3
    >>> turn_of("news.example", "/a", contact=True, key=False).name
    'news.example'
    """
    host = host.rstrip(".").lower()
    for row in _rows(host):
        if path.startswith(row.path):
            known = key if row.name in BY_KEY else contact
            return Turn(row.name, row.known if known and row.known else row.rate)
    return Turn(host, OTHERS)


def at_interval(turn: Turn, interval_s: float) -> Turn:
    """The turn with another interval.

    >>> at_interval(Turn("a.example", OTHERS), 0.0).rate.interval_s
    0.0
    """
    return replace(turn, rate=replace(turn.rate, interval_s=interval_s))


@lru_cache(maxsize=4_096)
def _rows(host: str) -> tuple[Row, ...]:
    return tuple(row for row in TABLE if any(_under(host, known) for known in row.hosts))


def _under(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")
