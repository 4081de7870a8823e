"""Why sentences make no claim: the table of cases, and that there always is a reason."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.engine import extract
from claims.extract.kinds import Setting
from claims.extract.skipping.skips import skip_clause, skip_idle, skip_sentence, why_skipped
from claims.model.document import SkipReason

TABLE = Path(__file__).parents[1] / "tables" / "skips.yaml"
TABLES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
SPEECH = st.lists(
    st.sampled_from("we must go . ! ? “ ” if Ann Lee 40 the will good not THE WAS RT @a: #b https://t.co/x 🎉 — le".split())
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize("row", TABLES["articles"], ids=lambda row: row["why"])
def test_last_sentence_of_an_article(row):
    found = extract(row["text"], document="d-1", published="2021-08-31", run="r-1")
    last = found.sentences[-1]
    assert (last.skip_reason.value if last.skip_reason else None) == row["reason"]
    assert last.skip_detail


@pytest.mark.parametrize("row", TABLES["captions"], ids=lambda row: row["why"])
def test_caption(row):
    found = extract(row["text"], document="d-1", published="2021-08-31", run="r-1")
    caption = found.sentences[1]
    assert (caption.skip_reason.value if caption.skip_reason else None) == row["reason"]


@pytest.mark.parametrize("row", TABLES["sentences"], ids=lambda row: row["text"][:60])
def test_why_skipped(row):
    reason, detail = why_skipped(
        row["text"],
        paragraph=row.get("paragraph", False),
        quoted=row.get("quoted", False),
        attributed=row.get("attributed", False),
    )
    assert reason.value == row["reason"]
    assert row.get("detail", "") in detail


@pytest.mark.parametrize("row", TABLES["claims"], ids=lambda row: row["text"][:60])
def test_what_makes_a_claim_is_not_refused(row):
    assert skip_sentence(row["text"], paragraph=row.get("paragraph", False)) is None
    found = extract(row["text"], document="d-1", published="2021-08-31", run="r-1")
    assert found.claims


def test_the_table_is_long_enough_and_knows_every_reason():
    rows = TABLES["articles"] + TABLES["sentences"]
    assert len(rows) >= 150
    assert {row["reason"] for row in rows} == {r.value for r in SkipReason}


@given(st.text(max_size=200) | SPEECH, st.booleans(), st.booleans(), st.booleans())
def test_there_always_is_a_reason(sentence, paragraph, quoted, attributed):
    reason, detail = why_skipped(
        sentence, paragraph=paragraph, quoted=quoted, attributed=attributed
    )
    assert isinstance(reason, SkipReason)
    assert detail.strip()


@given(SPEECH, st.booleans())
def test_a_sure_reason_is_the_best_one(sentence, paragraph):
    sure = skip_sentence(sentence, paragraph=paragraph)
    best = why_skipped(sentence, paragraph=paragraph, quoted=False, attributed=False)
    assert sure in {None, best}


def test_a_number_makes_speech_checkable():
    assert skip_clause("we will build 40 homes", Setting(quoted=True, numbers=1)) is None


def test_the_clause_with_the_reporting_verb_is_always_a_claim():
    assert skip_clause("he said it is so sad", Setting(has_cue=True, attributed=True)) is None


@pytest.mark.parametrize(
    ("clause", "worthy", "setting", "skipped"),
    [
        ("the wind of change", -1.4, Setting(), True),
        ("the wind of change", None, Setting(), False),  # the encoder was not asked
        ("the British capital", -0.6, Setting(), False),
        ("the town of Ashby", -1.4, Setting(dated=True), False),
        ("it hardly matters to them", -2.4, Setting(), True),
        ("it closed the bridge", -1.4, Setting(), False),
        ("40 of them", -3.0, Setting(numbers=1), False),
        ("he said it hardly matters", -3.0, Setting(has_cue=True), False),
    ],
)
def test_what_the_encoder_finds_idle_is_passed_over(clause, worthy, setting, skipped):
    assert (skip_idle(clause, worthy, setting) is not None) is skipped
