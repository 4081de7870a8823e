import json
from dataclasses import replace

import pytest
from builders import NOW, a_claim, a_passage, a_snapshot

from claims.export.csl_date import iso
from claims.export.csl_json import csl_items
from claims.model.citation import CitationRole, Standing
from claims.model.errors import BadInput, NotFound
from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.steps import cited_place
from claims.steps.cite import Cited, Said, cite
from claims.steps.merge import merge
from claims.steps.references import item_of, references
from claims.steps.review import review
from claims.steps.split import split
from claims.steps.uncite import uncite
from db import citations, rows

URL = "https://example.org/page"
OLD = "2026-11-20T09:00:00Z"
BY_QUOTE = Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, "seen", "ada")


@pytest.fixture
def claim(database):
    return a_claim(database)


def test_a_quote_is_cited_where_it_stands_with_its_context(edges, claim):
    snapshot = a_snapshot(edges.database, URL, "In all, 15,051 soldiers died. So it is written.")
    row = cite(edges, claim, BY_QUOTE)
    assert snapshot["text"][row["start"] : row["end"]] == row["exact"] == "15,051 soldiers died"
    assert (row["prefix"], row["suffix"]) == ("In all, ", ". So it is written.")
    assert (row["actor"], row["at"], row["note"], row["role"]) == ("ada", NOW, "seen", "supports")


def test_a_passage_is_cited_whole(edges, claim):
    passage = a_passage(edges.database)
    by_passage = replace(BY_QUOTE, passage=passage["id"][:8], url=None, quote=None)
    row = cite(edges, claim, by_passage)
    assert (row["exact"], row["passage"]) == (passage["exact"], passage["id"])


def test_citing_twice_is_citing_once_but_another_role_is_another_citation(edges, claim):
    a_snapshot(edges.database, URL)
    assert cite(edges, claim, BY_QUOTE) == cite(edges, claim, BY_QUOTE)
    cite(edges, claim, replace(BY_QUOTE, role=CitationRole.CONTEXT))
    assert rows.count(edges.database, "citations") == 2


@pytest.mark.parametrize("quote", ["16,000 soldiers died", "15,051  soldiers", " ", ""])
def test_words_that_do_not_stand_there_are_refused(edges, claim, quote):
    a_snapshot(edges.database, URL)
    with pytest.raises(BadInput, match="do not stand in the copy"):
        cite(edges, claim, replace(BY_QUOTE, quote=quote))
    assert rows.count(edges.database, "citations") == 0


@pytest.mark.parametrize("nearest", [False, True])
@pytest.mark.parametrize("quote", [".", " , ", "…", "\u200b"])
def test_signs_alone_are_no_quote(edges, claim, quote, nearest):
    a_snapshot(edges.database, URL, "In all, 15,051 soldiers died … So\u200b it is written.")
    with pytest.raises(BadInput, match="no letter and no digit"):
        cite(edges, claim, replace(BY_QUOTE, quote=quote, nearest=nearest))


@pytest.mark.parametrize("ending", ["merged", "split"])
def test_nothing_new_is_cited_for_a_claim_that_ended_in_others(edges, claim, ending):
    a_snapshot(edges.database, URL)
    row = cite(edges, claim, BY_QUOTE)
    if ending == "merged":
        document = rows.get(edges.database, "documents", claim["document"])
        other = a_claim(edges.database, document, "Talks began in 2018")
        merge(edges, claim, other, Deed(Action.MERGE, "ada", reason="The same."))
        ids = [other["id"]]
    else:
        deed = Deed(Action.SPLIT, "ada", reason="Two points.")
        parts = ["More than 15,000 Soviet soldiers", "died in Afghanistan"]
        ids = [one["id"] for one in split(edges, claim, parts, deed)]
    assert cite(edges, claim, BY_QUOTE)["id"] == row["id"], "a second time adds nothing"
    with pytest.raises(BadInput, match=f"cite for .*{ids[0]}"):
        cite(edges, claim, replace(BY_QUOTE, role=CitationRole.REFUTES))
    review(edges, claim, Deed(Action.DECIDE, "ada", Status.NEW, reason="Not so."))
    cite(edges, claim, replace(BY_QUOTE, role=CitationRole.REFUTES))


