"""A few kills of `find` without warning; benchmarks/kills.py does 200."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks/kills.py"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_nothing_that_was_committed_is_lost(tmp_path):
    spec = importlib.util.spec_from_file_location("kills", SCRIPT)
    kills = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kills)
    tally = kills.run_kills(tmp_path, kills=8, seed=3)
    assert tally.problems == ()
    assert tally.captures > 8
