"""Settings that say what of a desk may be shown: whole texts under a licence, the address of the site."""

from dataclasses import replace

import pytest
from builders import a_document

from claims.model.errors import BadSetting, UserError
from claims.model.settings import Settings
from claims.steps.publish import site_facts, text_licences


@pytest.mark.parametrize(
    ("setting", "licences"),
    [
        ("", {}),
        ("news.example=CC BY 4.0", {"news": "CC BY 4.0"}),
        (" news.example = CC BY 4.0 , paper.example=CC0 1.0,", {"news": "CC BY 4.0", "paper": "CC0 1.0"}),
        ("d-own=CC BY 4.0", {"own": "CC BY 4.0"}),
        ("other.example=CC BY 4.0", {}),
        ("example=CC BY 4.0", {}),
    ],
)  # fmt: skip
def test_a_text_is_shown_whole_only_when_its_host_or_id_is_named(database, setting, licences):
    ids = {"own": "d-own"}
    a_document(database, text="One fell.", id="d-own", url=None)
    for host in ("news", "paper", "odd"):
        ids[host] = f"d-{host}"
        url = "http://[x" if host == "odd" else f"https://{host}.example/a"
        a_document(database, text=f"One fell at {host}.", id=ids[host], url=url)
    found = text_licences(database, replace(Settings(), full_text=setting))
    assert found == {ids[name]: licence for name, licence in licences.items()}


@pytest.mark.parametrize(
    "setting", ["news.example", "=CC BY 4.0", "news.example=", "a.example=CC0,b"]
)
def test_half_a_licence_is_refused(database, setting):
    with pytest.raises(UserError, match="is not host=licence"):
        text_licences(database, replace(Settings(), full_text=setting))


def test_what_a_desk_does_not_say_is_left_out():
    assert site_facts(Settings()) == {}
    said = replace(Settings(), desk="The Desk", site="https://checks.example/")
    assert site_facts(said) == {"desk": "The Desk", "address": "https://checks.example"}
    with pytest.raises(BadSetting, match="it takes a whole address"):
        site_facts(replace(Settings(), site="checks"))
