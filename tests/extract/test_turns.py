"""Who speaks in interviews, transcripts and press conferences, and that ordinary articles stay as they are."""

from pathlib import Path

import pytest
import yaml

from claims.extract.article import read_article
from claims.extract.speakers.voices import find_speakers

TABLE = Path(__file__).parents[1] / "tables" / "interviews.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_each_turn_has_its_speaker(row):
    turns = find_speakers(read_article(row["text"], published=None)).turns
    heard = {words: hear(turns.at(row["text"].index(words))) for words in row["hears"]}
    assert heard == row["hears"]


def hear(turn):
    if turn is None:
        return None
    return "asks" if turn.asks else turn.speaker or "unknown"
