"""Public claims to ClaimReview: required fields, honest ratings, nothing invented."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.export.claimreview import Publisher, claimreview, shorten, why_none

TABLE = Path(__file__).resolve().parents[1] / "tables/claimreview_ratings.yml"
RATINGS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
URL = "https://checks.example/claim/c-1"
CLAIM = {
    "claim": "The [city] budget has doubled in five years",
    "exact": "the budget has doubled in five years",
    "status": "published",
    "demonstration": 0,
    "verdict": "Mostly false",
    "summary": "It rose by 61 percent.",
    "published_at": "2026-03-03T09:30:00Z",
    "decided_at": "2026-03-04T09:30:00Z",
    "claimant": "Ada Quill",
    "appearance_url": "https://paper.example/a",
    "article_title": "Council passes budget",
    "article_published": "2025-11-02",
    "publisher": "The Example Paper",
}


def test_the_whole():
    review = claimreview(
        CLAIM,
        url=URL,
        publisher=Publisher("Example Desk", "https://desk.example/"),
        sources=[{"url": "https://city.example/b", "title": "Accounts"}, {"url": None}],
    )
    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": URL,
        "claimReviewed": "The [city] budget has doubled in five years",
        "datePublished": "2026-03-03T09:30:00Z",
        "dateModified": "2026-03-04T09:30:00Z",
        "author": {"@type": "Organization", "name": "Example Desk", "url": "https://desk.example/"},
        "itemReviewed": {
            "@type": "Claim",
            "text": "the budget has doubled in five years",
            "author": {"@type": "Person", "name": "Ada Quill"},
            "datePublished": "2025-11-02",
            "appearance": {
                "@type": "CreativeWork",
                "url": "https://paper.example/a",
                "headline": "Council passes budget",
                "publisher": {"@type": "Organization", "name": "The Example Paper"},
                "datePublished": "2025-11-02",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Mostly false",
            "ratingValue": 2,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "It rose by 61 percent.",
        },
        "citation": [
            {"@type": "CreativeWork", "url": "https://city.example/b", "name": "Accounts"}
        ],
    }


@pytest.mark.parametrize("row", RATINGS, ids=lambda row: f"{row['verdict']}: {row['why']}")
def test_ratings(row):
    found = claimreview({**CLAIM, "verdict": row["verdict"]}, url=URL)["reviewRating"]
    assert found["alternateName"] == row["verdict"]
    assert found.get("ratingValue") == row["number"]
    assert ("bestRating" in found) is ("worstRating" in found) is (row["number"] is not None)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"verdict": None}, "no verdict has been given"),
        ({"status": "withdrawn"}, "the claim was withdrawn"),
        (
            {"demonstration": 1},
            "this is an unreviewed demonstration: no person has judged the claim",
        ),
    ],
)
def test_only_what_people_judged_has_a_review(change, reason):
    assert why_none({**CLAIM, **change}) == reason


def test_what_is_not_known_is_left_out():
    bare = dict.fromkeys(CLAIM) | {"exact": "It rained", "verdict": "Unproven"}
    review = claimreview(bare, url=URL)
    assert set(review) == {
        *("@context", "@type", "url", "claimReviewed", "itemReviewed", "reviewRating")
    }
    assert review["itemReviewed"] == {"@type": "Claim", "text": "It rained"}


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("Ada Quill", "Person"),
        ("the Ministry of Works", "Organization"),
        ("United Nations", "Organization"),
        ("Banks, A.", "Person"),
    ],
)
def test_a_claimant_is_a_person_unless_the_name_says_otherwise(claimant, kind):
    author = claimreview({**CLAIM, "claimant": claimant}, url=URL)["itemReviewed"]["author"]
    assert author == {"@type": kind, "name": claimant}


@pytest.mark.parametrize("edtf", ["2021~", "2021-XX", "2021/2023", "", "about 2021"])
def test_dates_that_are_not_plain_are_left_out(edtf):
    review = claimreview({**CLAIM, "article_published": edtf}, url=URL)
    assert "datePublished" not in review["itemReviewed"]


@given(st.text(max_size=400))
def test_the_claim_reviewed_stays_under_75_characters(text):
    short = shorten(text)
    assert len(short) < 75
    assert short == " ".join(text.split()) or short.endswith("…")


def test_corrections_go_along():
    claim = {"claim": "x", "exact": "x", "verdict": "False"}
    notices = [
        {"what_was_wrong": "A slip.", "at": "2026-03-04T09:30:00Z"},
        {"what_was_wrong": None, "at": "t"},
    ]
    found = claimreview(claim, url="https://f.example/c", corrections=notices)
    assert found["correction"] == [
        {"@type": "CorrectionComment", "text": "A slip.", "datePublished": "2026-03-04T09:30:00Z"}
    ]
    assert "correction" not in claimreview(claim, url="https://f.example/c")


@pytest.mark.parametrize(("verdict", "value"), [("Pants on fire", 1), ("True", None)])
def test_the_number_is_that_of_the_desks_own_scale(verdict, value):
    claim = {"claim": "x", "exact": "x", "verdict": verdict, "rating_value": value}
    found = claimreview(claim, url="https://f.example/c")["reviewRating"]
    assert found.get("ratingValue") == value


def test_a_reminder_of_the_article_is_no_part_of_the_claim():
    told = {**CLAIM, "claim": "More died there [context: In 1989 the general walked off]."}
    assert claimreview(told, url=URL)["claimReviewed"] == "More died there."
