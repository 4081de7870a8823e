"""Fact-checks of others come in once, whole and in batches; what is malformed is kept and told."""

import json
import shlex
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import yaml
from builders import a_claim, a_document

from claims.model.errors import DamagedData
from claims.model.record import plain
from claims.model.settings import Settings
from claims.steps.import_kinds import holds_annotations
from claims.steps.import_reviews import BATCH, Imported, import_reviews
from claims.steps.lint_reviews import Linted, lint_source
from claims.steps.verify import verify
from db import fact_checks, rows

PAGE = "https://facts.example/check/7"
CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "tables" / "no_reviews.yaml").read_text(encoding="utf-8")
)
NO_REVIEWS, STILL_REVIEWS = CASES["refused"], CASES["taken"]


def review(number=1, **change):
    said = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://facts.example/check/{number}",
        "claimReviewed": f"The river number {number} runs dry",
        "datePublished": "2026-01-09",
        "author": {"@type": "Organization", "name": "Facts"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Lee"}},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
        **change,
    }
    return {k: v for k, v in said.items() if v is not None}


def taken(edges, given, *, dry_run=False):
    imported = Imported()
    came = list(import_reviews(edges, str(given), dry_run=dry_run, imported=imported))
    return came, imported


@pytest.fixture
def file(tmp_path):
    def write(value, name="feed.json"):
        path = tmp_path / name
        text = value if isinstance(value, str) else json.dumps(value)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("author", [None, "Facts", ["Facts"], [{"name": "Facts"}], {"name": None}])
def test_an_author_of_an_odd_shape_is_nobody(edges, file, author):
    claim = a_claim(edges.database, a_document(edges.database))
    edges = replace(edges, settings=Settings(desk="Facts"))
    odd = review(1, url=f"https://checks.example/claim/{claim['id']}", author=author)
    assert taken(edges, file([odd, review(2)]))[1].counts["our own"] == 0


@pytest.mark.parametrize(("site", "desk", "where", "own"), [
    ("https://checks.example/", "", "https://checks.example/claim/{}", 1),
    ("", "", "http://127.0.0.1:8001/claim/{}", 1),
    ("https://checks.example", "", "https://other.example/claim/{}", 0),
    ("https://checks.example", "", "https://checks.example/claim/{}0", 0),
    # an id comes from what a claim holds, so another desk that read the same article has the same
    ("", "", "https://checks.example/claim/{}", 0),
    ("", "Fakten", "https://checks.example/claim/{}", 0),
    ("", "Facts", "https://checks.example/claim/{}", 1),
    ("https://checks.example", "Facts", "https://old.example/claim/{}", 1),
    ("", "Facts", "https://checks.example/claim/{}0", 0),
])  # fmt: skip
def test_what_the_desk_said_itself_is_no_fact_check_of_others(edges, file, site, desk, where, own):
    claim = a_claim(edges.database, a_document(edges.database))
    edges = replace(edges, settings=Settings(site=site, desk=desk))
    feed = file([review(1, url=where.format(claim["id"])), review(2)])
    came, imported = taken(edges, feed)
    assert (len(came), imported.counts["our own"], imported.failures) == (2 - own, own, [])
    assert len(list(rows.select(edges.database, "fact_checks"))) == 2 - own


def test_a_feed_comes_in_once(edges, file):
    feed = {"@type": "DataFeed", "license": "https://cc.example/by", "dataFeedElement": [
        {"@type": "DataFeedItem", "item": [review(n)]} for n in range(BATCH + 3)
    ]}  # fmt: skip
    came, imported = taken(edges, file(feed))
    assert imported.counts == {"new": BATCH + 3}
    assert {row["feed_license"] for row in came} == {"https://cc.example/by"}
    assert json.loads(came[0]["raw"]) == review(0)
    feed["dataFeedElement"].append({"item": [review(9999)]})
    came, imported = taken(edges, file(feed))
    assert imported.counts == {"known": BATCH + 3, "new": 1}
    assert [row["url"] for row in came] == ["https://facts.example/check/9999"]
    assert rows.get(edges.database, "fact_checks", came[0]["id"])["verdict_number"] == 1


def test_the_order_of_names_makes_no_other_object(edges, file):
    turned = dict(reversed(review().items()))
    _, imported = taken(edges, file([review(), turned]))
    assert imported.counts.total() == 1


def test_a_later_version_supersedes_and_the_old_one_stays(edges, file):
    (old,), _ = taken(edges, file(review()))
    changed = review(reviewRating={"alternateName": "Half true"}, dateModified="2026-02-01")
    (new,), imported = taken(edges, file(changed))
    assert imported.counts == {"changed": 1}
    assert rows.get(edges.database, "fact_checks", old["id"])["superseded_by"] == new["id"]
    found = list(fact_checks.search(edges.database, '"river"', limit=9))
    assert [row["id"] for row in found] == [new["id"]]