def test_a_page_without_a_copy_is_to_be_fetched_first(edges, claim):
    with pytest.raises(NotFound, match="citetrail fetch"):
        cite(edges, claim, BY_QUOTE)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (
            "16,000 soldiers died",
            r"\[-16,000-\]\{\+15,051\+\} soldiers died \(changed: number\); .*--nearest",
        ),
        ("15,051  soldiers", r"15,051 soldiers \(the same words, typed otherwise\); .*--nearest"),
        ("nothing of the kind", "citetrail show s-"),
    ],
)
def test_a_quote_that_is_not_there_is_refused_with_the_nearest_words(edges, claim, quote, told):
    a_snapshot(edges.database, URL)
    with pytest.raises(BadInput, match=told):
        cite(edges, claim, replace(BY_QUOTE, quote=quote))


def test_the_nearest_words_are_cited_on_demand_as_they_stand_in_the_copy(edges, claim):
    snapshot = a_snapshot(edges.database, URL)
    row = cite(edges, claim, replace(BY_QUOTE, quote="16,000 soldiers died", nearest=True))
    assert row["exact"] == snapshot["text"][row["start"] : row["end"]] == "15,051 soldiers died"


def test_nothing_is_near_enough_to_be_cited(edges, claim):
    a_snapshot(edges.database, URL)
    with pytest.raises(BadInput, match="do not stand in the copy"):
        cite(edges, claim, replace(BY_QUOTE, quote="Cats sleep all day", nearest=True))


def test_selectors_digest_fragment_and_the_day_of_the_copy_are_kept(edges, claim):
    snapshot = a_snapshot(edges.database, URL, "In all, 15,051 soldiers died. So it is written.")
    row = cite(edges, claim, BY_QUOTE)
    assert row["text_digest"] == snapshot["text_digest"]
    assert row["fragment"] == ":~:text=15%2C051%20soldiers%20died"
    assert (row["accessed"], row["held"]) == (NOW[:10], "copy")
    assert (row["confidential"], row["explanation"]) == (0, None)


@pytest.mark.parametrize(
    ("url", "said", "standing", "whose"),
    [
        ("https://www.ons.gov.uk/a", None, "primary", "rule: a public body"),
        ("https://www.reuters.com/a", None, "secondary", "rule: "),
        ("https://nobody.example/a", None, None, None),
        ("https://www.ons.gov.uk/a", Standing.SECONDARY, "secondary", "person"),
        ("https://nobody.example/a", Standing.PRIMARY, "primary", "person"),
    ],
)
def test_primary_or_secondary_is_the_persons_word_before_the_rules(
    edges, claim, url, said, standing, whose
):
    a_snapshot(edges.database, url)
    row = cite(edges, claim, replace(BY_QUOTE, url=url, said=Said(standing=said)))
    assert row["standing"] == standing
    assert (row["standing_from"] or "").startswith(whose or "")
    assert (row["standing_from"] is None) == (whose is None)


def test_the_same_words_at_another_place_are_another_citation(edges, claim):
    a_snapshot(edges.database, URL, "It rained. It rained. It rained.")
    it = replace(BY_QUOTE, quote="It rained")
    starts = [cite(edges, claim, replace(it, said=Said(occurrence=n)))["start"] for n in (1, 2, 3)]
    assert starts == [0, 11, 22]
    with pytest.raises(
        BadInput, match=r"stand 3 times in the copy of .*; --occurrence 4 is too high"
    ):
        cite(edges, claim, replace(it, said=Said(occurrence=4)))


def test_words_that_no_reader_sees_are_not_cited(edges, claim):
    hidden = {
        "kind": "not_displayed", "concealed": True, "kept": False, "why": "display: none",
        "words": 4, "excerpt": "15,051 soldiers died of rain", "times": 1,
    }  # fmt: skip
    a_snapshot(edges.database, URL, "Nobody was there at all.", findings=[hidden])
    with pytest.raises(BadInput, match="no reader sees them: display: none"):
        cite(edges, claim, BY_QUOTE)


