"""Named features of a clause and of its candidate dates."""

import pytest

from claims.extract.article import read_article
from claims.extract.dates.date_features import Asked, candidate_features, clause_features
from claims.extract.dates.tenses import tense
from claims.extract.dates.timeline import candidates, read_timeline
from claims.model.span import Span

PUBLISHED = "2021-08-31"


@pytest.mark.parametrize(
    ("clause", "expect"),
    [
        ("The dam broke", "past"),
        ("The dam has broken", "perfect"),
        ("The dam had been closed", "pluperfect"),
        ("The dam will be closed", "future"),
        ("The dam could break", "modal"),
        ("The dam was closed", "passive"),
        ("The dam was old", "was"),
        ("The dam is old", "present"),
        ("The dam belongs to Ashby", "present"),
        ("the tallest in Ashby", "none"),
        ("killing two men", "ing"),
        ("", "none"),
    ],
)
def test_tense(clause, expect):
    assert tense(clause) == expect


@pytest.mark.parametrize(
    ("clause", "expect"),
    [
        ("who fell at the scene", {"relative clause", "scene"}),
        ("after the crash", {"subordinate", "event noun"}),
        ("He currently owns it", {"pronoun", "current"}),
        ("It always floods here", {"pronoun", "general"}),
        ("to be arrested", {"infinitive", "act"}),
    ],
)
def test_flags(clause, expect):
    assert expect <= set(clause_features(Asked(clause)))


def test_a_candidate_names_its_role_size_and_distance():
    text = "The dam broke on Saturday. Nobody was hurt."
    timeline = read_timeline(read_article(text, published=PUBLISHED), published=PUBLISHED)
    found = candidates(timeline, Span(27, 43), Span(27, 42))
    names = set(candidate_features(timeline, found, found[0]))
    assert {
        "role:carried", "role+size:carried+day", "role+back:carried+1", "day of the main event",
        "near publication", "news day", "only date",
    } <= names  # fmt: skip
