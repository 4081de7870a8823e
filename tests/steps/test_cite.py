from dataclasses import replace

import pytest
from builders import NOW, a_claim, a_passage, a_snapshot

from claims.model.citation import CitationRole
from claims.model.errors import BadInput, NotFound
from claims.steps.cite import Cited, cite
from db import rows

URL = "https://example.org/page"
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