def test_an_address_is_found_in_its_one_form(edges, claim):
    a_snapshot(edges.database, URL)
    typed = "HTTPS://EXAMPLE.org/page?utm_source=x#:~:text=15"
    assert cite(edges, claim, replace(BY_QUOTE, url=typed))["url"] == URL


def test_what_was_said_otherwise_before_is_not_lost_without_a_word(edges, claim):
    a_snapshot(edges.database, URL)
    first = cite(edges, claim, BY_QUOTE)
    assert cite(edges, claim, replace(BY_QUOTE, note=None)) == first
    with pytest.raises(
        BadInput, match="with another note; take it back first: citetrail uncite n-"
    ):
        cite(edges, claim, replace(BY_QUOTE, note="no"))


def test_a_citation_is_taken_back_with_a_reason_and_stands_again_when_cited_again(edges, claim):
    a_snapshot(edges.database, URL)
    row = cite(edges, claim, BY_QUOTE)
    with pytest.raises(BadInput, match="say why"):
        uncite(edges, row, reason=" ", actor="bo")
    for _ in range(2):
        told = uncite(edges, row, reason="another year", actor="bo")
    assert [(e["action"], e["reason"], e["actor"]) for e in told["events"]] == [
        ("withdrawn", "another year", "bo")
    ]
    assert citations.standing(edges.database, claim["id"]) == []
    assert rows.get(edges.database, "citations", row["id"]) == row, "it stays readable"
    again = cite(edges, claim, replace(BY_QUOTE, note="the right year", actor="cy"))
    assert again == {**row, "note": "the right year", "actor": "cy"}
    assert citations.standing(edges.database, claim["id"]) == [again]
    event = citations.events_of(edges.database, row["id"])[-1]
    assert (event["action"], event["before"]) == ("restored", {"note": "seen", "actor": "ada"})
    uncite(edges, row, reason="wrong after all", actor="bo")
    assert citations.standing(edges.database, claim["id"]) == []


THEN, LATER, NOW_THERE = "2026-11-20T09:00:00Z", "2026-11-22T09:00:00Z", "2026-11-24T09:00:00Z"


def kept(edges, text, at):
    """A copy of the page as it was at a time."""
    return a_snapshot(edges.database, URL, text, warc_date=at)


def test_words_that_the_newest_copy_has_no_more_are_cited_from_the_newest_that_has_them(
    edges, claim
):
    kept(edges, "In all, 15,051 soldiers died. It rained.", THEN)
    older = kept(edges, "In all, 15,051 soldiers died.", LATER)
    newest = kept(edges, "In all, 13,833 soldiers died.", NOW_THERE)
    row = cite(edges, claim, BY_QUOTE)
    assert (row["snapshot"], row["exact"]) == (older["id"], "15,051 soldiers died")
    assert row["accessed"] == LATER[:10]
    (told,) = cited_place.left_behind(edges.database, row)
    assert newest["warc_date"] in told
    assert f"that of {LATER}" in told
    assert "[-15,051-]{+13,833+} soldiers died" in told
    assert cite(edges, claim, BY_QUOTE) == row, "a second time adds nothing"


def test_words_of_the_newest_copy_are_cited_from_it_and_nothing_is_told(edges, claim):
    kept(edges, "In all, 15,051 soldiers died. It rained.", THEN)
    newest = kept(edges, "In all, 15,051 soldiers died.", LATER)
    row = cite(edges, claim, BY_QUOTE)
    assert row["snapshot"] == newest["id"]
    assert cited_place.left_behind(edges.database, row) == []


def test_the_nearest_words_are_those_of_the_newest_copy(edges, claim):
    kept(edges, "In all, 15,051 soldiers died.", THEN)
    newest = kept(edges, "In all, 13,833 soldiers died.", LATER)
    row = cite(edges, claim, replace(BY_QUOTE, nearest=True))
    assert (row["snapshot"], row["exact"]) == (newest["id"], "13,833 soldiers died")


