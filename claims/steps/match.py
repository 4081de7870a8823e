"""Claims to what says the same: other claims of the desk, and fact-checks of others. Nothing is merged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.matching.pairs import Pairing, Relation, Told, pair
from claims.sources.directory import CLAIMREVIEW
from claims.sources.factcheck import CARD
from claims.sources.query import key_terms
from db import claims, fact_checks, fts, searches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlite_utils import Database

LOOKED_AT = 80
"""Claims, and fact-checks, that are held against one claim: those with the most words in common."""

MOST_TERMS = 40
_ORDER = tuple(Relation)
_QUOTED = re.compile(r"^(?P<claimant>[^“]{1,300}): “(?P<claim>.{1,1000})”", re.DOTALL)
_NOBODY = "Claim"


def matches(
    database: Database, chosen: Sequence[Mapping[str, Any]], *, related: bool, top: int
) -> Iterator[dict[str, Any]]:
    """What matches each of the claims (rows), nearest first; a pair of chosen claims is told once.

    Without `related` only what says the same, or the same with another figure or claimant.
    """
    told: set[frozenset[str]] = set()
    for claim in chosen:
        found = [
            row
            for row in _of_one(database, claim)
            if row["relation"] is not Relation.NONE
            and (related or row["relation"] is not Relation.RELATED)
            and frozenset((claim["id"], row["match"])) not in told
        ]
        found.sort(key=lambda row: (_ORDER.index(row["relation"]), -row["score"], row["match"]))
        for row in found[:top]:
            told.add(frozenset((claim["id"], row["match"])))
            yield {**row, "relation": row["relation"].value}


def _of_one(database: Database, claim: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    ours = Told(claim["claim_text"] or claim["exact"], claim["claimant"])
    query = fts.any_of(key_terms(ours.text)[:MOST_TERMS])
    if query:
        for row in claims.near(database, query, limit=LOOKED_AT):
            if row["id"] != claim["id"]:
                yield _own(claim, row, pair(ours, Told(_words(row), row["claimant"])))
        seen = set()
        for row in fact_checks.search(database, query, limit=LOOKED_AT):
            if row["url"] not in seen:
                seen.add(row["url"])
                yield _elsewhere(claim, row, _nearest(ours, row))
    for row in searches.named_by(database, claim["id"], (CARD.name, CLAIMREVIEW)):
        yield _candidate(claim, row, ours)


def _words(row: Mapping[str, Any]) -> str:
    return str(row["claim_text"] or row["exact"])


def _nearest(ours: Told, row: Mapping[str, Any]) -> Pairing:
    """The nearer of the two ways in which a fact-check words the claim."""
    worded = [text for text in (row["claim_reviewed"], row["claim_text"]) if text]
    found = [pair(ours, Told(text, row["claimant"])) for text in dict.fromkeys(worded)]
    return min(found, key=lambda one: (_ORDER.index(one.relation), -one.score))


def _own(claim: Mapping[str, Any], row: Mapping[str, Any], found: Pairing) -> dict[str, Any]:
    return {
        **_told(claim, "claim", row["id"], found),
        "text": _words(row),
        "claimant": row["claimant"],
        "verdict": row.get("verdict"),
        "rating": None,
        "publisher": None,
        "published": None,
        "url": None,
        "status": row["status"],
        "license": None,
    }


def _elsewhere(claim: Mapping[str, Any], row: Mapping[str, Any], found: Pairing) -> dict[str, Any]:
    names = ("claimant", "verdict", "rating", "publisher", "published", "url")
    return {
        **_told(claim, "fact_check", row["id"], found),
        "text": row["claim_reviewed"],
        **{name: row[name] for name in names},
        "status": None,
        "license": row["license"] or row["feed_license"],
    }


def _candidate(claim: Mapping[str, Any], row: Mapping[str, Any], ours: Told) -> dict[str, Any]:
    """What a provider of fact-checks named: the claim is quoted in what it said of the page."""
    quoted = _QUOTED.match(row["snippet"] or "")
    who = quoted["claimant"] if quoted and quoted["claimant"] != _NOBODY else None
    text = quoted["claim"] if quoted else row["title"] or ""
    rating = next(
        (n.partition(": ")[2] for n in row["notes"] if n.startswith("fact-check: ")), None
    )
    return {
        **_told(claim, "candidate", row["id"], pair(ours, Told(text, who))),
        "text": text,
        "claimant": who,
        "verdict": None,
        "rating": rating,
        "publisher": None,
        "published": row["published"],
        "url": row["url"],
        "status": None,
        "license": None,
    }


def _told(claim: Mapping[str, Any], kind: str, match: str, found: Pairing) -> dict[str, Any]:
    return {
        "claim": claim["id"],
        "kind": kind,
        "match": match,
        "relation": found.relation,
        "score": found.score,
        "why": list(found.why),
    }
