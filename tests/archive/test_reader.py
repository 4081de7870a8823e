import gzip
import os
import zipfile
from pathlib import Path

import pytest
from exchanges import URL, a_hop, an_exchange
from foreign_warc import HEADERS, foreign

from claims.archive import reader
from claims.archive.reader import iter_pages, read_payload
from claims.archive.writer import WarcArchive
from claims.model.errors import BadInput, DamagedData

FIRST = "citetrail-00001.warc.gz"


@pytest.fixture
def kept(tmp_path):
    """A folder with one exchange, and its place."""
    archive = WarcArchive(tmp_path, software="citetrail/0.1")
    return tmp_path, archive.append(an_exchange(wire_body=b"A" * 5000, redirects=(a_hop(),)))


@pytest.mark.parametrize("name", ["", ".", "..", "../x.warc.gz", "/etc/passwd", "a/b"])
def test_names_that_are_paths_are_no_place(name, kept):
    with pytest.raises(DamagedData, match="no place"):
        read_payload(kept[0], name, 0)


def test_a_missing_file(kept):
    with pytest.raises(DamagedData, match="missing"):
        read_payload(kept[0], "citetrail-00007.warc.gz", 0)


@pytest.mark.parametrize("shift", [-1, 1, 10, 10**9])
def test_a_wrong_offset(shift, kept):
    folder, placed = kept
    with pytest.raises(DamagedData, match=FIRST):
        read_payload(folder, FIRST, placed.warc_offset + shift)


def test_a_negative_offset(kept):
    with pytest.raises(DamagedData):
        read_payload(kept[0], FIRST, -1)


def test_every_changed_byte_is_noticed(kept):
    folder, placed = kept
    data = (folder / FIRST).read_bytes()
    unnoticed = []
    for at in range(placed.warc_offset, placed.warc_offset + placed.warc_length):
        changed = bytearray(data)
        changed[at] ^= 0x55
        (folder / FIRST).write_bytes(changed)
        try:
            if read_payload(folder, FIRST, placed.warc_offset) == b"A" * 5000:
                unnoticed.append(at - placed.warc_offset)
        except DamagedData:
            continue
    # the header of a gzip member has bytes without meaning: time, extra flags, operating system
    assert set(unnoticed) <= {4, 5, 6, 7, 8, 9}


def test_a_body_that_was_exchanged_is_noticed(kept):
    folder, placed = kept
    data = (folder / FIRST).read_bytes()
    cut = data[placed.warc_offset : placed.warc_offset + placed.warc_length]
    forged = gzip.compress(gzip.decompress(cut).replace(b"AAAA", b"BBBB", 1))
    (folder / FIRST).write_bytes(data[: placed.warc_offset] + forged)
    with pytest.raises(DamagedData, match="does not match its digest"):
        read_payload(folder, FIRST, placed.warc_offset)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"hello",
        b"WARC/1.1\r\n\r\n",
        b"WARC/1.1\r\nContent-Length: 99\r\n\r\nshort",
        b"WARC/1.1\r\nContent-Length: -1\r\n\r\n",
        b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n",  # no digest vouches for it
    ],
)
def test_members_that_are_no_record_of_ours(text, tmp_path):
    (tmp_path / FIRST).write_bytes(gzip.compress(text))
    with pytest.raises(DamagedData):
        read_payload(tmp_path, FIRST, 0)


def test_a_bomb_in_the_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_RECORD_BYTES", 100_000)
    (tmp_path / FIRST).write_bytes(gzip.compress(b"WARC/1.1\r\n" + bytes(10_000_000)))
    with pytest.raises(DamagedData, match="larger"):
        read_payload(tmp_path, FIRST, 0)


PAGES = [
    ("response", "http://a.example/1", "200 OK", HEADERS, b"one"),
    ("response", "http://a.example/2", "404 Not Found", HEADERS, b"no"),
    ("response", "http://a.example/3", "302 Found", HEADERS, b""),
    ("request", "http://a.example/4", "", [], b"GET / HTTP/1.1\r\n\r\n"),
    ("metadata", "http://a.example/5", "", [], b"x"),
    ("resource", "http://a.example/6", "", [], b"six"),
    ("response", "http://a.example/7", "203 Fine", [*HEADERS, ("Content-Encoding", "gzip")], b"\x1f\x8b"),
    ("response", "http://a.example/8", "200 OK", [*HEADERS, ("Transfer-Encoding", "chunked")], b"5\r\neight\r\n0\r\n\r\n"),
]  # fmt: skip
WANTED = [
    ("http://a.example/1", "text/html", None, b"one"),
    ("http://a.example/6", "text/plain", None, b"six"),
    ("http://a.example/7", "text/html", "gzip", b"\x1f\x8b"),
    ("http://a.example/8", "text/html", None, b"eight"),
]


def seen(path):
    return [(p.url, p.content_type, p.content_encoding, p.body) for p in iter_pages(path)]


@pytest.mark.parametrize(
    ("headers", "body", "may_be"),
    [
        ([], b"<!DOCTYPE html><p>A mill fell.</p>", True),
        ([], b"%PDF-1.7 ", True),
        ([], b"body { color: red }", False),
        ([], b"\x89PNG\r\n\x1a\n", False),
        ([], b"", False),
        ([("Content-Type", "text/css")], b"<!DOCTYPE html>", False),
        ([("Content-Type", "Text/HTML; charset=utf-8")], b"", True),
    ],
)
def test_which_pages_may_be_articles(headers, body, may_be, tmp_path):
    page = ("response", "http://a.example/", "200 OK", headers, body)
    (tmp_path / "a.warc.gz").write_bytes(foreign(page))
    assert [p.may_be_article for p in iter_pages(tmp_path / "a.warc.gz")] == [may_be]


