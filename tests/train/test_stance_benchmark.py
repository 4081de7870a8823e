"""The stance benchmark prints figures, baselines and the curve for labelled pairs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims.encoder.stance_encoder import installed

CHECKOUT = Path(__file__).resolve().parents[2]
PAIRS = [
    {"claim": "It helps.", "evidence": "It helps much.", "label": "SUPPORTS"},
    {"claim": "It helps.", "evidence": "It does not help.", "label": "REFUTES"},
    {"claim": "It helps.", "evidence": "The sea is wide.", "label": "NOT_ENOUGH_INFO"},
]


@pytest.mark.skipif(not installed(), reason="the stance weights are not installed")
def test_it_prints_figures_curve_and_speed(tmp_path):
    (tmp_path / "p.jsonl").write_text("".join(json.dumps(p) + "\n" for p in PAIRS))
    script = str(CHECKOUT / "benchmarks/stance.py")
    done = subprocess.run(
        [sys.executable, script, "p.jsonl", "--numbers"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    assert "3 pairs, macro-F1" in done.stdout
    assert "threshold  coverage  accuracy" in done.stdout
    assert "pairs a second" in done.stdout
    assert "numbers decided 0" in done.stdout
