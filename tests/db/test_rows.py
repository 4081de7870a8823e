import pytest
from builders import NOW, a_claim, a_document, a_run
from hypothesis import given, settings
from hypothesis import strategies as st

from db import fts, rows

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), JSON))
@settings(max_examples=50)
def test_json_columns_come_back_as_they_went_in(options):
    row = {"id": "r-1", "step": "x", "version": "1", "options": options, "at": NOW}
    assert rows.decode("runs", rows.encode("runs", row)) == row


def test_adding_twice_adds_once(database):
    run = rows.get(database, "runs", a_run(database))
    assert rows.add_new(database, "runs", [run]) == 0
    assert rows.count(database, "runs") == 1


def test_put_brings_a_known_row_up_to_date(database):
    claim = a_claim(database)
    assert rows.put(database, "claims", {**claim, "claimant": "Ada"}) is False
    assert rows.get(database, "claims", claim["id"])["claimant"] == "Ada"


def test_ids_are_found_by_their_beginning(database):
    claim = a_claim(database)
    for length in (2, 5, 18):
        assert rows.ids_with_prefix(database, "claims", claim["id"][:length]) == [claim["id"]]
    assert rows.ids_with_prefix(database, "claims", "c-zz") == []
    assert rows.ids_with_prefix(database, "claims", "%") == [], "no wildcards"


HOSTILE = [
    '"',
    '""',
    "a OR b",
    "NEAR(a b)",
    "col:word",
    "*",
    "^a",
    "(",
    "-",
    "a\0b",
    "AND",
    "'; --",
]


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_is_query_syntax(database, word):
    a_document(database, text=f"The word {word} stands here.")
    for query in (fts.any_of([word, "stands"]), fts.all_of(["stands"])):
        found = database.execute(
            "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH ?", [query]
        )
        assert found.fetchone()[0] == 1
