"""Time on hostile texts: under a second for 10 kB of anything, and twice the text in about twice the time.

A text of one piece without end and a text of long sentences are tried: the engine reads only sentences.
"""

import pytest
from patience import grows_within, takes_within

from claims.extract.article import LONGEST
from claims.extract.engine import extract
from claims.model.span import Span, tiles

PIECES = {
    "one long word": "a",
    "one long word in capitals": "A",
    "one long number": "7",
    "numbers": "7 ",
    "thousands": "1,000,",
    "decimals": "1.1",
    "money": "$5 ",
    "percent": "5% ",
    "scale words": "five million ",
    "years": "2018 ",
    "ranges": "from 5 to ",
    "comparators": "more than ",
    "weekdays": "on Saturday ",
    "ages ago": "years ago ",
    "only commas": ",",
    "commas and words": "a, ",
    "only full stops": ".",
    "spaced full stops": ". ",
    "ellipses": "… ",
    "question marks": "?",
    "cry marks and closing quotes": "!”",
    "questions": "Who? ",
    "questions and answers": "Q. Why? A. I left. ",
    "speakers in lines of their own": "Ann Lee:\nWhy?\n\nBo Ray:\nI left.\n\n",
    "dashes": "-",
    "spaced dashes": "— ",
    "hyphens": "a-",
    "apostrophes": "’",
    "contractions": "it's ",
    "semicolons": "a; ",
    "colons": "a: ",
    "slashes": "/",
    "underscores": "_",
    "quotes never closed": "“",
    "quotes opened with words": "“He said ",
    "straight quotes": '"',
    "straight quotes and verbs": '" said ',
    "brackets never closed": "(",
    "brackets closed only": ") ",
    "nested brackets": "([{",
    "asides": "(he said it) ",
    "a": "a ",
    "and": "and ",
    "said": "said ",
    "according to": "according to ",
    "that": "that ",
    "which": ", which ",
    "pronouns": "he ",
    "because": "because ",
    "names": "Ann Lee ",
    "initials": "A. ",
    "titles": "Mr. ",
    "names and verbs": "Ann Lee said ",
    "words without a stop": "the minister of the town and the council of ",
    "capitals": "THE MAYOR LEFT ",
    "emoji": "🎉",
    "combining marks": "e\u0301\u0301\u0301",
    "zero width": "\u200b",
    "direction marks": "\u202ea\u202c ",
    "null": "\x00",
    "blanks": " ",
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "lines": "a\n",
    "carriage returns": "a\r",
    "blank lines": "\n",
    "list items": "- a\n",
    "bullets": "• Ab ",
    "headings": "Abc def\n",
    "links": "https://a.b/c ",
    "hashtags": "#a ",
    "names answered to": "@ann ",
    "retweets": "RT @a: ",
    "Chinese": "战争。",
    "Chinese without a stop": "战",
    "Arabic": "الحرب ",
    "French": "le la les et ",
    "elisions": "l'",
    "broken words": "govern-\n",
    "ligatures": "ﬁ",
    "copyright": "© ",
    "photo credits": "Photo: ",
    "wishes": "may god ",
    "conditions": "and, if ",
}
QUOTED = (
    "“Some {0} people fell ill in Leeds,” the Lime Trust said. “Bo Chan and Ann Lee left the town in 2018."
    " Cleo Day sold {0} mills in 2019.”\n\n"
)
NOW = "2021-08-31"
ENOUGH = 10_000


def repeated(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


def in_sentences(piece, length):
    sentence = f"The mayor said {repeated(piece, LONGEST - 100)} ended. "
    return repeated(sentence, length)


def read(text):
    found = extract(text, document="d-1", published=NOW, run="r-1")
    assert tiles([Span(s.start, s.end) for s in found.sentences], len(text))
    assert all(text[c.start : c.end] == c.exact for c in found.claims)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_ten_kilobytes_take_less_than_a_second(piece):
    assert takes_within(1, read, repeated(piece, ENOUGH))
    assert takes_within(1, read, in_sentences(piece, ENOUGH))


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece):
    assert grows_within(3, read, repeated(piece, ENOUGH), repeated(piece, 2 * ENOUGH))


def test_four_times_the_quoted_news_take_about_four_times_the_time():
    once, more = ("".join(QUOTED.format(n) for n in range(10, 10 + many)) for many in (200, 800))
    assert grows_within(7, read, once, more)


def test_there_are_enough_of_them():
    assert len(PIECES) >= 40


@pytest.mark.parametrize("piece", ["the men of ", "“He said "])
def test_two_megabytes_in_one_line(piece):
    assert takes_within(20, read, repeated(piece, 2_000_000))  # 2 s on a quiet machine
