"""What matches a claim: the desk's own, imported fact-checks, and what providers named."""

import json

import pytest
from builders import NOW, a_claim, a_document, a_run

from claims.model.candidate import candidate_id, search_id
from claims.steps.find_sources import Findings, Wish, find
from claims.steps.import_reviews import Imported, import_reviews
from claims.steps.match import matches
from claims.steps.provider_states import provider_states
from db import rows

TEXT = (
    "More than 15,000 Soviet soldiers died in Afghanistan. Talks began in 2018. Over 15,000 Soviet "
    "troops were killed in Afghanistan. More than 14,000 Soviet soldiers died in Afghanistan. "
    "The harbour reopened on Friday."
)


def said(database, sentence, **fields):
    document = rows.get(database, "documents", a_document(database, TEXT)["id"])
    return a_claim(
        database, document, sentence.rstrip("."), sentence=sentence, claim_text=sentence, **fields
    )


def imported(edges, tmp_path, *reviews):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(list(reviews)), encoding="utf-8")
    list(import_reviews(edges, str(path), dry_run=False, imported=Imported()))


def review(claim, number=1, **change):
    return {
        "@type": "ClaimReview",
        "url": f"https://facts.example/{number}",
        "claimReviewed": claim,
        "author": {"@type": "Organization", "name": "Facts"},
        "reviewRating": {"alternateName": "Falso"},
        "sdLicense": "https://cc.example/by",
        **change,
    }


@pytest.fixture
def claims(database):
    sentences = TEXT.split(". ")
    return [said(database, sentences[n].rstrip(".") + ".") for n in (0, 2, 3, 4)]


def of(database, chosen, **options):
    found = matches(database, chosen, **{"related": False, "top": 10, **options})
    return [(row["kind"], row["match"], row["relation"]) for row in found]


def test_the_desk_s_own_near_duplicates_once_a_pair(database, claims):
    first, killed, fewer, _ = (claim["id"] for claim in claims)
    assert of(database, claims[:1]) == [
        ("claim", killed, "same"),
        ("claim", fewer, "different_figure"),
    ]
    pairs = {
        frozenset((row["claim"], row["match"]))
        for row in matches(database, claims, related=True, top=9)
    }
    assert pairs == {
        frozenset((first, killed)),
        frozenset((first, fewer)),
        frozenset((killed, fewer)),
    }
    assert len(list(matches(database, claims, related=True, top=9))) == 3


def test_nothing_is_changed_by_looking(database, claims):
    before = [tuple(row.values()) for row in database.query("SELECT * FROM claims")]
    list(matches(database, claims, related=True, top=9))
    assert [tuple(row.values()) for row in database.query("SELECT * FROM claims")] == before


def test_what_others_have_checked_with_their_words_and_licence(edges, database, claims, tmp_path):
    imported(
        edges,
        tmp_path,
        review("15,000 Soviet soldiers died in Afghanistan"),
        review("20,000 Soviet soldiers died in Afghanistan", 2),
        review("Afghanistan has Soviet tanks", 3),
        review("15,000 Soviet soldiers died in Afghanistan", 4, reviewRating=None),
    )
    found = list(matches(database, claims[:1], related=True, top=20))
    checks = [row for row in found if row["kind"] == "fact_check"]
    assert [(row["url"][-1], row["relation"]) for row in checks] == [
        ("1", "same"), ("2", "different_figure"), ("3", "related"),
    ]  # fmt: skip
    best = checks[0]
    assert (best["rating"], best["verdict"], best["publisher"]) == ("Falso", "False", "Facts")
    assert best["license"] == "https://cc.example/by"
    assert any("15,000" in why for why in best["why"])


def test_a_page_that_says_it_twice_counts_once(edges, database, claims, tmp_path):
    reply = {"claims": [{"text": "15,000 Soviet soldiers died in Afghanistan", "claimReview": [
        {"url": "https://facts.example/1", "textualRating": "Falso"}]}]}  # fmt: skip
    imported(edges, tmp_path, review("15,000 Soviet soldiers died in Afghanistan"), reply)
    assert rows.count(database, "fact_checks") == 2
    assert sum(kind == "fact_check" for kind, _, _ in of(database, claims[:1])) == 1


def test_what_find_was_told_by_fact_check_tools(database, claims):
    claim, query = claims[0]["id"], "Soviet soldiers"
    search = search_id(claim=claim, provider="factcheck", query=query)
    rows.add_new(database, "searches", [{
        "id": search, "claim": claim, "provider": "factcheck", "query": query, "request_url": None,
        "outcome": "found", "detail": None, "found": 1, "reply_digest": None,
        "run": a_run(database, "find"), "at": NOW, "place": 1, "reason": None, "retry_at": None,
    }])  # fmt: skip
    url = "https://other.example/check"
    snippet = (
        "A. Lee: “15,000 Soviet soldiers died in Afghanistan” Other rated this claim: Mostly true."
    )
    candidate = candidate_id(search=search, url=url)
    rows.add_new(database, "candidates", [{
        "id": candidate, "search": search, "rank": 1, "url": url, "title": "A check",
        "snippet": snippet, "snapshot": None, "published": None, "notes": ["fact-check: Mostly true"],
    }])  # fmt: skip
    (row,) = [
        r for r in matches(database, claims[:1], related=False, top=9) if r["kind"] == "candidate"
    ]
    assert (row["match"], row["relation"], row["claimant"]) == (candidate, "same", "A. Lee")
    assert row["rating"] == "Mostly true"


def test_a_claim_without_words_matches_nothing(database):
    document = a_document(database, "15 15.")
    claim = a_claim(database, document, "15", claim_text="?!", sentence="15 15.")
    assert of(database, [claim]) == []


def test_find_asks_the_imported_ones(edges, claims, tmp_path):
    usable = {row["name"]: row["usable"] for row in provider_states(edges)}
    assert not usable["claimreview"]
    imported(
        edges, tmp_path, review("15,000 Soviet soldiers died in Afghanistan"), review("Rain", 2)
    )
    usable = {row["name"]: row["usable"] for row in provider_states(edges)}
    assert usable["claimreview"]
    findings = Findings()
    wish = Wish(providers=("claimreview",), top=5, offline=True, refresh=False)
    list(find(edges, claims, wish, findings=findings))
    outcomes = [search["outcome"] for search in findings.searches]
    assert outcomes == ["found", "found", "found", "nothing_found"]
