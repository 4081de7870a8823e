"""Citations to Web Annotations and back, and other people's annotations to citations."""

import json
from dataclasses import replace

import pytest
from builders import a_claim, a_snapshot

from claims.export.web_annotation import collection
from claims.model.citation import CitationRole
from claims.model.errors import BadInput
from claims.steps.annotate import Wish, annotated, cite_annotations
from claims.steps.cite import Cited, Said, cite
from db import rows

URL = "https://example.org/page"
PAGE = "😃 News of the day. In all, 15,051 soldiers died. So it is written.\n"
NOTHING_SAID = Wish(None, None, "ada", nearest=False)


def given(exact="15,051 soldiers died", source=URL, **selectors):
    selector = [{"type": "TextQuoteSelector", "exact": exact}, *selectors.values()]
    return {"id": "https://hypothes.is/a/1", "target": [{"source": source, "selector": selector}]}


def run(edges, data, wish=NOTHING_SAID):
    failures = []
    return cite_annotations(edges, json.dumps(data).encode(), wish, failures=failures), failures


@pytest.fixture
def claim(database):
    return a_claim(database)


def test_what_is_exported_is_imported_again_as_the_same_citation(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    row = cite(
        edges,
        claim,
        Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, "for us", "ada"),
    )
    exported = collection(annotated(edges, [claim]))
    assert exported["total"] == 1
    made, failures = run(edges, exported)
    assert ([r["id"] for r in made], failures) == ([row["id"]], [])
    assert rows.count(edges.database, "citations") == 1
    told = json.dumps(exported)
    assert "for us" not in told
    assert "ada" not in told


def test_a_later_copy_with_the_same_text_makes_no_second_citation_of_an_export(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    row = cite(
        edges, claim, Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, None, "ada")
    )
    exported = collection(annotated(edges, [claim]))
    a_snapshot(edges.database, URL, PAGE, id="s-ffff", warc_date="2027-12-06T08:00:00Z")
    made, failures = run(edges, exported)
    assert ([r["id"] for r in made], failures) == ([row["id"]], [])


@pytest.mark.parametrize("more", ["#:~:text=15%2C051%20soldiers,died", "?utm_source=x", "#top"])
def test_a_page_is_known_by_its_address_whatever_hangs_on_it(edges, claim, more):
    snapshot = a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], CitationRole.CONTEXT, "ada", nearest=False)
    quote = {"type": "TextQuoteSelector", "exact": "15,051 soldiers died"}
    (made,), failures = run(edges, {"target": {"source": URL + more, "selector": quote}}, wish)
    assert (made["snapshot"], failures) == (snapshot["id"], [])


def test_an_annotation_of_a_full_stop_is_refused(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], CitationRole.CONTEXT, "ada", nearest=True)
    note = {"target": {"source": URL, "selector": {"type": "TextQuoteSelector", "exact": "."}}}
    made, failures = run(edges, note, wish)
    assert (made, [one.why for one in failures]) == ([], ["quotes no words"])


def test_a_copy_of_a_confidential_source_is_in_no_annotation_even_where_it_is_cited_openly(
    edges, claim
):
    a_snapshot(edges.database, URL, PAGE)
    other = a_claim(edges.database, exact="Soviet soldiers died", kind="event")
    for quote, about, said in (
        ("15,051 soldiers died", claim, None),
        ("News of the day", other, Said(explanation="An insider")),
    ):
        wanted = Cited(None, URL, quote, CitationRole.SUPPORTS, None, "ada")
        cite(edges, about, replace(wanted, said=said) if said else wanted)
    assert list(annotated(edges, [claim, other])) == []


def test_an_annotation_counts_utf16_units_and_holds_the_copys_digest_and_a_fragment(edges, claim):
    snapshot = a_snapshot(edges.database, URL, PAGE)
    row = cite(
        edges, claim, Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, None, "ada")
    )
    (made,) = annotated(edges, [claim])
    quote, position, fragment = made["target"]["selector"]
    assert (quote["exact"], quote["suffix"]) == ("15,051 soldiers died", ". So it is written.\n")
    assert (position["start"], position["end"]) == (row["start"] + 1, row["end"] + 1)
    units = PAGE.encode("utf-16-le")
    assert units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le") == row["exact"]
    assert fragment["value"] == ":~:text=15%2C051%20soldiers%20died"
    assert made["target"]["state"]["sha256"] == snapshot["text_digest"]
    assert made["body"][0]["source"] == f"urn:citetrail:{claim['id']}"


