"""Fixtures of the text room."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def run_python():
    """Runs a line of Python in a fresh interpreter in the checkout and gives what it prints."""

    def run(code):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
        )
        return done.stdout

    return run
