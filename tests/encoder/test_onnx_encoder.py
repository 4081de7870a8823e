"""The shipped weights read text: one row a word, true places, the same numbers every time."""

import json
import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.encoder.onnx_encoder import WEIGHTS, OnnxEncoder, shipped
from claims.extract.reading import WIDTH, sentence_logits
from claims.model.errors import DamagedData
from claims.model.span import Span

LINE = "More than 15,000 soldiers died, the ministry’s spokeswoman said on Monday."


def whole(text):
    return shipped().read(text, [Span(0, len(text))])


def test_one_row_a_word_and_every_word_in_its_place():
    read = whole(LINE)
    assert read.logits.shape == (len(read.starts), WIDTH)
    words = [LINE[a:b] for a, b in zip(read.starts, read.ends, strict=True)]
    assert words[:4] == ["More", "than", "15", ","]
    assert "spokeswoman" in words
    assert words[-1] == "."


def test_the_same_text_gives_the_same_numbers():
    assert np.array_equal(whole(LINE).logits, OnnxEncoder().read(LINE, [Span(0, len(LINE))]).logits)


def test_what_stands_in_another_window_moves_nothing():
    other = "A cat sat on a mat. " * 80
    text = other + LINE
    spans = [Span(0, len(other)), Span(len(other), len(text))]
    both = shipped().read(text, spans)
    alone = shipped().read(text, spans[:1])
    assert np.array_equal(both.logits[:256], alone.logits[:256])


def test_sentences_keep_their_numbers_and_offsets():
    text = "Ann left. Bob stayed."
    read = shipped().read(text, [Span(0, 10), Span(10, 21)])
    assert read.sentence.tolist() == [0, 0, 0, 1, 1, 1]
    assert [text[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == [
        "Ann", "left", ".", "Bob", "stayed", ".",
    ]  # fmt: skip


def test_a_sentence_that_lost_its_stop_reads_as_if_it_had_it():
    stopped, cut = "It fell in 1989.\nAnn left.", "It fell in 1989\nAnn left"
    first = shipped().read(stopped, [Span(0, 17), Span(17, 26)])
    second = shipped().read(cut, [Span(0, 16), Span(16, 24)])
    words = [cut[a:b] for a, b in zip(second.starts, second.ends, strict=True)]
    assert words == ["It", "fell", "in", "1989", "Ann", "left"]
    assert np.array_equal(second.logits, np.delete(first.logits, [4, 7], axis=0))


@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=120))
def test_any_text_can_be_read(text):
    read = whole(text)
    assert all(0 <= a <= b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))
    assert np.isfinite(read.logits).all()


def test_nothing_has_no_words():
    assert whole("").logits.shape == (0, WIDTH)
    assert sentence_logits(shipped(), " ") == (0.0, 0.0)


def test_a_checkable_sentence_stands_above_an_idle_one():
    checkable, idle = (sentence_logits(shipped(), s) for s in (LINE, "Thank you very much."))
    assert checkable[0] > 0 > idle[0]
    assert checkable[1] > idle[1]


def test_the_manifest_names_the_sets_with_their_licences():
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    card = (WEIGHTS / "card.md").read_text(encoding="utf-8")
    assert all(name in card and licence for name, licence in manifest["data"]["sets"].items())
    # the table of meanings for finding passages is none of the encoder's (docs/evidence.md)
    size = sum(p.stat().st_size for p in WEIGHTS.iterdir() if p.stem != "meaning")
    assert size <= 25_000_000


def test_changed_weights_are_refused(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    raw = bytearray((folder / "encoder.onnx").read_bytes())
    raw[1000] ^= 1
    (folder / "encoder.onnx").write_bytes(raw)
    with pytest.raises(DamagedData, match="reinstall"):
        OnnxEncoder(folder)
