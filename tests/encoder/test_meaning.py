import json
import shutil

import numpy as np
import pytest

from claims.encoder.meaning import WEIGHTS, MeaningTable, shipped_meaning
from claims.model.errors import DamagedData

ALIKE = [
    ("The economy shrank.", "Gross domestic product fell.", "It rained on the coast."),
    ("Soldiers died in the war.", "Troops were killed in battle.", "The film won two prizes."),
    ("Vaccines cause no autism.", "Immunisation is not linked to the disorder.", "He sold boats."),
    ("Sea levels rise.", "The ocean is getting higher as ice melts.", "The bank cut its rate."),
]


@pytest.mark.parametrize(("claim", "near", "far"), ALIKE)
def test_what_means_the_same_is_nearer(claim, near, far):
    ours, same, other = shipped_meaning().vectors([claim, near, far])
    assert ours @ same > ours @ other + 0.1


def test_vectors_are_of_length_one_and_do_not_depend_on_their_company():
    table = shipped_meaning()
    texts = [f"Sentence {n} of many." for n in range(600)]
    together = table.vectors(texts)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(together[300], table.vectors([texts[300]])[0], atol=1e-6)


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud83e"[:0], "\u200b"])
def test_a_text_without_a_word_is_nothing(text):
    table = shipped_meaning()
    (vector,) = table.vectors([text])
    assert vector.shape == (table.size,)
    assert np.isfinite(vector).all()


def test_a_code_is_the_signs_of_the_vector():
    table = shipped_meaning()
    (code,) = table.codes(["Soldiers died."])
    assert code.shape == (table.size // 8,)
    assert (np.unpackbits(code) == (table.vectors(["Soldiers died."])[0] > 0)).all()
    assert table.codes([]).size == 0


def test_another_table_than_the_one_that_is_named_is_refused(tmp_path):
    for name in ("meaning.npz", "meaning.json", "tokenizer.json"):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    manifest = json.loads((tmp_path / "meaning.json").read_text(encoding="utf-8"))
    manifest["sha256"] = "0" * 64
    (tmp_path / "meaning.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DamagedData):
        MeaningTable(tmp_path)
