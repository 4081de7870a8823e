"""What becomes of a cited passage: a table of pages then and now, and laws that hold for any page."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patience import takes_within

from claims.anchor.nearness import Sought
from claims.anchor.passage_state import look
from claims.model.selector import select
from claims.model.span import Span

TABLE = Path(__file__).resolve().parents[1] / "tables/anchors.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
QUOTE = (
    "In 1989 more than 15,051 soldiers of the contingent had died in the mountains, said the general who led"
    " them home over the bridge at Termez; the ministry confirmed the figure a year later, and the families"
    " of the dead were told of it only in the spring of 1991, when the newspapers first printed it at last."
)


def sought_in(then, span):
    kept = select(then, span)
    return Sought(kept.exact, kept.prefix, kept.suffix, kept.start)


def read(row):
    start, end = row["then"].index("[["), row["then"].index("]]") - 2
    then = row["then"].replace("[[", "").replace("]]", "")
    return then, sought_in(then, Span(start, end)), row["now"].replace("[[", "").replace("]]", "")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    then, sought, now = read(row)
    looks = [look(sought, now, then)] + (
        [] if row.get("moved") or row.get("old_page") else [look(sought, now)]
    )
    for found in looks:
        assert found.state.value == row["state"], found
        assert [change.value for change in found.changes] == row.get("changes", [])
        if row["state"] in {"gone", "unmeasured"}:
            assert (found.start, found.end, found.score) == (None, None, 0.0)
        else:
            assert now[found.start : found.end] == row.get("words", sought.exact)
            assert found.start == row.get("at", found.start)
            assert 0 < found.score <= 1


def test_no_page_at_all_is_unmeasured():
    assert look(Sought("He won"), None).state.value == "unmeasured"


@pytest.mark.parametrize(
    ("page", "reasons"),
    [
        ("He won it.", ()),
        ("So he won it.", ("3 characters later",)),
        ("He  won it.", ("1 character later",)),
        ("won it", ("3 characters earlier",)),
        ("He won  it.", ("only how they are typed differs",)),
    ],
)
def test_it_is_said_how_the_same_words_stand_there_now(page, reasons):
    found = look(Sought("won it", "", "", 3), page)
    assert found.reasons == ("the same words stand there", *reasons)


def test_an_alteration_is_told_in_words_and_is_material_or_not():
    found = look(Sought("15,000 men died", "Over ", " there", 5), "Over 13,000 men died there")
    assert found.material
    assert found.reasons == ("changed: number", "15,000 → 13,000")
    typo = look(
        Sought("the goverment agreed", "Over ", " there", 5), "Over the government agreed there"
    )
    assert not typo.material


def test_the_score_falls_as_the_quote_is_damaged():
    words = QUOTE.split()
    scores = []
    for lost in range(0, 16, 3):
        now = " ".join(["And so", *words[: 20 - lost], *words[20:], "and that is all."])
        scores.append(look(Sought(QUOTE, "And so ", " and that is all.", 7), now).score)
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


WORDS = st.lists(
    st.sampled_from("the men of 15 went not Home in war, and peace. Ivan 3.5".split()), max_size=30
)


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_edit_outside_the_sentence_finds_the_same_quote(
    before, after, other_before, other_after
):
    quote = "Seven bridges cross the Vistula at Warsaw, and each is older than I am."
    then = f"{' '.join(before)}.\n{quote}\n{' '.join(after)}"
    now = f"{' '.join(other_before)}.\n{quote}\n{' '.join(other_after)}"
    start = then.index(quote)
    found = look(sought_in(then, Span(start, start + len(quote))), now, then)
    assert found.state.value in {"present", "moved"}
    assert now[found.start : found.end] == quote


@given(st.integers(0, 999_999), st.integers(0, 999_999), WORDS)
def test_another_number_is_never_the_same_passage(old, new, around):
    then = f"{' '.join(around)}. In that year {old:,} men crossed the bridge at Termez. {' '.join(around)}"
    now = then.replace(f"year {old:,} men", f"year {new:,} men")
    quote = f"In that year {old:,} men crossed the bridge at Termez."
    start = then.index(quote)
    found = look(sought_in(then, Span(start, start + len(quote))), now, then)
    assert found.state.value == ("present" if old == new else "altered")


@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_whatever_comes_in_an_answer_comes_out(exact, page, prefix, suffix):
    found = look(Sought(exact or "x", prefix, suffix, 3), page)
    if found.start is not None:
        assert 0 <= found.start <= found.end <= len(page)


HOSTILE = {
    "near-matches over and over": "".join(
        QUOTE.replace("died", f"d{n % 7}d").replace("general", "man") + " " for n in range(3400)
    ),
    "the very words over and over": (QUOTE + " ") * 3400,
    "one of its words over and over": "the " * 250_000,
    "one letter": "a" * 1_000_000,
    "one digit": "1" * 1_000_000,
    "full stops": "." * 1_000_000,
    "signs without width": "\u200b" * 1_000_000,
    "letters with marks": "e\u0301" * 500_000,
    "digits and commas": "1," * 500_000,
    "all words different": " ".join(f"w{n}" for n in range(140_000)),
    "sentences": "".join(f"Sentence number {n} is here. " for n in range(34_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_of_a_megabyte_takes_less_than_a_second(name):
    assert len(QUOTE) > 300
    sought = Sought(QUOTE, "he told us all of it then. ", " and so on it went for them.", 500_000)
    assert takes_within(1.0, look, sought, HOSTILE[name])  # 0.5 s on a quiet machine


@pytest.mark.parametrize(("size", "state"), [(5_000, "altered"), (25_000, "unmeasured")])
def test_a_very_long_quote_that_lost_a_word_is_never_called_gone(size, state):
    words = " ".join(f"word{n}" for n in range(size))
    assert look(Sought(words), "Then " + words).state.value == "present"
    assert look(Sought(words), "Then " + words.replace("word7 ", "")).state.value == state