def test_other_peoples_annotations_are_cited_for_the_claim_that_is_given(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"][:8], CitationRole.CONTEXT, "ada", nearest=False)
    api_page = {
        "total": 1,
        "rows": [given(place={"type": "TextPositionSelector", "start": 28, "end": 48})],
    }
    (made,), failures = run(edges, api_page, wish)
    assert (made["start"], made["exact"], made["role"], failures) == (
        27,
        "15,051 soldiers died",
        "context",
        [],
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (given(exact="16,000 soldiers died"), r"other words: \[-16,000-\].*--nearest"),
        (given(exact="nothing of the kind was ever said"), "do not stand in the stored copy"),
        (given(source="https://elsewhere.example/"), "citetrail fetch https://elsewhere.example/"),
        (given(source=""), "names no page"),
        (given(exact=" "), "quotes no words"),
        ({"target": [7, {"x": None}], "body": ["a", 3]}, "names no page"),
    ],
)
def test_what_cannot_be_cited_is_named_and_the_rest_goes_on(edges, claim, data, why):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], CitationRole.SUPPORTS, "ada", nearest=False)
    made, (failure,) = run(edges, [data, given()], wish)
    assert [row["exact"] for row in made] == ["15,051 soldiers died"]
    with pytest.raises(BadInput, match=why):
        raise BadInput(failure.why)


def test_words_that_changed_are_cited_as_they_stand_on_demand(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], CitationRole.SUPPORTS, "ada", nearest=True)
    (made,), _ = run(edges, given(exact="In all, 16,000 soldiers died."), wish)
    assert made["exact"] == "In all, 15,051 soldiers died."


@pytest.mark.parametrize(("wish", "why"), [(NOTHING_SAID, "--claim"), ("role", "--role")])
def test_an_annotation_that_is_not_ours_needs_a_claim_and_a_role(edges, claim, wish, why):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], None, "ada", nearest=False) if wish == "role" else wish
    made, (failure,) = run(edges, given(), wish)
    assert made == []
    assert why in failure.why


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'{"a": 1}', b"[" * 100_000, b"\xff", b"7"])
def test_a_file_without_annotations_is_refused_whole(edges, raw):
    with pytest.raises(BadInput):
        cite_annotations(edges, raw, NOTHING_SAID, failures=[])


def test_a_place_alone_is_enough_in_the_very_text_that_we_hold(edges, claim):
    old = a_snapshot(edges.database, URL, PAGE)
    a_snapshot(
        edges.database, URL, "A newer copy, without these words.", warc_date="2026-11-25T09:00:00Z"
    )
    place = {"type": "TextPositionSelector", "start": 28, "end": 48}
    target = {"source": URL, "selector": place, "state": {"sha256": old["text_digest"]}}
    wish = Wish(claim["id"], CitationRole.SUPPORTS, "ada", nearest=False)
    (made,), failures = run(edges, {"target": target}, wish)
    assert (made["exact"], made["snapshot"], failures) == ("15,051 soldiers died", old["id"], [])
    target["state"] = {"sha256": "sha256:another"}
    made, (failure,) = run(edges, {"target": target}, wish)
    assert (made, failure.why) == ([], "quotes no words")


def test_what_was_cited_from_an_older_copy_comes_in_as_the_same_citation(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    row = cite(
        edges, claim, Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, None, "ada")
    )
    a_snapshot(edges.database, URL, "15,051 soldiers died.", warc_date="2026-11-25T09:00:00Z")
    made, _ = run(edges, collection(annotated(edges, [claim])))
    assert [r["id"] for r in made] == [row["id"]]


def test_very_words_in_other_company_are_told_as_such(edges, claim):
    a_snapshot(edges.database, URL, PAGE)
    wish = Wish(claim["id"], CitationRole.CONTEXT, "ada", nearest=False)
    note = given()
    note["target"][0]["selector"][0] |= {"prefix": "zzz", "suffix": "yyy"}
    made, failures = run(edges, note, wish)
    assert (made, len(failures)) == ([], 1)
    assert "these words in other company than the annotation says" in failures[0].why
    made, failures = run(edges, note, replace(wish, nearest=True))
    assert ([one["exact"] for one in made], failures) == (["15,051 soldiers died"], [])


def test_words_that_the_newest_copy_has_no_more_are_cited_from_an_older_one(edges, claim):
    older = a_snapshot(edges.database, URL, PAGE, warc_date="2026-11-20T09:00:00Z")
    newest = a_snapshot(edges.database, URL, PAGE.replace("15,051", "13,833"))
    wish = Wish(claim["id"], CitationRole.CONTEXT, "ada", nearest=False)
    (made,), failures = run(edges, given(), wish)
    assert (made["snapshot"], failures) == (older["id"], [])
    (made,), failures = run(edges, given(), replace(wish, nearest=True, role=CitationRole.REFUTES))
    assert (made["snapshot"], made["exact"]) == (newest["id"], "13,833 soldiers died")
