"""The settings to a score of sentences."""

from types import SimpleNamespace

import numpy as np
import pytest

from claims.encoder.onnx_encoder import WEIGHTS, OnnxEncoder
from claims.extract.finding import ByEncoder, ByRules
from claims.extract.reading import FACTUAL, WIDTH, WORTHY, Reading
from claims.extract.worth.check_worthiness import shipped_worth
from claims.model.errors import BadSetting
from claims.model.settings import Settings
from claims.steps.engine import engine
from claims.steps.judge import score_line
from claims.steps.weigh import score_by, worth_of

needs_weights = pytest.mark.skipif(
    not (WEIGHTS / "encoder.onnx").is_file(), reason="the weights are not installed"
)


def read_sure(text, sentences):
    """One word a text, that is worth checking and factual by its length."""
    assert len(sentences) == 1, "each line is read alone"
    logits = np.zeros((1, WIDTH), np.float32)
    logits[0, WORTHY], logits[0, FACTUAL] = len(text) / 10, -1.0
    return Reading(np.array([0]), np.array([len(text)]), np.array([0]), logits)


ENCODER = SimpleNamespace(name="table", read=read_sure)


def test_without_a_file_the_shipped_weights_count():
    assert worth_of("") is shipped_worth()


def test_a_file_of_the_desk(tmp_path):
    path = tmp_path / "mine.yml"
    path.write_text("\ufeffbias: {rules: 3}", encoding="utf-8")
    scorer = engine(Settings(engine="rules", worthiness=str(path))).score
    assert scorer("A cat slept.")[0] > shipped_worth().score_sentence("A cat slept.")[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "there is no such file"), (b"\xff\xfe\xff", "is not UTF-8"), (b"bias: 1", "mine.yml: bias takes a table")],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_a_bad_setting(tmp_path, content, says):
    path = tmp_path / "mine.yml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadSetting, match=says):
        worth_of(str(path))


def test_the_encoder_of_the_finder_judges():
    scorer = score_by(ByEncoder(ENCODER), shipped_worth())
    judged = score_line("  The bridge fell.  ", score=scorer)
    assert judged["text"] == "The bridge fell."
    assert judged["reasons"][0] == {
        "name": "the encoder's judgement", "value": 1.6, "weight": 1.6,
    }  # fmt: skip
    assert judged["factual"] == 0.2689, "the logistic of -1"
    assert judged["check_worthiness"] > 0.8


def test_rules_alone_name_no_encoder():
    names = [r.name for r in score_by(ByRules(), shipped_worth())("The bridge fell.")[2]]
    assert "the encoder's judgement" not in names


@needs_weights
def test_the_shipped_encoder_tells_a_checkable_sentence_from_a_greeting():
    scorer = score_by(ByEncoder(OnnxEncoder()), shipped_worth())
    assert scorer("Unemployment fell by 3 percent in two years.")[0] > 0.5
    assert scorer("Thank you all so much for coming.")[0] < 0.5
