"""Records of the registries of DOIs to CSL-JSON."""

from pathlib import Path

import pytest
import yaml

from claims.sources import crossref_work, datacite_work
from claims.sources.provider import Answer

TABLE = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "tables/work_records.yaml").read_text(encoding="utf-8")
)
SERVICES = {"crossref": crossref_work, "datacite": datacite_work}
ROWS = [(service, row) for service, listed in TABLE.items() for row in listed]


@pytest.mark.parametrize(("service", "row"), ROWS, ids=[f"{s}: {r['why']}" for s, r in ROWS])
def test_a_record_is_read_as_far_as_it_is_sound(service, row):
    reply = SERVICES[service].read(Answer(row.get("status", 200), row["body"].encode()))
    assert reply.outcome.value == row.get("outcome", "found"), reply.detail
    assert reply.item == row.get("item")
    assert (reply.detail is None) == (reply.item is not None)


def test_the_whole_doi_is_one_part_of_the_address():
    assert crossref_work.request("10.1/a?b#c/../d").url.endswith("/works/10.1%2Fa%3Fb%23c%2F..%2Fd")
