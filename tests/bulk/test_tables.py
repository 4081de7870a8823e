"""The tables' columns, and that the same rows are the same bytes."""

import io
from dataclasses import fields

import pytest

from claims.bulk.tables import COLUMNS
from claims.model.claim import Attribution, Claim, Quantity, Reason
from claims.model.document import Document, SkipReason

pq = pytest.importorskip("pyarrow.parquet", reason="the extra [bulk] is not installed")

CONTRACT = (
    "id document start end exact prefix suffix sentence claim_text ambiguous kind claimant attribution "
    "check_worthiness reasons dates quantities status run"
).split()


def read(raw):
    return pq.read_table(io.BytesIO(raw))


def names(record):
    return [field.name for field in fields(record)]


def test_the_claims_have_the_columns_of_the_contract():
    assert list(COLUMNS["claims"]) == CONTRACT
    assert [n for n in names(Claim) if n in CONTRACT] == CONTRACT
    assert list(COLUMNS["claims"]["attribution"]) == names(Attribution)
    assert list(COLUMNS["claims"]["reasons"][1]) == names(Reason)
    assert list(COLUMNS["claims"]["quantities"][1]) == names(Quantity)


def test_the_documents_use_the_words_of_the_database():
    own = {
        "outcome", "why_nothing", "place", "source_id", "captured", "language", "characters", "words",
        "sentences", "claims", "skipped", "remarks",
    }  # fmt: skip
    assert set(COLUMNS["documents"]) - own <= set(names(Document))
    assert SkipReason.OPINION.value == "opinion"


def test_the_same_rows_are_the_same_bytes_and_other_keys_are_left_out():
    from claims.bulk.tables import parquet  # noqa: PLC0415 - needs pyarrow

    row = {"id": "c-1", "start": 3, "reasons": [{"name": "n", "value": 1.0, "weight": 2}], "x": 1}
    raw = parquet("claims", [row, {"id": "c-2"}])
    assert raw == parquet("claims", [dict(reversed(row.items())), {"id": "c-2"}])
    table = read(raw)
    assert table.column_names == CONTRACT
    first, second = table.to_pylist()
    assert first["reasons"] == [{"name": "n", "value": 1.0, "weight": 2.0}]
    assert second["quantities"] is None
    assert pq.read_metadata(io.BytesIO(raw)).row_group(0).column(0).compression == "ZSTD"


def test_a_table_without_rows_has_its_columns():
    from claims.bulk.tables import parquet  # noqa: PLC0415 - needs pyarrow

    for table, columns in COLUMNS.items():
        assert read(parquet(table, [])).column_names == list(columns)
