"""A network of the desk's own: found by its folder, read by its labels' names, refused with a reason."""

import json

import pytest
from tiny_network import BROKEN, NAMED, STRANGE, WIDE, tiny_network, unpacked

from claims.encoder.own_reader import THRESHOLD, OwnReader, own_reader
from claims.model.errors import BadSetting
from claims.model.evidence import Label


@pytest.fixture
def folder(tmp_path):
    return tiny_network(tmp_path / "own")


@pytest.mark.parametrize(
    ("passage", "label"),
    [
        ("It helps", Label.SUPPORTS),
        ("It does not", Label.REFUTES),
        ("It rains", Label.NOT_ENOUGH_INFO),
        ("rain " * 5000 + "not", Label.NOT_ENOUGH_INFO),
        ("", Label.NOT_ENOUGH_INFO),
    ],
)
def test_the_most_probable_label_is_the_network_s(folder, passage, label):
    (view,) = OwnReader(folder).read([("A claim", passage)])
    assert max(view, key=view.get) is label
    assert sum(view.values()) == pytest.approx(1.0)


def test_the_order_of_the_labels_is_that_of_the_config(folder):
    turned = {"0": "neutral", "1": "supports", "2": "Refutes"}
    (folder / "config.json").write_text(json.dumps({"id2label": turned}))
    (view,) = OwnReader(folder).read([("A claim", "It does not")])
    assert max(view, key=view.get) is Label.SUPPORTS


def test_threshold_and_temperature_can_be_set(folder):
    assert OwnReader(folder).threshold == THRESHOLD
    before = OwnReader(folder).read([("A claim", "It helps")])[0][Label.SUPPORTS]
    (folder / "stance.json").write_text('{"threshold": 0.8, "temperature": 4}')
    reader = OwnReader(folder)
    assert reader.threshold == 0.8
    assert reader.read([("A claim", "It helps")])[0][Label.SUPPORTS] < before


def test_the_name_tells_folder_and_weights(folder):
    assert own_reader(folder).name.startswith("own-")
    assert own_reader(folder) is own_reader(folder)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("model.onnx", None, "model.onnx cannot be read"),
        ("model.onnx", b"no network", "model.onnx cannot be read"),
        ("model.onnx", unpacked(STRANGE), "wants position_ids"),
        ("tokenizer.json", None, "tokenizer.json cannot be read"),
        ("tokenizer.json", b"{}", "tokenizer.json cannot be read"),
        ("config.json", None, "config.json: No such file"),
        ("config.json", b"{", "config.json is no JSON"),
        ("config.json", b"[" * 100_000, "config.json is no JSON"),
        ("config.json", b"[]", "config.json is no JSON object"),
        ("config.json", b"{}", "id2label must name"),
        ("config.json", b'{"id2label": ["entailment"]}', "id2label must name"),
        ("config.json", b'{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}', "id2label must name"),
        (
            "config.json",
            b'{"id2label": {"0": "neutral", "1": "neutral", "2": "neutral"}}',
            "id2label",
        ),
        (
            "config.json",
            b'{"id2label": {"a": "neutral", "1": "supports", "2": "refutes"}}',
            "id2label",
        ),
        ("stance.json", b'{"threshold": "high"}', "threshold is no number"),
        ("stance.json", b'{"temperature": true}', "temperature is no number"),
        ("stance.json", b'{"threshold": NaN}', "threshold is no number"),
        ("stance.json", b'{"threshold": 1.5}', "threshold is no number between 0 and 1"),
        ("stance.json", b'{"temperature": 0}', "temperature is no number"),
    ],
)
def test_what_is_no_network_is_refused_in_one_line(folder, name, content, why):
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(BadSetting, match=why) as raised:
        OwnReader(folder)
    assert "\n" not in str(raised.value)


def test_a_network_of_another_width_is_refused(folder):
    (folder / "model.onnx").write_bytes(unpacked(WIDE))
    with pytest.raises(BadSetting, match="gives 4 numbers a pair, not 3"):
        OwnReader(folder)


def test_a_network_with_fewer_places_reads_no_further(folder):
    far = ("A claim", "rain " * 20 + "not")
    assert OwnReader(folder).read([far])[0][Label.REFUTES] > 0.9
    config = {"id2label": NAMED, "max_position_embeddings": 16}
    (folder / "config.json").write_text(json.dumps(config))
    assert OwnReader(folder).read([far])[0][Label.REFUTES] < 0.2


def test_what_is_no_number_abstains(folder):
    (folder / "model.onnx").write_bytes(unpacked(BROKEN))
    (view,) = OwnReader(folder).read([("A claim", "It helps")])
    assert view == {Label.SUPPORTS: 0.0, Label.REFUTES: 0.0, Label.NOT_ENOUGH_INFO: 1.0}