def test_which_of_several_counts_in_the_copy_that_has_the_words(edges, claim):
    kept(edges, "It rained. It rained. It rained.", THEN)
    older = kept(edges, "It rained. It rained.", LATER)
    kept(edges, "It snowed.", NOW_THERE)
    it = replace(BY_QUOTE, quote="It rained")
    row = cite(edges, claim, replace(it, said=Said(occurrence=2)))
    assert (row["snapshot"], row["start"]) == (older["id"], 11)
    with pytest.raises(BadInput, match=f"stand 2 times in the copy of {LATER}; --occurrence 3 is"):
        cite(edges, claim, replace(it, said=Said(occurrence=3)))


def test_words_of_no_copy_are_refused_with_what_is_near_in_the_newest(edges, claim):
    kept(edges, "In all, 15,051 soldiers died.", THEN)
    kept(edges, "In all, 13,833 soldiers died.", LATER)
    with pytest.raises(BadInput, match=rf"of {LATER}; nearest: \[-16,000-\]\{{\+13,833\+\}}"):
        cite(edges, claim, replace(BY_QUOTE, quote="16,000 soldiers died"))


def test_a_passage_of_an_older_copy_is_told_as_well(edges, claim):
    older = kept(edges, "In all, 15,051 soldiers died.", THEN)
    kept(edges, "Page moved.", LATER)
    passage = a_passage(edges.database, older)
    row = cite(edges, claim, replace(BY_QUOTE, passage=passage["id"], url=None, quote=None))
    (told,) = cited_place.left_behind(edges.database, row)
    assert "nothing like them stands there" in told


def test_one_page_cited_in_two_copies_is_one_reference(edges, claim):
    older = a_snapshot(edges.database, URL, "In all, 15,051 soldiers died.", warc_date=OLD)
    a_snapshot(edges.database, URL, "In all, 13,833 soldiers died.")
    first = cite(edges, claim, BY_QUOTE)
    alone, _ = references(edges.database, [claim["id"]])
    assert "copies" not in alone[0]["custom"]
    second = cite(edges, claim, replace(BY_QUOTE, quote="13,833 soldiers died"))
    (item,), _ = references(edges.database, [claim["id"]])
    assert item["id"] == alone[0]["id"] == older["id"], "its key stays the same in every list"
    assert iso(item["accessed"]) == NOW[:10], "it was read when it was read last"
    custom = item["custom"]
    assert custom["archived"]["date"] == custom["copies"][1]["date"] == NOW
    assert custom["copies"][0]["date"] == OLD
    stands_in = {one["id"]: one["text_digest"] for one in custom["citations"]}
    assert stands_in == {row["id"]: row["text_digest"] for row in (first, second)}
    rows_of_site = [
        {"csl": json.dumps(item_of(edges.database, row["snapshot"], [row]))}
        for row in (second, first)
    ]
    article = dict.fromkeys(("article_author", "article_title", "publisher", "appearance_url"))
    on_site = csl_items({"id": "c-1", "article_published": None, **article}, rows_of_site)
    assert [one["id"] for one in on_site] == ["c-1", older["id"]]
    assert on_site[1]["custom"]["copies"] == custom["copies"]


def test_what_a_rule_took_a_source_for_becomes_a_persons_word(edges, claim):
    a_snapshot(edges.database, URL, kinds=["NewsArticle"])
    row = cite(edges, claim, BY_QUOTE)
    assert (row["standing"], row["standing_from"][:6]) == ("secondary", "rule: ")
    said = replace(BY_QUOTE, actor="bo", said=Said(standing=Standing.SECONDARY))
    again = cite(edges, claim, said)
    assert (again["id"], again["standing"], again["standing_from"]) == (
        row["id"],
        "secondary",
        "person",
    )
    (event,) = citations.events_of(edges.database, row["id"])
    assert (event["actor"], event["before"]) == ("bo", {"standing_from": row["standing_from"]})
    assert cite(edges, claim, said) == again == cite(edges, claim, BY_QUOTE)
    assert len(citations.events_of(edges.database, row["id"])) == 1, "a second time adds nothing"
    with pytest.raises(BadInput, match="another standing"):
        cite(edges, claim, replace(said, said=Said(standing=Standing.PRIMARY)))
