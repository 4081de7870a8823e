"""Who says it: the table, over whole small articles."""

from pathlib import Path

import pytest
import yaml
from patience import takes_within

from claims.extract.article import read_article
from claims.extract.engine import extract
from claims.extract.speakers.attribution import attribution_of, cue_of
from claims.extract.speakers.cues import find_cues
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.model.span import Span

TABLE = Path(__file__).parents[1] / "tables" / "attributions.yaml"
TABLED = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
ROWS = [pytest.param(r, id=r["why"]) for r in TABLED if "claim" in r]
PLACED = [pytest.param(r, id=r["why"]) for r in TABLED if "clause" in r]


def claim_with(text, words):
    found = extract(text, document="d-1", published="2021-08-31", run="r-1")
    return next(c for c in found.claims if words in c.exact)


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    claim = claim_with(row["text"], row["claim"])
    credited = claim.attribution
    assert claim.claimant == row["claimant"]
    assert (credited.cue if credited else None) == row["cue"]
    assert (credited.mode.value if credited else None) == row["mode"]
    assert (credited.role if credited else None) == row["role"]
    if credited:
        assert row["text"][credited.start : credited.end] == credited.cue


@pytest.mark.parametrize("row", PLACED)
def test_table_of_clauses(row):
    text = row["text"]
    article = read_article(text, published="2021-08-31")
    speakers = find_speakers(article)
    at = text.rindex(row["clause"])
    ordinal = max(i for i, s in enumerate(article.sentences) if s.start <= at)
    span, voice = article.sentences[ordinal].trim(text), speakers.voices[ordinal]
    part = Span(at, at + len(row["clause"]))
    before = speakers.voices[ordinal - 1] if ordinal else None
    place = Place(span, span.of(text), voice, (), before=before)
    _, credit = credit_of(article, speakers, place, part, said=row.get("said", False))
    found = credit.cue and attribution_of(
        span.of(text),
        credit.cue,
        part.shift(-span.start),
        offset=span.start,
        quotes=voice.quotes,
    )
    assert credit.who == row["claimant"]
    assert (found.cue if found else None) == row["cue"]
    assert (found.mode.value if found else None) == row["mode"]


@pytest.mark.parametrize(
    "piece", ["said ", "said, ", "Ann Lee, ", "and Ann said that ", "according to ", "A. (", "A: "]
)
def test_ten_thousand_hostile_characters_take_less_than_a_second(piece):
    sentence = (piece * 2000)[:2900].rstrip() + ".\n\n"  # just short enough to be read
    article = read_article(sentence * 3, published=None)
    assert takes_within(1, find_speakers, article)


def test_what_is_reported_by_another_goes_to_the_nearer_speaker():
    text = "The Post reported Ann Lee said the mill was sold."
    cue = cue_of(text, find_cues(text), Span(0, len(text)))
    assert cue.speaker == "Ann Lee"


def test_a_relative_clause_is_not_part_of_the_report():
    text = "Ann Lee said the mill, which was built in 1900, was sold."
    assert cue_of(text, find_cues(text), Span(23, 46)) is None
