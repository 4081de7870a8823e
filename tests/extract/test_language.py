"""Languages: the table of sentences, and that names in English text never mislead."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.skipping.language import foreign_language

TABLE = Path(__file__).parents[1] / "tables" / "languages.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
FOREIGN = [row for row in ROWS if row["language"]]
ENGLISH = [row for row in ROWS if not row["language"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:50])
def test_table(row):
    assert foreign_language(row["text"]) == row["language"]


def test_the_table_is_long_enough():
    assert len(FOREIGN) >= 60
    assert len({row["language"] for row in FOREIGN}) >= 15
    assert len(ENGLISH) >= 60


@pytest.mark.parametrize("row", FOREIGN, ids=lambda row: row["text"][:50])
def test_a_foreign_quotation_leaves_its_sentence_english(row):
    words = row["text"].translate(str.maketrans("", "", '«»“”„"'))
    assert foreign_language(f"The mayor of the town told them “{words}” on Monday.") is None


def test_a_post_in_french_is_french_whatever_its_tags_are():
    assert (
        foreign_language("RT @ann: Le maire a quitté la ville hier soir. #the #mayor") == "French"
    )


@given(st.text(max_size=200))
def test_any_text_has_a_language_or_none(text):
    assert foreign_language(text) is None or foreign_language(text)
