"""A simulated year in small: no living page is called dead, every removed one is within thirty days."""

import importlib.util
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_flaky_pages_live_and_removed_ones_are_found_out():
    tally = loaded("link_states").simulate(runs=300, removed=210, seed=7)
    assert tally.false_deaths == 0
    assert (tally.removed, tally.too_late) == (210, 0)
    assert set(tally.by_removal) == set(sys.modules["link_states"].REMOVALS)
    assert tally.looks > 300 * 50


def test_even_a_page_that_fails_by_404_alone_lives(monkeypatch):
    states = loaded("link_states")
    monkeypatch.setattr(states, "SORTS", ("404",))
    monkeypatch.setattr(states, "MOST_FAILURES", 0.2)
    assert states.simulate(runs=200, removed=0, seed=8).false_deaths == 0


@pytest.mark.timeout(120)
def test_through_the_whole_step_on_a_server_that_misbehaves(tmp_path):
    served = loaded("served_pages").serve_a_year(pages=4, seed=3, days=45, folder=tmp_path)
    assert (served.false_deaths, served.removed, served.too_late) == (0, 2, 0)
    assert served.looks > 20
    assert served.altered == 0
