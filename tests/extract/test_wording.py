"""Claims in words that stand alone, or why not: the table, and what holds for any text."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from patience import grows_within, takes_within

from claims.extract.article import read_article
from claims.extract.engine import extract
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.extract.wording.background import background_of
from claims.extract.wording.gloss import Gloss, How
from claims.extract.wording.reword import NOT_WHOLE, Background, reword
from claims.extract.wording.story import read_story
from claims.model.span import Span

TABLE = Path(__file__).parents[1] / "tables" / "wordings.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]
PUBLISHED = "2021-08-31"
DATED = Background(glosses=(Gloss(19, 27, "August 28, 2021", How.AFTER),))


def settled(text, clause):
    """The wording of the last place where `clause` stands in `text`."""
    article = read_article(text, published=PUBLISHED)
    speakers = find_speakers(article)
    at = text.rindex(clause)
    i = next(i for i, s in enumerate(article.sentences) if s.start <= at < s.end)
    span, part = article.sentences[i].trim(text), Span(at, at + len(clause))
    place = Place(span, span.of(text), speakers.voices[i], (part,))
    setting, credit = credit_of(article, speakers, place, part)
    story = read_story(article, speakers.turns)
    return reword(clause, background_of(story, place, part, setting=setting, credit=credit))


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    assert settled(row["text"], row["clause"]) == (row.get("expect"), row.get("ambiguous"))


def test_the_table_is_long_enough():
    assert len(ROWS) >= 120


@pytest.mark.parametrize(
    ("clause", "background", "text"),
    [
        ("The bridge fell", Background(), "The bridge fell."),
        ("more than 40 men died", Background(), "More than 40 men died."),
        ("He fell", Background(person="Ann Lee"), "[Ann Lee] fell."),
        ("His car fell", Background(person="Bo Chan"), "[Bo Chan’s] car fell."),
        ("In 2013, he fell", Background(person="Bo Chan"), "In 2013, [Bo Chan] fell."),
        ("The bridge fell on Saturday", DATED, "The bridge fell on Saturday [August 28, 2021]."),
        ("who fell", Background(about="Ann Lee"), "[Ann Lee] fell."),
        (
            "opened a mill in Leeds",
            Background(subject="Ann Lee"),
            "[Ann Lee] opened a mill in Leeds.",
        ),
        (
            "the mill fell",
            Background(claimant="the bank"),
            "The mill fell [according to the bank].",
        ),
        ("I left", Background(claimant="Ann Lee", quoted=True), "[Ann Lee said:] “I left”"),
        ("because the pitch was wet", Background(), "The pitch was wet."),
        ("the mill , sadly , fell", Background(), "The mill, sadly, fell."),
        ("injuring three", Background(host="A bus fell,"), "[A bus fell,] injuring three."),
        ("After the mill fell", Background(main="Bo left"), "After the mill fell, [Bo left]."),
        ("it fell", Background(opening="In Leeds,"), "[In Leeds,] it fell."),
        ("The price fell", Background(occasion="context: Sale"), "The price fell [context: Sale]."),
    ],
)
def test_settled(clause, background, text):
    assert reword(clause, background) == (text, None)


@pytest.mark.parametrize(
    ("clause", "background", "why"),
    [
        ("He fell", Background(), "who “he” is"),
        ("It fell", Background(), "what “it” refers to"),
        ("In May they fell", Background(), "what “they” refers to"),
        ("which fell", Background(about="Lime"), None),  # "who" and "which" take a given antecedent
        ("whose car fell", Background(), "what “whose” refers to"),
        ("opened a mill", Background(), "whose act this is"),
        ("injuring three people", Background(), NOT_WHOLE),
        ("around the town was seen", Background(), NOT_WHOLE),
        ("if the mill fell", Background(), NOT_WHOLE),
        ("a former baker", Background(), NOT_WHOLE),
        (" — ", Background(), NOT_WHOLE),
    ],
)
def test_unsettled(clause, background, why):
    text, ambiguous = reword(clause, background)
    assert ambiguous == why
    assert (text is None) == (why is not None)


LABELS = frozenset("context reported as of said according to is are was were the s".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december to".split()
)


def words_of(text):
    return [w.lower() for w in re.findall(r"[^\W_]+", text)]


def inside_and_outside(claim_text):
    """The words in brackets, nested ones too, and those that stand outside."""
    inside, outside, depth = [], [], 0
    for piece in re.split(r"([\[\]])", claim_text):
        depth += (piece == "[") - (piece == "]")
        (inside if depth else outside).append(piece)
    return words_of(" ".join(inside)), words_of(" ".join(outside))


def check_honest(text, claim):
    """Nothing is put in that the article does not say, and nothing outside brackets that the clause does not."""
    assert (claim.claim_text is None) == (claim.ambiguous is not None)
    if claim.claim_text is None:
        return
    inside, outside = inside_and_outside(claim.claim_text)
    own = words_of(claim.exact)
    assert set(outside) <= set(own), (claim.exact, claim.claim_text)
    known = set(words_of(text)) | LABELS | MONTHS
    assert all(w in known or w.isdigit() for w in inside), (claim.exact, claim.claim_text)


@pytest.mark.parametrize("row", ROWS)
def test_the_words_of_the_table_are_the_articles_own(row):
    found = extract(row["text"], document="d-1", published=PUBLISHED, run="r-1")
    for claim in found.claims:
        check_honest(row["text"], claim)


PIECES = st.sampled_from(
    ["Ann Lee ", "Mayor Bo Chan ", "the mayor ", "said ", "he ", "She ", "her ", "it ", "They ", "“", "” ",
     "the Lime Trust (LT) ", "LT ", "a mill in Leeds ", "the mill ", "which ", "who ", ", ", "and ", "opened ", "fell ",
     "was sold ", "on Saturday ", "in May ", "After ", "killing 12 ", "a former baker", ". ", "\n\n", "(", ")", "’s ",
     "because ", "In 2003, ", "still ", "this year "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@example("a former bakerShe the mayor said ")
def test_the_words_of_any_text_are_the_articles_own(text):
    for claim in extract(text, document="d-1", published=PUBLISHED, run="r-1").claims:
        check_honest(text, claim)


@pytest.mark.parametrize(
    "piece",
    ["Ann Lee said he left. ", "The mayor of A ", "(AB) ", "A of ", ", who ", "the man ", "[", "It fell, ",
     "On Monday, ", "Ann’s ", "a", "he said she said "],
)  # fmt: skip
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    article = read_article(piece * (10_000 // len(piece)), published=PUBLISHED)
    assert takes_within(1, read_story, article)


def test_twice_the_text_takes_about_twice_the_time():
    texts = [
        "".join(f"Mayor A{i}x Lee told B{i}y he left the mill. " for i in range(n))
        for n in (500, 2000)
    ]
    short, long = (read_article(text, published=PUBLISHED) for text in texts)
    assert grows_within(8, read_story, short, long, slack=0.1)
