"""Every exchange is archived and listed: whole, as a revisit, or as what stood in the way."""

from pathlib import Path

import pytest
import yaml
from archived import PAGE, fetch, html, records, served
from warcio.cli import main as warcio_main

from claims.archive.reader import read_payload, read_record
from claims.model.exchange import header
from claims.model.ids import digest
from claims.steps.verify import verify
from db import rows, snapshots

TABLE = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/captures.yaml").read_text(encoding="utf-8")
)
FIRST = "citetrail-00001.warc.gz"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["why"])
def test_what_is_kept(row, edges):
    # an outage is tried twice before it is believed
    answers = [a for a in row["answers"] for _ in range(2 if a["status"] is None else 1)]
    edges = served(edges, *answers)
    fetch(edges, len(row["answers"]))
    captures = list(rows.select(edges.database, "captures", where="url = ?", values=[PAGE]))
    assert [c["warc_type"] for c in captures] == row["types"]
    assert rows.count(edges.database, "snapshots") == row["snapshots"]
    for capture in captures:
        fields, _ = read_record(edges.archive, capture["warc_file"], capture["warc_offset"])
        assert header(fields, "WARC-Type") == capture["warc_type"]
        assert header(fields, "WARC-Block-Digest") == capture["block_digest"]
    with pytest.raises(SystemExit) as ended:
        warcio_main(["check", str(edges.archive / FIRST)])
    assert not ended.value.code
    list(verify(edges, {}))


def test_a_revisit_names_what_it_refers_to(edges):
    edges = served(edges, {"status": 200, "body": "one"}, {"status": 304})
    fetch(edges, 2)
    found = records(edges.archive / FIRST)
    response = next(
        fields
        for kind, fields, _ in found
        if kind == "response" and fields.get_header("WARC-Target-URI") == PAGE
    )
    ((revisit, block),) = [(fields, body) for kind, fields, body in found if kind == "revisit"]
    assert revisit.get_header("WARC-Profile").endswith("server-not-modified")
    assert revisit.get_header("WARC-Refers-To") == response.get_header("WARC-Record-ID")
    assert revisit.get_header("WARC-Refers-To-Target-URI") == PAGE
    assert revisit.get_header("WARC-Refers-To-Date") == response.get_header("WARC-Date")
    assert revisit.get_header("WARC-Payload-Digest") == digest(html("one"))
    assert block == b""


def test_a_damaged_original_is_replaced_by_the_next_answer(edges):
    edges = served(edges, *[{"status": 200, "body": "one"}] * 3)
    (first,) = fetch(edges, 1)
    path = edges.archive / first["warc_file"]
    data = bytearray(path.read_bytes())
    data[first["warc_offset"] + 200] ^= 0xFF
    path.write_bytes(data)
    fetch(edges, 1)
    (snapshot,) = rows.select(edges.database, "snapshots")
    assert snapshot["warc_offset"] > first["warc_offset"]
    assert read_payload(edges.archive, snapshot["warc_file"], snapshot["warc_offset"]) == html(
        "one"
    )
    assert snapshot["text"] == first["text"]
    fetch(edges, 1)
    types = [c["warc_type"] for c in snapshots.captures_of(edges.database, snapshot["id"])]
    assert sorted(types) == ["response", "response", "revisit"]


def test_a_password_in_an_address_is_written_nowhere(edges):
    edges = served(edges)
    fetch(edges, 1, url="https://ann:open-sesame@hindukush-reader.example/losses")
    kept = b"".join(f.read_bytes() for f in edges.path.parent.rglob("*") if f.is_file())
    assert b"hindukush-reader.example" in kept
    assert b"open-sesame" not in b"".join(
        [block for *_, block in records(edges.archive / FIRST)] + [kept]
    )


def test_a_page_that_changed_back_is_its_first_copy_again(edges):
    edges = served(edges, *({"status": 200, "body": word} for word in ("one", "two", "one")))
    first, second, third = fetch(edges, 3)
    assert (first["id"], first["id"] == second["id"]) == (third["id"], False)
    assert snapshots.latest(edges.database, PAGE)["id"] == first["id"]
