"""The stance benchmark prints figures, baselines and the curve for labelled pairs and any reader."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_network import tiny_network

from claims.encoder.stance_encoder import installed

CHECKOUT = Path(__file__).resolve().parents[2]
PAIRS = [
    {"claim": "Tea is good.", "evidence": "It helps much.", "label": "SUPPORTS"},
    {"claim": "Tea is good.", "evidence": "It is not.", "label": "REFUTES"},
    {"claim": "Tea is good.", "evidence": "The sea is wide.", "label": "NOT_ENOUGH_INFO"},
]


def printed(folder, *arguments):
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "benchmarks/stance.py"), *arguments],
        cwd=folder, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.fixture
def labelled(tmp_path):
    (tmp_path / "p.jsonl").write_text("".join(json.dumps(p) + "\n" for p in PAIRS))
    return tmp_path


def test_a_network_of_one_s_own_is_measured(labelled):
    tiny_network(labelled / "own")
    code, out = printed(labelled, "p.jsonl", "--reader", "own", "--numbers")
    assert code == 0
    assert "own-" in out
    assert "threshold 0.95" in out
    assert "3 pairs, macro-F1 1.0" in out
    assert "majority 0.1667" in out
    assert "threshold  coverage  accuracy" in out
    assert "pairs a second" in out
    assert "as suggested: 1 answers, 1 right" in out
    assert "the network alone: 1 answers, 1 right" in out
    assert "with the arithmetic on its side: 0 answers, 0 right" in out


def test_without_pairs_that_have_no_stance_two_labels_are_scored(labelled):
    tiny_network(labelled / "own")
    (labelled / "two.jsonl").write_text("".join(json.dumps(p) + "\n" for p in PAIRS[:2]))
    code, out = printed(labelled, "two.jsonl", "--reader", "own")
    assert (code, "majority 0.3333" in out, "macro-F1 1.0" in out) == (0, True, True)


def test_it_fits_threshold_and_temperature_and_says_what_they_do_on_other_claims(labelled):
    network = tiny_network(labelled / "own")
    (network / "stance.json").write_text('{"temperature": 2}')
    rows = [{**pair, "claim": f"Tea {n} is good."} for n in range(60) for pair in PAIRS]
    (labelled / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    code, out = printed(labelled, "many.jsonl", "--reader", "own", "--fit")
    assert code == 0
    (line,) = [line for line in out.splitlines() if "stance.json:" in line]
    fitted = json.loads(line.split(":", 1)[1])
    assert fitted["temperature"] == 0.8, "the least that is tried, times the one that is set"
    assert 0.4 < fitted["threshold"] < 1.0
    assert "on the other half: 120 answers, 1.000 right" in out


@pytest.mark.skipif(installed(), reason="there are weights")
def test_without_weights_it_says_so(labelled):
    code, out = printed(labelled, "p.jsonl", "--reader", "encoder")
    assert code == 1
    assert "no stance weights are installed" in out


@pytest.mark.skipif(not installed(), reason="the stance weights are not installed")
def test_the_shipped_weights_come_with_their_figures(labelled):
    code, out = printed(labelled)
    assert (code, "threshold  coverage  accuracy" in out) == (0, True)
