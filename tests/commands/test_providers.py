"""`providers` and `find --provider` as a user runs them."""

import pytest

from claims.commands.lazy import COMMANDS, LazyGroup

KEY = "brave-key-0123456789"


def test_providers_are_listed_and_no_key_is_shown(citetrail, tmp_path):
    (tmp_path / "citetrail.toml").write_text(f'brave_key = "{KEY}"\n')
    done = citetrail("providers", "--json")
    assert done.code == 0
    states = {state["name"]: state for state in done.json()}
    assert len(states) == 17
    assert (states["brave"]["usable"], states["brave"]["key"]) == (True, "set")
    assert (states["openalex"]["usable"], states["openalex"]["key"]) == (False, "missing")
    assert "CITETRAIL_OPENALEX_KEY" in states["openalex"]["why_not"]
    assert all(state["good_for"] and state["limit"] for state in states.values())
    doctor = citetrail("doctor", "--json")
    for shown in (done, doctor, citetrail("providers"), citetrail("doctor")):
        assert KEY not in shown.out + shown.err
    assert doctor.json()["settings"]["brave_key"] == "(set)"


def test_a_key_that_can_be_none_is_named_and_not_shown(citetrail):
    done = citetrail("providers", "--json", CITETRAIL_BRAVE_KEY="k7 x2")
    brave = next(s for s in done.json() if s["name"] == "brave")
    assert "brave_key" in brave["why_not"]
    assert "k7 x2" not in done.out + done.err


def test_an_unknown_provider_is_wrong_use(citetrail):
    done = citetrail("find", "--provider", "altavista")
    assert done.code == 2
    assert "altavista" in done.err
    assert "worldbank" in done.err


@pytest.mark.parametrize("name", COMMANDS)
def test_no_key_can_be_given_on_the_command_line(name):
    options = {p.name for p in LazyGroup(name="citetrail").get_command(None, name).params}
    assert not [o for o in options if "key" in o or "token" in o or "secret" in o]
