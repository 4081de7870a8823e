"""Rows of the tables of this room, each with the reason that names the test."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

TABLES = Path(__file__).parents[1] / "tables"


def rows(name):
    """Parameters for pytest out of tests/tables/<name>.yaml; the row's `why` is its id."""
    table = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["why"]) for row in table]