def test_an_earlier_version_that_comes_later_is_superseded_at_once(edges, file):
    newer = review(reviewRating={"alternateName": "Half true"}, dateModified="2026-02-01")
    (new,), _ = taken(edges, file(newer))
    (old,), _ = taken(edges, file(review()))
    assert rows.get(edges.database, "fact_checks", old["id"])["superseded_by"] == new["id"]
    assert rows.get(edges.database, "fact_checks", new["id"])["superseded_by"] is None


def test_what_is_malformed_is_kept_told_by_rule_and_told_again(edges, file):
    path = file(
        [review(), review(2, url=None), review(3, reviewRating=None), {"@type": "ClaimReview"}]
    )
    for _ in range(2):
        _, imported = taken(edges, path)
        told = [failure.why for failure in imported.failures]
        assert [why.split()[1] for why in told] == ["CR009", "CR005", "CR002"]
        assert imported.stored == 4
    kept = list(rows.select(edges.database, "fact_checks", where="state = 'malformed'"))
    assert [json.loads(row["raw"])["@type"] for row in kept] == ["ClaimReview"] * 3
    assert "CR009" in {p["rule"] for p in kept[0]["problems"]}
    assert next(fact_checks.search(edges.database, '"river"', limit=9))["url"].endswith("/1")


def test_a_broken_line_is_kept_as_it_came(edges, file):
    path = file(
        json.dumps(review()) + '\n{"@type": "ClaimReview", \n' + json.dumps(review(2)), "a.jsonl"
    )
    _, imported = taken(edges, path)
    assert imported.counts == {"new": 2, "malformed": 1}
    (kept,) = rows.select(edges.database, "fact_checks", where="state = 'malformed'")
    assert json.loads(kept["raw"]).startswith('{"@type": "ClaimReview", ')


def test_a_dry_run_stores_nothing(edges, file):
    came, imported = taken(edges, file(review()), dry_run=True)
    assert imported.counts == {"new": 1}
    assert came[0]["verdict"] == "False"
    assert rows.count(edges.database, "fact_checks") == rows.count(edges.database, "runs") == 0


def test_a_folder_is_read_file_by_file_and_what_holds_nothing_is_told(edges, file, tmp_path):
    file(review(1), "a.json")
    file({"nothing": "here"}, "b.json")
    file(f"<html><script type='application/ld+json'>{json.dumps(review(2))}</script><p>x", "c.html")
    file("passed over", "d.txt")
    came, imported = taken(edges, tmp_path)
    assert [row["url"][-1] for row in came] == ["1", "2"]
    assert [f.why for f in imported.failures] == ["holds no ClaimReview"]


def test_a_reply_of_fact_check_tools_and_the_page_itself_are_two_forms_of_one_check(edges, file):
    reply = {"claims": [{"text": "The river number 1 runs dry", "claimReview": [
        {"url": "https://facts.example/check/1", "textualRating": "False"}]}]}  # fmt: skip
    taken(edges, file(reply))
    taken(edges, file(review(), "b.json"))
    forms = {row["form"] for row in rows.select(edges.database, "fact_checks")}
    assert forms == {"fact_check_tools", "claimreview"}
    assert {row["superseded_by"] for row in rows.select(edges.database, "fact_checks")} == {None}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("missing.json", "no such file"),
        ("http://127.0.0.1:9/x", "refused"),
        ("empty", "no file in"),
    ],
)
def test_what_cannot_be_read_is_told(edges, tmp_path, given, why):
    (tmp_path / "empty").mkdir()
    named = given if "://" in given else tmp_path / given
    _, imported = taken(edges, named)
    assert why in imported.failures[0].why
    assert imported.stored == 0


def test_text_that_is_not_utf_8_is_told_and_what_came_before_stays(edges, tmp_path):
    path = tmp_path / "a.jsonl"
    lines = "".join(json.dumps(review(n)) + "\n" for n in range(BATCH * 6))
    path.write_bytes(lines.encode() + b"\xff\xfe")
    _, imported = taken(edges, path)
    assert "not UTF-8" in imported.failures[0].why
    assert imported.stored >= BATCH


@pytest.mark.parametrize("case", NO_REVIEWS, ids=lambda case: case["why"])
def test_what_is_no_review_is_refused_in_one_line_and_leaves_nothing(edges, tmp_path, case):
    path = tmp_path / case["name"]
    path.write_bytes(case["bytes"].encode("latin-1"))
    came, imported = taken(edges, path)
    assert came == []
    (failure,) = imported.failures
    assert failure.why.endswith(case["says"].replace("NAME", shlex.quote(str(path))))
    assert [rows.count(edges.database, name) for name in ("fact_checks", "runs")] == [0, 0]


