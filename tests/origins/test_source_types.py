"""What sort of source a page is, by rules that a desk can change."""

from pathlib import Path

import pytest
import yaml
from origins.pages import a_page

from claims.model.errors import BadSetting
from claims.origins.publishers import read_publishers, shipped_publishers
from claims.origins.source_types import SourceType, read_source_types, shipped_source_types

TABLE = Path(__file__).parents[1] / "tables" / "source_types.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_source_types(row):
    found = shipped_source_types().sort(
        a_page("s", **row["page"]), claimant=row.get("claimant"), retracted=row.get("retracted")
    )
    assert found.type.value == row["is"], found
    assert row["because"] in found.because


def test_every_type_is_in_the_table():
    assert {row["is"] for row in ROWS} == {one.value for one in SourceType}


def test_the_desks_rules_are_asked_first_and_hosts_can_be_forgotten():
    text = """
    forget: [www.rt.com]
    rules:
      - {type: interested_party, because: owns the mine, hosts: [https-news.org, theguardian.com]}
    """
    mine = read_source_types(text, source="mine.yml")
    assert (
        mine.sort(a_page("s", url="https://www.theguardian.com/1")).because
        == "owns the mine (theguardian.com)"
    )
    assert mine.sort(a_page("s", url="https://www.rt.com/1")).type is SourceType.UNKNOWN
    assert mine.name.startswith("sha256:")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules: [", "mine.yml is no YAML in line 1"),
        ("- a", "mine.yml: takes a table of rules, forget"),
        ("rule: []", "mine.yml: rule is unknown; there are: rules, forget"),
        ("rules: {a: 1}", "mine.yml: rules takes a list of entries"),
        ("rules: [{type: rumour, because: x, hosts: [a.org]}]", "rule 1: type takes one of primary, .*, not rumour"),
        ("rules: [{because: x, hosts: [a.org]}]", "rule 1: type takes one of"),
        ("rules: [{type: primary, hosts: [a.org]}]", "rule 1 has no because"),
        ("rules: [{type: primary, because: x}]", "rule 1 has no condition"),
        ("rules: [{type: primary, because: x, host: [a.org]}]", "rule 1: host is unknown"),
        ("rules: [{type: primary, because: x, hosts: [1]}]", "rule 1: hosts takes a list of texts"),
        ("rules: [{type: primary, because: x, hosts: ['https://a.org']}]", "rule 1: hosts takes host names"),
        ("rules: [{type: primary, because: [x, 1], hosts: [a.org]}]", "because takes a list of texts"),
        ("rules: [{type: primary, because: x, titles: ['']}]", "rule 1: titles takes a list of texts"),
        ("? [a]\n: b", "is no YAML|is unknown"),
        ("a: &a [*a]", "is unknown|no YAML"),
        ("forget: [{a: 1}]", "forget takes a list of texts"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_one_line(text, message):
    with pytest.raises(BadSetting, match=message) as caught:
        read_source_types(text, source="mine.yml")
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("mine.yml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("families: [{name: A, shares: owner}]", "mine.yml: family 1 has no hosts"),
        ("families: [{name: A, shares: all, hosts: [a.org]}]", "family 1: shares takes newsroom or owner, not all"),
        ("families: [{name: A, shares: owner, hosts: [a.org], x: 1}]", "family 1: x is unknown"),
        ("hosts: []", "hosts is unknown; there are: families"),
        ("suffixes: [1]", "suffixes takes a list of texts"),
        ("families: 3", "families takes a list of entries"),
        ("!!python/object/apply:os.system ['true']", "is no YAML"),
    ],
)  # fmt: skip
def test_a_bad_file_of_publishers_is_refused_in_one_line(text, message):
    with pytest.raises(BadSetting, match=message) as caught:
        read_publishers(text, source="mine.yml")
    assert "\n" not in str(caught.value)


def test_an_empty_file_changes_nothing():
    assert read_source_types("", source="a").rules == shipped_source_types().rules
    assert read_publishers("", source="a").family_of == shipped_publishers().family_of