@pytest.mark.parametrize(
    ("name", "gzipped"), [("a.warc.gz", True), ("a.warc", False), ("a.warc.GZ", True)]
)
def test_the_pages_of_a_warc_file(name, gzipped, tmp_path):
    (tmp_path / name).write_bytes(foreign(*PAGES, gzipped=gzipped))
    assert seen(tmp_path / name) == WANTED
    assert {p.date for p in iter_pages(tmp_path / name)} == {"2021-09-02T00:00:00Z"}
    assert {p.problem for p in iter_pages(tmp_path / name)} == {None}


def test_our_own_archive_can_be_taken_in(kept):
    folder, _ = kept
    (page,) = iter_pages(folder / FIRST)
    assert (page.url, page.body, page.date) == (URL, b"A" * 5000, "2026-11-24T09:00:00Z")


def a_wacz(path, **members):
    with zipfile.ZipFile(path, "w") as wacz:
        wacz.writestr("datapackage.json", "{}")
        for name, data in members.items():
            wacz.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return path


def test_the_pages_of_a_wacz_file(tmp_path):
    data = foreign(*PAGES)
    path = a_wacz(
        tmp_path / "a.wacz", archive__a_dot_warc_dot_gz=data, archive__b_dot_warc_dot_gz=data
    )
    assert seen(path) == WANTED * 2


def test_names_in_a_wacz_are_never_paths(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as wacz:
        wacz.writestr("../../outside.warc.gz", foreign(*PAGES))
        wacz.writestr("/absolute.warc.gz", foreign(*PAGES))
    before = sorted(Path(tmp_path).parent.iterdir())
    assert seen(tmp_path / "a.wacz") == WANTED * 2
    assert sorted(Path(tmp_path).parent.iterdir()) == before


def test_a_wacz_that_unfolds_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_WACZ_BYTES", 100)
    with pytest.raises(BadInput, match="unfolds to more"):
        seen(a_wacz(tmp_path / "a.wacz", archive__a_dot_warc_dot_gz=foreign(*PAGES)))


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 broken", b"plain words", foreign(*PAGES)],
    ids=["empty", "broken zip", "words", "a WARC by another name"],
)
def test_files_that_are_no_wacz(data, tmp_path):
    (tmp_path / "a.wacz").write_bytes(data)
    with pytest.raises(BadInput, match=r"a\.wacz"):
        seen(tmp_path / "a.wacz")


def test_a_wacz_without_pages(tmp_path):
    with pytest.raises(BadInput, match="holds no WARC file"):
        seen(a_wacz(tmp_path / "a.wacz"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words\n" * 50,
        os.urandom(3000),
        gzip.compress(b"hello"),
        b"\0" * 5000,
        b"WARC/1.1\r\n",
        b"WARC/1.1\r\nContent-Length: x\r\n\r\n",
    ],
    ids=["empty", "words", "noise", "gzip", "zeros", "half a head", "a length that is none"],
)
def test_files_that_are_no_warc(data, tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(data)
    with pytest.raises(BadInput, match=r"a\.warc\.gz"):
        seen(tmp_path / "a.warc.gz")


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path, capsys):
    data = foreign(
        *[
            ("response", f"http://a.example/{n}", "200 OK", HEADERS, os.urandom(500))
            for n in range(3)
        ]
    )
    (tmp_path / "a.warc.gz").write_bytes(data[:-300])
    got = []
    with pytest.raises(BadInput, match=r"a\.warc\.gz breaks off or is damaged after 3 records"):
        got.extend(page.url for page in iter_pages(tmp_path / "a.warc.gz"))
    assert got == ["http://a.example/0", "http://a.example/1"] or not got  # extend keeps what came
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_breaks_off_anywhere_is_told(tmp_path, zipped):
    pages = [("response", f"http://a.example/{n}", "200 OK", HEADERS, b"x" * 40) for n in range(2)]
    data = foreign(*pages, ("response", "http://a.example/gone", "404 Gone", HEADERS, b"y" * 40))
    members = [len(foreign(*pages[:n])) for n in range(3)]
    if not zipped:
        data = gzip.decompress(data)
        members = [len(gzip.decompress(foreign(*pages[:n]))) for n in (1, 2)]
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    whole = 8 if zipped else 4  # the checksum of a member, the blank lines after a record
    for cut in range(1, len(data) - whole):
        if any(0 <= end - cut <= whole for end in members):
            continue  # at the end of a record: nobody can tell
        path.write_bytes(data[:cut])
        with pytest.raises(BadInput):
            seen(path)


def test_a_body_that_is_too_large_is_named_and_the_rest_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_BYTES", 1000)
    big = ("response", "http://a.example/big", "200 OK", HEADERS, b"x" * 200_000)
    (tmp_path / "a.warc.gz").write_bytes(foreign(big, PAGES[0]))
    large, small = iter_pages(tmp_path / "a.warc.gz")
    assert (large.body, large.problem) == (b"", "the body has more than 1000 bytes")
    assert (small.body, small.problem) == (b"one", None)
