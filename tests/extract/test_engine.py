"""The whole room: a text to claims and skipped sentences."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import allowed, takes_within

from claims.extract.engine import How, extract
from claims.model.claim import ClaimKind
from claims.model.document import SkipReason
from claims.model.review import Status
from claims.model.span import Span, tiles

SHARED = Path(__file__).parents[3] / "shared"
PIECES = st.sampled_from(
    ["Ann Lee ", "said ", "he ", "she ", "“", "” ", '"', "more than 40 men ", "died ", "was ", "and ", ", ", "but ",
     "which ", "on Saturday ", "in 2018 ", "According to ", "the bank ", ". ", "? ", "\n\n", "\n", "(", ")", "– ", "; ",
     "Leave a Reply\n", "é\u00a0", "🎉 ", "who ", "adding ", "years ago ", "May ", "because ", "\u200b"]
)  # fmt: skip


def read(text, **options):
    return extract(text, document="d-1", published="2021-08-31", run="r-1", **options)


def check_record(text, found):
    """Everything that must hold of any extraction (contract section 4)."""
    assert tiles([Span(s.start, s.end) for s in found.sentences], len(text))
    assert [s.ordinal for s in found.sentences] == list(range(len(found.sentences)))
    assert [c.start for c in found.claims] == sorted(c.start for c in found.claims)
    assert len({c.id for c in found.claims}) == len(found.claims)
    for claim in found.claims:
        assert text[claim.start : claim.end] == claim.exact != ""
        assert text[: claim.start].endswith(claim.prefix)
        assert text[claim.end :].startswith(claim.suffix)
        assert text[claim.sentence_start :].startswith(claim.sentence)
        assert claim.exact in claim.sentence
        assert (claim.claim_text is None) == (claim.ambiguous is not None)
        assert 0.0 <= claim.check_worthiness <= 1.0
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.exact
        if claim.attribution:
            cue = claim.attribution
            assert claim.claimant
            assert text[cue.start : cue.end] == cue.cue
    for sentence in found.sentences:
        silent = not any(sentence.start <= c.start < sentence.end for c in found.claims)
        assert silent == (sentence.skip_reason is not None) == (sentence.skip_detail is not None)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_true_records(text):
    check_record(text, read(text))


@given(st.text(max_size=300))
def test_any_characters_give_true_records(text):
    check_record(text, read(text))


def test_lines_that_end_in_carriage_returns_are_read_as_lines():
    lines = "The mill fell\n\nMore than 40 men died in\n2018, Ann Lee\nsaid.\nThe mill was old."
    text = lines.replace("\n", "\r")
    check_record(text, read(text))
    assert [c.exact.replace("\r", "\n") for c in read(text).claims] == [
        c.exact for c in read(lines).claims
    ]
    assert any("\r" in c.exact for c in read(text).claims)


def test_an_empty_text_gives_nothing():
    assert read("") == extract("", document="d-2", published=None, run="r-2")


def test_a_claim_in_full():
    text = "A bridge fell.\n\nAnn Lee, the mayor, said on Saturday that more than 40 men had died."
    claim = read(text).claims[1]
    assert claim.exact == "Ann Lee, the mayor, said on Saturday that more than 40 men had died"
    assert claim.kind is ClaimKind.STATEMENT
    assert (claim.claimant, claim.attribution.role) == ("Ann Lee", "the mayor")
    assert claim.dates == ("2021-08-28",)
    assert [(q.value, q.unit, q.comparator) for q in claim.quantities] == [(40.0, "men", ">")]
    assert claim.claim_text == (
        "Ann Lee, the mayor, said on Saturday [August 28, 2021] that more than 40 men had died."
    )
    assert (claim.status, claim.run, claim.document) == (Status.NEW, "r-1", "d-1")


def test_the_same_text_gives_the_same_records():
    text = "Ann Lee said 40 men died. She left in May."
    assert read(text) == read(text)


def test_claims_under_the_wanted_worth_are_held_back_with_the_reason():
    found = read("More than 15,000 soldiers died. A cat slept.", how=How(min_worth=0.5))
    assert len(found.claims) == 1
    assert found.sentences[1].skip_reason is SkipReason.LOW_WORTH
    assert "under 0.50" in found.sentences[1].skip_detail


def test_a_date_that_opens_the_sentence_goes_to_its_later_clauses():
    found = read("In 2003 the court banned the party, and its leader left the country.")
    assert [c.dates for c in found.claims] == [("2003",), ("2003",)]


def test_a_year_that_names_an_event_gives_way_to_a_date():
    found = read("On Saturday the academy gave the 2019 Lime Prize to Ann Lee.")
    assert found.claims[0].dates == ("2021-08-28",)


@pytest.mark.parametrize(
    "piece", ["a", "ab ", "“", "1 ", "He said “no” to 5 men, but it fell. ", "Ann Lee said "]
)
def test_two_hundred_kilobytes_in_one_line_take_seconds(piece):
    assert takes_within(20, read, piece * (200_000 // len(piece)))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the evaluation data beside the checkout")
def test_a_corpus_gives_true_records_quickly():
    rows = (SHARED / "data/wikinews/corpus.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(row) for row in rows]
    started = time.process_time()
    found = [extract(a["text"], document="d-1", published=a["date"], run="r-1") for a in articles]
    spent = time.process_time() - started
    for article, extraction in zip(articles, found, strict=True):
        check_record(article["text"], extraction)
    assert len(articles) == 172
    assert spent < allowed(0.3) * sum(len(a["text"]) for a in articles) / 10_000


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the evaluation data beside the checkout")
def test_the_users_own_article():
    text = (SHARED / "seed/article.txt").read_text(encoding="utf-8")
    found = read(text)
    dead = next(c for c in found.claims if "more than 15,000 Soviet soldiers died" in c.exact)
    talks = next(
        c
        for c in found.claims
        if "opened negotiations with the Taliban as early as 2018" in c.exact
    )
    assert [(q.value, q.comparator) for q in dead.quantities] == [(15000.0, ">")]
    assert talks.dates == ("2018",)
    assert max(c.end for c in found.claims) <= text.index("Leave a Reply")
