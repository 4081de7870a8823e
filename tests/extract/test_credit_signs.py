"""Who says a claim, by which cue, as numbers."""

import pytest

from claims.extract.article import read_article
from claims.extract.speakers.credit_signs import CREDIT, credit_signs
from claims.extract.speakers.place import Credit, Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.model.span import Span


def signs(text, *claims, of=0):
    """The signs that are not nought, of claim number `of` among the claims of the first sentence."""
    article = read_article(text, published=None)
    speakers, span = find_speakers(article), article.sentences[0]
    parts = tuple(Span(text.index(c), text.index(c) + len(c)) for c in claims)
    place = Place(span.trim(text), span.of(text).strip(), speakers.voices[0], parts)
    _, credit = credit_of(article, speakers, place, parts[of])
    made = credit_signs(place, credit, parts[of])
    return {name: x for name, x in zip(CREDIT, made, strict=True) if x}


@pytest.mark.parametrize(
    ("text", "claim", "found"),
    [
        ("Police said it burned.", "it burned", {"the cue before its words", "the cue: said"}),
        ("Police said it burned.", "Police said it burned", {"the cue before its words", "the cue opens the claim", "the cue: said"}),
        ("It burned, according to Ann Lee.", "It burned", {"the cue: source"}),
        ("A study found it burned.", "it burned", {"the cue before its words", "the cue: found"}),
        ("It was told by Ann Lee, who said it burned.", "it burned", {"who said it", "the cue before its words", "the cue: said"}),
        ("The mill burned.", "The mill burned", set()),
    ],
)  # fmt: skip
def test_what_tells_of_a_credit(text, claim, found):
    assert (
        set(signs(text, claim))
        - {
            "first claim of its sentence",
            "somebody by name",
            "50 characters between cue and claim",
        }
        == found
    )


def test_a_further_claim_stands_farther_from_its_cue():
    text = "Police said that the mill burned and that nobody died."
    first = signs(text, "the mill burned", "nobody died")
    second = signs(text, "the mill burned", "nobody died", of=1)
    away = "50 characters between cue and claim"
    assert first[away] < second[away] <= 2
    assert "first claim of its sentence" in first
    assert "first claim of its sentence" not in second


def test_somebody_without_a_cue():
    place = Place(
        Span(0, 9), "It burned", find_speakers(read_article("x", published=None)).voices[0], ()
    )
    made = dict(zip(CREDIT, credit_signs(place, Credit("Ann Lee", None), Span(0, 9)), strict=True))
    assert [name for name, x in made.items() if x] == ["somebody, but no cue", "somebody by name"]
