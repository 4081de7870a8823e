"""Sentences: the table of cases, the tiling property, and time on long lines."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patience import grows_within, takes_within

from claims.model.span import tiles
from claims.text.sentences import sentence_spans

TABLE = Path(__file__).parents[1] / "tables" / "sentences.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))

FRAGMENTS = st.sampled_from(
    """Mr. U.S. p.m. Jan. 6 No. 5 “We won.” "Go!" … ... . . ? ! ; , The war ended. (AP) — 1. 2) • - A. I.
    Inc. et al. https://a.b/c.D?e x@y.Z 战争。 3.5 ended.The ”. »  \u200b \ufeff [3] 🎉 SS İ ǅ""".split(
        " "
    )
) | st.sampled_from(["\n", "\n\n", " ", "\u00a0", "\t", "\r\n", "\x0c", "\u2028", "\x1c", "\x85"])


def _found(text):
    return [span.of(text).strip() for span in sentence_spans(text)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    text = row.get("text") or " ".join(row["sentences"])
    found = _found(text)
    if row.get("wrapped"):
        found = [" ".join(sentence.split()) for sentence in found]
    assert found == row["sentences"]
    assert tiles(sentence_spans(text), len(text))


def test_table_is_long_enough_and_says_why():
    assert len(ROWS) >= 120
    assert all(row["why"] for row in ROWS)
    assert len({row["why"] for row in ROWS}) == len(ROWS)


def test_empty_text_has_no_sentences():
    assert sentence_spans("") == ()


@pytest.mark.parametrize("text", [" ", "\n\n", "...", "?", "\u200b", "\x00", "\ud800", ") . ("])
def test_text_without_words_is_one_span(text):
    assert [span.of(text) for span in sentence_spans(text)] == [text]


@given(st.text())
def test_spans_tile_any_text(text):
    assert tiles(sentence_spans(text), len(text))


@given(st.lists(FRAGMENTS, max_size=40))
def test_spans_tile_newspaper_fragments(parts):
    for text in ("".join(parts), " ".join(parts)):
        assert tiles(sentence_spans(text), len(text))


@given(st.lists(FRAGMENTS, max_size=40))
def test_every_sentence_but_the_first_starts_with_something_visible(parts):
    text = " ".join(parts)
    assert not any(span.of(text)[0].isspace() for span in sentence_spans(text)[1:])


@pytest.mark.parametrize(
    "unit",
    [
        "The war ended in 1989. ",
        "Mr. ",
        "U.S. ",
        "A. ",
        ". ",
        ".",
        '."',
        "?)",
        "1. ",
        "No. 5 ",
        "ab.Cd",
        "a\n",
        "Abc\n",
        "\n",
        " ",
        "word",
        ". - ",
        "- ",
        '." A',
        "“",
        "(",
        "[3]",
        "…”",
        "a The b ",
        "abcThe b ",
        " • A",
        ".\u200b",
    ],
)
def test_time_grows_with_length_only(unit):
    """Four times the text may take four times as long, with room for a busy machine; not sixteen."""
    short, long = unit * (40_000 // len(unit)), unit * (160_000 // len(unit))
    assert grows_within(10, sentence_spans, short, long, slack=0.1)


def test_two_megabytes_in_one_line():
    text = "The war ended in 1989, and Gen. Gromov left the U.S. at 5 p.m. on Jan. 6. " * 27_000
    assert len(text) > 1_900_000
    assert takes_within(8, sentence_spans, text)  # 0.9 s on a quiet machine


def test_import_is_cheap(run_python):
    """Sentences are split by commands that never see a web page."""
    code = "import sys, claims.text.sentences; print(sorted(sys.modules))"
    loaded = run_python(code)
    for heavy in ("trafilatura", "pypdf", "markdown_it", "charset_normalizer", "lxml"):
        assert f"'{heavy}'" not in loaded
