"""Archived pages to a WACZ: what is in it, that its bytes do not change, and what damage does."""

import gzip
import json
import zipfile

import pytest
from archived import PAGE, fetch, html, served, tie
from builders import a_claim, a_document

from claims.archive.reader import iter_pages
from claims.model.errors import NotFound
from claims.steps.export_wacz import export_wacz
from db import rows


def listed(path):
    with zipfile.ZipFile(path) as wacz:
        assert wacz.testzip() is None
        assert {i.compress_type for i in wacz.infolist()} == {zipfile.ZIP_STORED}
        return [json.loads(line) for line in wacz.read("pages/pages.jsonl").splitlines()][1:]


def index(path):
    with zipfile.ZipFile(path) as wacz:
        warc = wacz.read("archive/data.warc.gz")
        lines = wacz.read("indexes/index.cdxj").decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        described = json.loads(line.split(" ", 2)[2])
        start = int(described["offset"])
        cut = gzip.decompress(warc[start : start + int(described["length"])])
        assert f"WARC-Target-URI: {described['url']}".encode() in cut
    return [line.split(" ", 2)[0] for line in lines]


@pytest.fixture
def kept(edges):
    """A web of one page that was fetched three times, another page, and one that is gone."""
    edges = served(
        edges,
        {"status": 200, "body": "one"},
        {"status": 304},
        {"status": 302, "headers": {"Location": "/moved"}},
        {"status": 200, "body": "two"},
        {"status": 404, "body": "gone"},
    )
    fetch(edges, 2)
    fetch(edges, url=f"{PAGE}/other")
    fetch(edges, url=f"{PAGE}/gone")
    return edges


def test_everything(kept, tmp_path):
    report = export_wacz(kept, tmp_path / "a.wacz", [], failures=[])
    assert (report["pages"], report["records"]) == (2, 5)
    assert sorted(p["url"] for p in listed(tmp_path / "a.wacz")) == [
        PAGE, "https://hindukush-reader.example/moved",
    ]  # fmt: skip
    assert len(index(tmp_path / "a.wacz")) == 5
    assert [p.body for p in iter_pages(tmp_path / "a.wacz")] == [html("one"), html("two")]


def test_the_same_archive_gives_the_same_bytes(kept, tmp_path):
    one, two = (
        export_wacz(kept, tmp_path / name, [], failures=[])["digest"] for name in ("a", "b")
    )
    assert one == two
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_the_pages_of_a_claim_alone(kept, tmp_path):
    database = kept.database
    claim = a_claim(database, a_document(database, url="https://a.example/"))
    (snapshot,) = rows.select(database, "snapshots", where="url = ?", values=[PAGE])
    tie(database, claim, snapshot)
    export_wacz(kept, tmp_path / "a.wacz", [claim], failures=[])
    assert [p["id"] for p in listed(tmp_path / "a.wacz")] == [snapshot["id"]]
    assert index(tmp_path / "a.wacz") == ["example,hindukush-reader)/losses"] * 2


def test_a_claim_without_pages_is_told(kept, tmp_path):
    claim = a_claim(kept.database)
    with pytest.raises(NotFound, match="citetrail find"):
        export_wacz(kept, tmp_path / "a.wacz", [claim], failures=[])
    assert not (tmp_path / "a.wacz").exists()


def test_damage_is_left_out_and_told(kept, tmp_path):
    (snapshot,) = rows.select(kept.database, "snapshots", where="url = ?", values=[PAGE])
    path = kept.archive / snapshot["warc_file"]
    data = bytearray(path.read_bytes())
    data[snapshot["warc_offset"] + 100] ^= 0xFF
    path.write_bytes(data)
    failures = []
    report = export_wacz(kept, tmp_path / "a.wacz", [], failures=failures)
    assert report["pages"] == len(listed(tmp_path / "a.wacz")) == 1
    assert len(failures) == 1
    assert failures[0].what == snapshot["warc_file"]
    index(tmp_path / "a.wacz")


def test_a_full_disk_leaves_the_old_file(kept, tmp_path, monkeypatch):
    (tmp_path / "a.wacz").write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        export_wacz(kept, tmp_path / "a.wacz", [], failures=[])
    assert (tmp_path / "a.wacz").read_bytes() == b"old"
    assert [f for f in tmp_path.iterdir() if "partial" in f.name] == []
