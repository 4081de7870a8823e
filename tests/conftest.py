"""What all tests share: no socket leaves the loopback; a fresh database; a fixed clock."""

import ipaddress
import os
import socket
from pathlib import Path

import hypothesis
import pytest
from builders import NOW

from claims.model.settings import Settings
from claims.steps.edges import Edges
from db.connection import open_database

# A busy machine is slow to make examples; that says nothing of them
hypothesis.settings.register_profile(
    "patient", suppress_health_check=[hypothesis.HealthCheck.too_slow], deadline=None
)
hypothesis.settings.load_profile("patient")

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"

KEPT = {
    "CITETRAIL_NEEDS_SERVERS",
    "CITETRAIL_NEEDS_BROWSER",
    "CITETRAIL_PEERS",
}  # for the tests themselves
for name in [n for n in os.environ if n.startswith("CITETRAIL_") or n.lower().endswith("_proxy")]:
    if name not in KEPT:
        del os.environ[name]


def pytest_make_parametrize_id(val, argname):
    """Names of tests hold no bytes: a gzip member has its time in it, and every worker must agree."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch):
    """A test that tries to reach anything but the loopback fails at once."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(address[0])
            local = host == "localhost" or ipaddress.ip_address(host).is_loopback
            assert local, f"a test tried to reach {host}"
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def edges(tmp_path):
    """The edges of a step over a fresh database, with a clock that stands still."""
    path = tmp_path / "work.db"
    return Edges(database=open_database(path), path=path, settings=Settings(), now=lambda: NOW)


@pytest.fixture
def database(edges):
    return edges.database


@pytest.fixture
def shared():
    """The evaluation data beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation data is not beside the checkout")
    return SHARED
