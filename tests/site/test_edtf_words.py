"""The dates of claims in readers' words."""

from pathlib import Path

import pytest
import yaml

from claims.site.edtf_words import edtf_words

TABLE = Path(__file__).parents[1] / "tables" / "edtf_words.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[row["edtf"] for row in ROWS])
def test_dates_in_words(row):
    assert edtf_words(row["edtf"]) == row["words"]


def test_the_page_of_a_claim_tells_its_dates_in_words(site):
    page = site.get(f"/claim/{site.ids['budget']}")
    assert "<bdi>2019 to 2024</bdi>" in page.text
    assert site.get(f"/claim/{site.ids['budget']}.json").json()["claim"]["dates"] == "2019/2024"
