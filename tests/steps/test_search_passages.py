from itertools import count

import pytest
from builders import NOW, a_claim, a_document, a_run, a_snapshot

from claims.model.settings import Settings
from claims.steps.collapse_copies import collapse_copies
from claims.steps.edges import Edges
from claims.steps.gather_evidence import gather_evidence
from claims.steps.index_passages import index_passages
from claims.steps.search_passages import PassageSearch
from db import evidence, passages, rows, snapshots

WEATHER = "Rain fell on the coast for three days. The harbour stayed open."
LOSSES = "In all, 15,051 Soviet soldiers died in Afghanistan, a general of the army wrote."
numbered = count()


@pytest.fixture
def desk(database, tmp_path):
    return Edges(database, tmp_path / "a.db", Settings(), now=lambda: NOW)


def a_page(database, text, **fields):
    return a_snapshot(database, f"https://example.org/{next(numbered)}", text, **fields)


def a_search(database):
    for _ in index_passages(database):
        pass
    return PassageSearch(database)


def test_every_stored_page_is_searched_and_the_nearest_comes_first(database):
    claim = a_claim(database)
    a_page(database, WEATHER)
    page = a_page(database, LOSSES)
    first, *_ = a_search(database).find(claim)
    assert first["snapshot"] == page["id"]
    assert {"soldiers", "Afghanistan"} <= set(first["shared"])
    assert first["words"] > 0.5
    assert first["meaning"] > 0.2


def test_words_of_another_form_and_meaning_without_shared_words_find(database):
    claim = a_claim(database, a_document(database, "The economy shrank.\n"), "The economy shrank",
                    claim_text="The economy shrank.")  # fmt: skip
    page = a_page(database, "Gross domestic product fell in the last quarter.", title=None)
    a_page(database, WEATHER, title=None)
    (first, second) = a_search(database).find(claim)
    assert first["words"] == second["words"] == 0
    assert first["snapshot"] == page["id"]


def test_the_title_of_a_page_is_searched_with_its_passages(database):
    claim = a_claim(database)
    page = a_page(database, "The army lost 15,051 men.", title="Soviet losses in Afghanistan")
    a_page(database, "The army lost 15,051 men.", title="Another story")
    assert a_search(database).find(claim)[0]["snapshot"] == page["id"]


def test_the_claims_own_article_is_no_evidence_for_it(database):
    document = a_document(database, url="https://example.org/the-article")
    claim = a_claim(database, document)
    a_snapshot(database, "https://example.org/the-article", document["text"])
    a_snapshot(database, f"urn:citetrail:{document['id']}", document["text"] + " ")
    assert a_search(database).find(claim) == []


HOSTILE = (
    'a" OR "b', "NEAR(a b)", "title:x exact:y", "^soldiers*", "{}()[]", "'; DROP TABLE passages; --",
    "\0\ufeff\u202e", "𝟙𝟚𝟛 𞤀𞤁 ด้ี", "a\u0301\u0302" * 40, "-" * 5000, "AND OR NOT", "_" * 99,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_claim_is_syntax(database, text):
    a_page(database, LOSSES)
    claim = a_claim(database, claim_text=f"{text} soldiers")
    found = a_search(database).find(claim)
    assert len(found) == 1
    assert rows.count(database, "passages") == 1


def test_common_words_are_read_where_they_stand_together(database, monkeypatch):
    claim = a_claim(database)
    for number in range(30):
        a_page(database, f"Soldiers died on day {number}.")
        a_page(database, f"Afghanistan has {number} valleys.")
    both = a_page(database, "Soldiers died in Afghanistan.")
    search = a_search(database)
    monkeypatch.setattr("claims.steps.search_passages.LOOKED_UP", 5)
    found = search.find(claim)
    assert found[0]["snapshot"] == both["id"]
    assert {"soldiers", "died", "Afghanistan"} <= set(found[0]["shared"])


def test_indexing_again_adds_nothing_and_a_new_text_is_read_anew(database):
    page = a_page(database, LOSSES)
    a_search(database)
    assert list(index_passages(database)) == []
    snapshots.drop_passages(database, page["id"])
    assert rows.count(database, "passages") == 0
    rows.update(database, "snapshots", {"id": page["id"], "text": WEATHER})
    assert list(index_passages(database)) == [(1, 1)]
    (passage,) = rows.select(database, "passages")
    assert passage["exact"] == WEATHER
    assert passages.counts(database, ["soldier", "rain"]) == {"soldier": 0, "rain": 1}


def test_codes_of_another_model_are_made_anew(database):
    page = a_page(database, LOSSES)
    a_search(database)
    passages.keep_codes(database, page["id"], "meaning-0-old", b"")
    assert list(index_passages(database)) == [(1, 1)]
    assert rows.count(database, "passages") == 1


def test_a_new_title_is_searched_and_the_old_one_is_not(database):
    page = a_page(database, LOSSES, title="Harbours")
    a_search(database)
    passages.retitle(database, page["id"], "Mountains")
    assert passages.counts(database, ["harbour", "mountain"]) == {"harbour": 0, "mountain": 1}
    assert list(index_passages(database)) == [(1, 1)]


def test_an_empty_page_is_looked_at_once(database):
    a_page(database, "")
    list(index_passages(database))
    assert list(index_passages(database)) == []


def row(key, exact, published=None):
    return {"id": key, "exact": exact, "published": published}


LONG = "The agency counted 412 cranes in the harbour of Marou at the end of the month, it said on "


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([row("p-2", LONG + "Monday."), row("p-1", LONG + "Monday.")], {"p-1": ["p-2"]}),
        (
            [row("p-1", LONG + "Monday.", "2020-02-01"), row("p-2", LONG + "Tuesday.", "2020-01-01")],
            {"p-2": ["p-1"]},
        ),
        (
            [row("p-1", LONG + "Monday."), row("p-2", LONG.replace("412", "421") + "Monday.")],
            {"p-1": [], "p-2": []},
        ),
        ([row("p-1", "Yes."), row("p-2", "No.")], {"p-1": [], "p-2": []}),
        ([], {}),
    ],
    ids=["the same", "nearly the same: the older", "another number", "short and not the same", "none"],
)  # fmt: skip
def test_copies(found, kept):
    assert {one["id"]: one["copies"] for one in collapse_copies(found)} == kept


def test_evidence_names_the_copies_of_a_passage_and_their_pages(desk):
    database = desk.database
    claim = a_claim(database)
    first = a_page(database, LOSSES, published="2019-01-01")
    second = a_page(database, LOSSES, published="2020-01-01", title="Another title")
    a_run(database)
    ticks = [tick.stage for tick in gather_evidence(desk, [claim], top=5)]
    assert ticks == ["index passages", "evidence"]
    (ranked,) = evidence.listing(database, claim["id"])
    assert ranked["snapshot"] == first["id"]
    assert ranked["copied_on"] == [second["url"]]
    assert {"copies elsewhere, counted once"} <= {r["name"] for r in ranked["reasons"]}
