"""A few kills of `find` without warning; benchmarks/kills.py does 200."""

import importlib.util
import os

import pytest
from starting import CHECKOUT


@pytest.mark.timeout(300)
def test_nothing_is_lost(tmp_path, figure, monkeypatch):
    for name in [n for n in os.environ if n.startswith("CITETRAIL_")]:
        monkeypatch.delenv(name)
    spec = importlib.util.spec_from_file_location("kills", CHECKOUT / "benchmarks/kills.py")
    kills = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kills)
    tally = kills.run_kills(tmp_path, kills=10, seed=3)
    figure(
        f"kills: {tally.kills}, {tally.captures} committed exchanges, {len(tally.problems)} lost"
    )
    assert tally.problems == ()
    assert tally.captures > 10