@pytest.mark.parametrize("case", STILL_REVIEWS, ids=lambda case: case["why"])
def test_a_review_among_other_lines_still_comes_in(edges, file, case):
    _, imported = taken(edges, file(case["text"], "a.jsonl"))
    assert dict(imported.counts) == case["counts"]


def test_the_address_of_an_article_leaves_nothing_behind(edges):
    desk = replace(edges, transport=page_of("<title>Budget</title><p>It has doubled."))
    _, imported = taken(desk, PAGE)
    (failure,) = imported.failures
    assert failure.why.endswith(f"citetrail add {PAGE}")
    for table in ("fact_checks", "snapshots"):
        assert rows.count(edges.database, table) == 0
    kept = [row["url"] for row in rows.select(edges.database, "captures")]
    assert kept == ["https://facts.example/robots.txt"], "what the host lets be asked, and no page"


def page_of(body):
    def handler(request):
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, html=body)

    return httpx.MockTransport(handler)


def test_an_address_is_archived_and_its_relative_addresses_rest_on_it(edges):
    script = json.dumps(review(url="/check/7", claimReviewed="</script><b>It</b> rained"))
    script = script.replace("</", r"<\/")
    body = f"<html><script type='application/ld+json'>{script}</script><p>x"
    desk = replace(edges, transport=page_of(body))
    for _ in range(2):
        _, imported = taken(desk, PAGE)
        assert imported.failures == []
    (row,) = rows.select(edges.database, "fact_checks")
    assert (row["url"], row["page_url"]) == (PAGE, PAGE)
    assert row["claim_reviewed"] == "It rained"
    assert rows.get(edges.database, "snapshots", row["snapshot"])["url"] == PAGE
    list(verify(edges, {}))


def test_the_linter_says_each_rule_of_a_page(edges):
    script = json.dumps([review(7), review(8)])
    desk = replace(
        edges, transport=page_of(f"<script type='application/ld+json'>{script}</script>x")
    )
    linted = Linted()
    told = list(lint_source(desk, PAGE, linted=linted))
    assert {row["rule"] for row in told} == {"CR017", "CR018", "CR020", "CR029"}
    assert (linted.objects, linted.sound) == (2, 1)
    assert linted.failures[0].why == "breaks CR029"
    assert rows.count(edges.database, "snapshots") == 0


@pytest.mark.parametrize(
    ("value", "annotations"),
    [
        ({"type": "Annotation", "target": []}, True),
        ({"@type": ["oa:Annotation"]}, True),
        ({"rows": [{"target": [{"selector": [{"type": "TextQuoteSelector"}]}]}]}, True),
        (review(), False),
        ({"claims": []}, False),
        ("not json", False),
    ],
)
def test_what_a_file_holds_is_told_by_its_beginning(file, value, annotations):
    assert holds_annotations(str(file(value))) is annotations


def test_rows_are_what_the_record_says(edges, file):
    (row,), _ = taken(edges, file(review()))
    stored = rows.get(edges.database, "fact_checks", row["id"])
    assert stored == {k: v for k, v in plain(row).items() if k != "change"}


@pytest.mark.parametrize("old", ["False", "{"])
def test_an_object_that_was_changed_afterwards_is_found(edges, file, old):
    taken(edges, file([review(), {"@type": "ClaimReview", "n": 1.0}, review(2, name="\ud800")]))
    taken(edges, file('{"oops', "b.jsonl"))
    counts = {}
    list(verify(edges, counts))
    assert counts["fact-checks of others"] == 4
    row = next(rows.select(edges.database, "fact_checks"))
    raw = row["raw"].replace(old, "Tru", 1)
    rows.update(edges.database, "fact_checks", {"id": row["id"], "raw": raw})
    with pytest.raises(DamagedData, match=row["id"]):
        list(verify(edges, {}))


@pytest.mark.shared
def test_objects_met_in_the_wild_come_in_or_are_told_by_rule(edges, shared, tmp_path):
    path = shared / "data/claimreview/in_the_wild.jsonl"
    if not path.is_file():
        pytest.skip("the objects are not beside the checkout")
    came, imported = taken(edges, path)
    assert (len(came), imported.failures) == (33, [])
    assert sum(row["verdict"] is not None for row in came) >= 32
    alone = tmp_path / "alone"
    alone.mkdir()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        review = json.loads(line)["claimreview"]
        (alone / f"{number:02}.json").write_text(json.dumps(review), encoding="utf-8")
    came, imported = taken(edges, alone)
    assert imported.stored == 33
    told = [failure.why for failure in imported.failures]
    assert len(told) == 2, "addresses that only their pages complete"
    assert all("CR010" in why for why in told)
