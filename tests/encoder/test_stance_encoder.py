"""The shipped stance weights read pairs: probabilities, the same every time, within their window."""

import json
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.encoder.onnx_encoder import WEIGHTS as SHARED
from claims.encoder.onnx_encoder import load_tokenizer
from claims.encoder.stance_encoder import (
    CLAIM,
    LABELS,
    LONGEST,
    WEIGHTS,
    StanceEncoder,
    installed,
    shipped,
    windows,
)
from claims.encoder.words import FIRST, LAST
from claims.model.errors import DamagedData
from claims.model.evidence import Label

pytestmark = pytest.mark.skipif(not installed(), reason="the stance weights are not installed")

CLAIM_TEXT = "Vaccines cause autism."
AGAINST = "Large studies found no link between vaccines and autism."


def test_every_label_has_a_share_and_they_add_up():
    (view,) = shipped().read([(CLAIM_TEXT, AGAINST)])
    assert set(view) == set(Label) == set(LABELS)
    assert sum(view.values()) == pytest.approx(1.0)


def test_a_denial_refutes_more_than_it_supports():
    (view,) = shipped().read([(CLAIM_TEXT, AGAINST)])
    assert view[Label.REFUTES] > view[Label.SUPPORTS]


def test_what_is_about_something_else_is_no_stance():
    (view,) = shipped().read([("Ann Lee won the race in Oslo.", "The museum opens at nine.")])
    assert max(view, key=view.get) is Label.NOT_ENOUGH_INFO


def test_neighbours_move_nothing():
    pair, other = (CLAIM_TEXT, AGAINST), ("A cat.", "A cat sat on a mat. " * 60)
    assert shipped().read([other, pair])[1] == StanceEncoder().read([pair])[0]


def test_a_window_holds_both_and_no_more():
    tokenizer = load_tokenizer(SHARED / "tokenizer.json")
    ((short), (long)) = windows(tokenizer, [("a b", "c"), ("a " * 500, "c " * 500)])
    assert (short[0], short[-1], short.count(LAST)) == (FIRST, LAST, 2)
    assert len(long) == LONGEST
    assert long.index(LAST) == CLAIM + 1


@settings(deadline=None, max_examples=25)
@given(claim=st.text(max_size=80), passage=st.text(max_size=80))
def test_any_text_can_be_read(claim, passage):
    (view,) = shipped().read([(claim, passage)])
    assert all(0.0 <= share <= 1.0 for share in view.values())


def test_nothing_to_read():
    assert shipped().read([]) == []


def test_the_manifest_names_sets_figures_and_threshold():
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    card = (WEIGHTS / "card.md").read_text(encoding="utf-8")
    assert all(name in card and licence for name, licence in manifest["data"]["sets"].items())
    assert 0.5 <= shipped().threshold < 1.0
    assert str(manifest["threshold"]) in card
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) <= 25_000_000


def test_changed_weights_are_refused(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    raw = bytearray((folder / "stance.onnx").read_bytes())
    raw[1000] ^= 1
    (folder / "stance.onnx").write_bytes(raw)
    with pytest.raises(DamagedData, match="reinstall"):
        StanceEncoder(folder)


def test_an_empty_folder_holds_no_weights(tmp_path):
    assert not installed(tmp_path)
