"""What the desk says of its claims goes out, passes rules and vocabulary, and comes back as it was."""

import json
from dataclasses import replace
from datetime import date

import pytest
from foreign_reviews import SOUND
from hypothesis import given
from hypothesis import strategies as st
from public_desk import FACTS, ordinary_desk, published
from public_site import site_of
from schema_org import expanded

from claims.claimreview.examine import examine
from claims.claimreview.lint import lint, severity
from claims.claimreview.objects import Found
from claims.claimreview.rules import Severity
from claims.export.claimreview import Publisher, claimreview, in_script, shorten
from claims.model.errors import UserError
from claims.steps.export_reviews import Exported, lint_own, own_reviews
from claims.steps.import_reviews import Imported, import_reviews
from claims.steps.lint_reviews import Linted
from db import rows
from db.connection import open_database

SITE = "https://checks.example"


@pytest.fixture
def public(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    path = tmp_path / "public.db"
    facts = {**FACTS, "address": SITE, "desk": "Example Desk", "desk_url": "https://desk.example/"}
    published(desk.database, path, facts)
    return path, ids


def made(path, *only, site=None):
    exported = Exported()
    return list(own_reviews(path, only=only, site=site, exported=exported)), exported


def test_only_claims_that_people_judged_go_out(public):
    path, ids = public
    (review,), exported = made(path)
    assert review["url"] == f"{SITE}/claim/{ids['budget']}"
    assert sum(exported.without.values()) == 2, "one was withdrawn, one has no verdict"
    assert "Unpublished" not in json.dumps(review)
    none, exported = made(path, ids["hidden"], ids["gone"])
    assert none == []
    assert {(f.what, f.why) for f in exported.failures} == {
        (ids["hidden"], "the claim is not published"),
        (ids["gone"], "the claim was withdrawn"),
    }


def test_a_correction_is_carried_and_what_is_cited(public):
    (review,), _ = made(public[0])
    assert review["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The first version left out the year 2020.",
            "datePublished": review["correction"][0]["datePublished"],
        }
    ]
    assert review["citation"][0]["name"] == "Audited accounts 2024"


def test_it_breaks_no_rule_that_matters_and_expands_whole(public):
    reviews, _ = made(public[0])
    linted = Linted()
    told = list(lint_own(iter(reviews), linted=linted))
    assert {row["severity"] for row in told} <= {"recommended"}
    assert {row["rule"] for row in told} == {"CR017"}, (
        "nobody has said who is meant by the claimant"
    )
    assert (linted.objects, linted.sound) == (1, 1)
    (node,) = expanded(reviews[0])
    assert len(node) == len(reviews[0]) - 1
    assert node["https://schema.org/url"] == [{"@id": reviews[0]["url"]}]


def test_the_vocabulary_refuses_what_it_does_not_have():
    for change in ({"verdict": "False"}, {"author": SOUND["reviewRating"]}, {"url": "no address"}):
        with pytest.raises((AssertionError, KeyError)):
            expanded({**SOUND, **change})


def test_it_comes_back_as_it_went_out(public, edges, tmp_path):
    reviews, _ = made(public[0])
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><script type='application/ld+json'>"
        + in_script(reviews[0])
        + "</script></head>"
        f"<link rel='canonical' href='{reviews[0]['url']}'><body>x</body></html>",
        encoding="utf-8",
    )
    files = [page, tmp_path / "one.json", tmp_path / "feed.json"]
    files[1].write_text(in_script(reviews, indent=2), encoding="utf-8")
    feed = {"@type": "DataFeed", "dataFeedElement": [{"item": reviews}]}
    files[2].write_text(json.dumps(feed), encoding="utf-8")
    said = []
    for number, path in enumerate(files):
        elsewhere = replace(edges, database=open_database(tmp_path / f"{number}.db"))
        imported = Imported()
        list(import_reviews(elsewhere, str(path), dry_run=False, imported=imported))
        assert imported.failures == []
        (row,) = rows.select(elsewhere.database, "fact_checks")
        assert json.loads(row["raw"]) == reviews[0]
        said.append({k: row[k] for k in row if k not in {"id", "page_url", "source", "problems"}})
    assert said[0] == said[1] == said[2]
    claim = said[0]
    assert claim["claim_reviewed"] == "The [city] budget has doubled in five years"
    assert claim["claim_text"] == "The budget has doubled in five years"
    assert (claim["claimant"], claim["publisher"]) == ("Ada Quill", "Example Desk")
    assert (claim["rating"], claim["verdict"], claim["verdict_number"]) == (
        *("Mostly false", "Mostly false", 2),
    )
    assert claim["rating_explanation"] == "Spending rose 61 percent, not 100."
    assert claim["appearances"] == ["https://paper.example/a/budget"]
    assert claim["claim_date"] == "2025-11-02"


TEXT = st.text(
    st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="<>&"), max_size=90
)
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)


@given(
    claim=WORDS,
    exact=WORDS,
    claimant=st.none() | WORDS,
    summary=st.none() | WORDS,
    step=st.sampled_from([("False", 1), ("Half true", 3), ("Satire", None), ("Unproven", None)]),
    published_on=st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str),
)
def test_any_claim_comes_back_as_it_went_out(claim, exact, claimant, summary, step, published_on):
    verdict, number = step
    row = {
        "claim": claim, "exact": exact, "claimant": claimant, "summary": summary,
        "verdict": verdict, "rating_value": number, "article_published": published_on,
        "published_at": "2026-03-03T09:30:00Z", "appearance_url": "https://paper.example/a",
    }  # fmt: skip
    review = claimreview(row, url=f"{SITE}/claim/c-1", publisher=Publisher("Desk"))
    expanded(review)
    said = examine(Found(json.loads(in_script(review)))).said
    assert (said.claim_reviewed, said.claim_text) == (shorten(claim), exact)
    assert (said.claimant, said.rating_explanation) == (claimant, summary)
    assert (said.verdict, said.verdict_number, said.claim_date) == (verdict, number, published_on)
    hard = {
        p.rule for p in lint(review, page_url=review["url"]) if severity(p) is Severity.REQUIRED
    }
    assert hard <= {"CR004"}, "a claim may begin like its verdict by chance"


def test_it_is_what_the_site_serves(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    site = site_of(desk, ids, tmp_path, address=SITE, desk="Example Desk")
    (review,), _ = made(tmp_path / "public.db")
    assert site.get(f"/claim/{ids['budget']}.claimreview.json").json() == review


def test_without_an_address_or_a_public_file_nothing_is_said(public, tmp_path):
    path, _ = public
    with pytest.raises(UserError, match="citetrail publish"):
        made(tmp_path / "none.db")
    desk, _ = ordinary_desk(tmp_path / "b.db")
    published(desk.database, path, FACTS)
    with pytest.raises(UserError, match="--site"):
        made(path)
    (review,), _ = made(path, site="https://other.example/")
    assert review["url"].startswith("https://other.example/claim/c-")
