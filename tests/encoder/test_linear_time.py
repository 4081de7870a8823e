"""Time of the whole engine on texts with the most tokens a character: linear, and under a second for 10 kB."""

import pytest
from patience import seconds, takes_within

from claims.extract.article import LONGEST
from claims.steps.engine import engine

PIECES = {
    "initials": "A. ",
    "numbers": "7 ",
    "decimals": "1.1",
    "money": "$5 ",
    "hashtags": "#a ",
    "names answered to": "@ann ",
    "quotes opened with words": "“He said ",
    "contractions": "it's ",
    "capitals": "THE MAYOR LEFT ",
    "names": "Ann Lee ",
    "emoji": "🎉",
    "broken words": "govern-\n",
}
ENOUGH = 10_000
SOME = 2_000


def text_of(piece, length):
    inside = (piece * LONGEST)[: LONGEST // 4]
    sentence = f"The mayor said {inside} ended in May 2018. "
    return (sentence * (length // len(sentence) + 1))[:length]


def read(text):
    engine().extract(text, document="d-1", published="2021-08-31", run="r-1")


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_ten_kilobytes_take_less_than_a_second(piece):
    assert takes_within(1, read, text_of(piece, ENOUGH))  # the worst takes 0.6 s on a quiet machine


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece):
    once, twice = (
        min(seconds(read, text_of(piece, n)) for _ in range(2)) for n in (SOME, 2 * SOME)
    )
    assert twice <= 3 * once + 0.02
