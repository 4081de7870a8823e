import fcntl
import gzip
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest
from exchanges import HTML, URL, a_hop, an_exchange
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.cli import main as warcio_main

from claims.archive.reader import read_payload, read_record
from claims.archive.tail import Tail, find_ending
from claims.archive.writer import WarcArchive
from claims.model.exchange import header
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome

SOFTWARE = "citetrail/0.1"
FIRST = "citetrail-00001.warc.gz"
SECOND = "citetrail-00002.warc.gz"


@pytest.fixture
def archive(tmp_path):
    return WarcArchive(tmp_path / "work.archive", software=SOFTWARE)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "work.archive"


def records(path):
    """(type, target, status or None, body) of every record, as warcio reads them."""
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            status = record.http_headers.get_statuscode() if record.rec_type == "response" else None
            target = record.rec_headers.get_header("WARC-Target-URI")
            found.append((record.rec_type, target, status, record.raw_stream.read()))
    return found


def checks(path, capsys):
    """What `warcio check -v` prints; the test fails when it finds anything wrong."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        warcio_main(["check", "-v", str(path)])
    assert not ended.value.code
    return capsys.readouterr().out


def test_an_exchange_is_kept_with_its_redirects(archive, folder, capsys):
    placed = archive.append(an_exchange(redirects=(a_hop(), a_hop(http_status=302))))
    assert (placed.warc_file, placed.payload_digest) == (FIRST, digest(HTML))
    assert [(kind, status) for kind, _, status, _ in records(folder / FIRST)] == [
        ("warcinfo", None),
        ("response", "301"),
        ("request", None),
        ("response", "302"),
        ("request", None),
        ("response", "200"),
        ("request", None),
    ]
    assert read_payload(folder, placed.warc_file, placed.warc_offset) == HTML
    said = checks(folder / FIRST, capsys)
    assert said.count("digest pass") == 7


def test_offset_and_length_cut_out_the_record(archive, folder):
    archive.append(an_exchange())
    placed = archive.append(an_exchange(wire_body=b"second"))
    data = (folder / FIRST).read_bytes()
    cut = data[placed.warc_offset : placed.warc_offset + placed.warc_length]
    assert gzip.decompress(cut).startswith(b"WARC/1.1\r\nWARC-Type: response\r\n")
    (only,) = [r.raw_stream.read() for r in ArchiveIterator(io.BytesIO(cut))]
    assert only == b"second"


@pytest.mark.parametrize(
    "fields",
    [
        {"wire_body": b""},
        {"wire_body": gzip.compress(HTML), "headers": (("Content-Encoding", "gzip"),)},
        {"wire_body": b"cut", "truncated": "length"},
        {"http_status": 404},
        {"headers": (("Transfer-Encoding", "chunked"), ("X-\u00fc", "\u00fc"))},
        {"ip_address": None},
        {"ip_address": "2606:4700::1", "http_version": "HTTP/2"},
        {"wire_body": b"\r\n\r\nWARC/1.1\r\n\r\n"},  # a body that looks like a record
        {"wire_body": bytes(1_000_000)},
    ],
    ids=",".join,
)
def test_odd_answers_pass_the_check_of_warcio(fields, archive, folder, capsys):
    placed = archive.append(an_exchange(**fields))
    assert "digest pass" in checks(folder / FIRST, capsys)
    assert read_payload(folder, FIRST, placed.warc_offset) == fields.get("wire_body", HTML)


def test_the_same_exchanges_make_the_same_file(tmp_path):
    for name in ("one", "two"):
        archive = WarcArchive(tmp_path / name, software=SOFTWARE)
        archive.append(an_exchange(redirects=(a_hop(),)))
        archive.append_resource(
            "urn:x", content_type="text/plain", body=b"x", at="2026-11-24T09:00:00Z"
        )
    assert (tmp_path / "one" / FIRST).read_bytes() == (tmp_path / "two" / FIRST).read_bytes()


def test_record_ids_never_repeat(archive, folder):
    for _ in range(3):
        archive.append(an_exchange(redirects=(a_hop(), a_hop())))
    with (folder / FIRST).open("rb") as file:
        ids = [r.rec_headers.get_header("WARC-Record-ID") for r in ArchiveIterator(file)]
    assert len(ids) == len(set(ids)) == 1 + 3 * 6


def test_a_local_file_is_a_resource(archive, folder, capsys):
    placed = archive.append_resource(
        "file:///library/notes.txt",
        content_type="text/plain",
        body=b"15,051",
        at="2026-11-24T09:00:00Z",
    )
    assert read_payload(folder, placed.warc_file, placed.warc_offset) == b"15,051"
    assert placed.payload_digest == digest(b"15,051")
    assert "digest pass" in checks(folder / FIRST, capsys)


def test_no_answer_is_told_as_metadata(archive, folder, capsys):
    reason = "the name has no address\r\nX: y"
    nobody = an_exchange(
        outcome=FetchOutcome.UNREACHABLE, reason=reason, http_status=None, http_version=None
    )
    placed = archive.append(nobody)
    assert (placed.warc_type, placed.payload_digest) == ("metadata", None)
    fields, block = read_record(folder, placed.warc_file, placed.warc_offset)
    assert header(fields, "WARC-Target-URI") == URL
    assert block == b"fetchOutcome: unreachable\r\nfetchReason: the name has no address X: y\r\n"
    assert "digest pass" in checks(folder / FIRST, capsys)


def test_the_span_of_an_exchange_holds_its_records(archive, folder):
    archive.append(an_exchange())
    placed = archive.append(an_exchange(redirects=(a_hop(),)))
    data = (folder / FIRST).read_bytes()
    cut = data[placed.exchange_offset : placed.exchange_offset + placed.exchange_length]
    kinds = [r.rec_type for r in ArchiveIterator(io.BytesIO(cut))]
    assert kinds == ["response", "request"] * 2
    assert placed.exchange_offset + placed.exchange_length == len(data)
    assert placed.block_digest == header(
        read_record(folder, FIRST, placed.warc_offset)[0], "WARC-Block-Digest"
    )


def test_an_archive_is_gone_on_with(archive, folder):
    first = archive.append(an_exchange())
    again = WarcArchive(folder, software=SOFTWARE).append(an_exchange(wire_body=b"later"))
    assert again.warc_offset > first.warc_offset
    assert [kind for kind, *_ in records(folder / FIRST)].count("warcinfo") == 1
    assert read_payload(folder, FIRST, again.warc_offset) == b"later"


def test_files_roll_over(folder):
    archive = WarcArchive(folder, software=SOFTWARE, roll_bytes=1_000)
    placed = [archive.append(an_exchange(wire_body=os.urandom(600))) for _ in range(4)]
    assert [p.warc_file for p in placed] == [FIRST, SECOND, "citetrail-00003.warc.gz", "citetrail-00004.warc.gz"]  # fmt: skip
    for file in folder.glob("*.warc.gz"):
        assert records(file)[0][0] == "warcinfo"
    assert WarcArchive(folder, software=SOFTWARE)._find_end().name == "citetrail-00004.warc.gz"


def test_two_archives_take_turns(folder):
    one, two = (WarcArchive(folder, software=SOFTWARE) for _ in range(2))
    placed = [
        (a.append(an_exchange(wire_body=b)), b) for a, b in [(one, b"1"), (two, b"2"), (one, b"3")]
    ]
    for place, body in placed:
        assert read_payload(folder, place.warc_file, place.warc_offset) == body
    assert find_ending(folder / FIRST).tail is Tail.CLEAN


def test_nobody_writes_while_another_holds_the_lock(archive, folder):
    done = threading.Event()

    def append():
        archive.append(an_exchange())
        done.set()

    with (folder / ".lock").open("rb+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        thread = threading.Thread(target=append)
        thread.start()
        assert not done.wait(0.2)
    thread.join(5)
    assert done.is_set()


def torn(data, last):
    """Ways in which a crash may leave a file whose last record begins at byte `last`."""
    yield from (data[:cut] for cut in range(last, len(data)))
    yield data + b"\0" * 4096  # the size was on disk, the bytes were not


def test_any_torn_tail_is_mended(archive, folder):
    kept = archive.append(an_exchange(wire_body=b"kept"))
    whole = (folder / FIRST).stat().st_size
    archive.append(an_exchange(wire_body=b"torn", redirects=(a_hop(),)))
    data = (folder / FIRST).read_bytes()
    for left in torn(data, whole):
        shutil.rmtree(folder)
        folder.mkdir()
        (folder / FIRST).write_bytes(left)
        mended = WarcArchive(folder, software=SOFTWARE)
        placed = mended.append(an_exchange(wire_body=b"after"))
        assert find_ending(folder / FIRST).tail is Tail.CLEAN
        assert read_payload(folder, FIRST, kept.warc_offset) == b"kept"
        assert read_payload(folder, FIRST, placed.warc_offset) == b"after"


def test_a_file_torn_in_its_first_record_begins_anew(archive, folder):
    archive.append(an_exchange())
    data = (folder / FIRST).read_bytes()
    for cut in (0, 1, 9, 15, 60):
        (folder / FIRST).write_bytes(data[:cut])
        placed = WarcArchive(folder, software=SOFTWARE).append(an_exchange())
        assert records(folder / FIRST)[0][0] == "warcinfo"
        assert read_payload(folder, FIRST, placed.warc_offset) == HTML


@pytest.mark.parametrize(
    "garbage",
    [b"garbage at the end", b"\x1f\x8b\x08\x00" + b"\xff" * 40, gzip.compress(b"no record")],
)
def test_damage_that_is_no_torn_tail_is_left_alone(garbage, archive, folder):
    kept = archive.append(an_exchange())
    with (folder / FIRST).open("ab") as file:
        file.write(garbage)
    damaged = (folder / FIRST).read_bytes()
    placed = WarcArchive(folder, software=SOFTWARE).append(an_exchange(wire_body=b"new"))
    assert placed.warc_file == SECOND
    assert (folder / FIRST).read_bytes() == damaged
    assert read_payload(folder, FIRST, kept.warc_offset) == HTML
    assert read_payload(folder, SECOND, placed.warc_offset) == b"new"


def test_a_flipped_bit_in_the_middle_costs_no_later_record(archive, folder):
    placed = [archive.append(an_exchange(wire_body=os.urandom(300))) for _ in range(3)]
    data = bytearray((folder / FIRST).read_bytes())
    data[placed[1].warc_offset + 200] ^= 0xFF
    (folder / FIRST).write_bytes(data)
    (folder / ".lock").unlink()
    new = WarcArchive(folder, software=SOFTWARE).append(an_exchange())
    assert new.warc_file == SECOND
    assert len(read_payload(folder, FIRST, placed[2].warc_offset)) == 300


@pytest.mark.parametrize(
    "mark",
    [
        b"",
        b"nonsense",
        b"citetrail-00001.warc.gz 17",
        b"citetrail-00001.warc.gz 999999999",
        b"citetrail-00009.warc.gz 5",
        b"\xff" * 64,
        b"../x 4",
    ],
)
def test_the_mark_in_the_lock_file_is_a_hint_and_no_more(mark, archive, folder):
    first = archive.append(an_exchange())
    (folder / ".lock").write_bytes(mark)
    second = WarcArchive(folder, software=SOFTWARE).append(an_exchange(wire_body=b"second"))
    assert second.warc_file == FIRST
    assert read_payload(folder, FIRST, first.warc_offset) == HTML
    assert read_payload(folder, FIRST, second.warc_offset) == b"second"


def test_a_full_disk_leaves_a_readable_archive(archive, folder, monkeypatch):
    kept = archive.append(an_exchange())
    write = os.write

    def full(descriptor, data):
        write(descriptor, bytes(data)[:100])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            archive.append(an_exchange(wire_body=b"lost"))
    placed = archive.append(an_exchange(wire_body=b"after"))
    assert [b for kind, _, _, b in records(folder / FIRST) if kind == "response"] == [
        HTML,
        b"after",
    ]
    assert read_payload(folder, FIRST, kept.warc_offset) == HTML
    assert read_payload(folder, FIRST, placed.warc_offset) == b"after"


def test_the_disk_has_it_before_append_returns(archive, monkeypatch):
    synced = []
    fsync = os.fsync

    def noted(descriptor):
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    archive.append(an_exchange())
    # the warcinfo, the new name in its folder, the answer
    assert synced == [FIRST, "work.archive", FIRST]


HEADER_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    bodies=st.lists(st.binary(max_size=3000), min_size=1, max_size=4),
    headers=st.lists(
        st.tuples(st.from_regex(r"[A-Za-z-]{1,12}", fullmatch=True), HEADER_TEXT), max_size=4
    ),
    status=st.integers(100, 599),
)
def test_append_then_read_gives_the_body(bodies, headers, status):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = WarcArchive(folder, software=SOFTWARE, roll_bytes=4000)
        placed = [
            archive.append(an_exchange(wire_body=b, headers=tuple(headers), http_status=status))
            for b in bodies
        ]
        for place, body in zip(placed, bodies, strict=True):
            assert read_payload(folder, place.warc_file, place.warc_offset) == body
        assert [
            b for f in sorted(folder.glob("*.gz")) for k, _, _, b in records(f) if k == "response"
        ] == bodies


APPEND_FOR_EVER = """
import os, sys
from pathlib import Path
sys.path[:0] = {path!r}
from exchanges import an_exchange
from claims.archive.writer import WarcArchive
archive = WarcArchive(Path({folder!r}), software="citetrail/0.1", roll_bytes=400_000)
number = int(sys.argv[1])
while True:
    body = str(number).encode() + b":" + os.urandom(number * 7919 % 60_000)
    placed = archive.append(an_exchange(wire_body=body))
    print(placed.warc_file, placed.warc_offset, placed.payload_digest, flush=True)
    number += 1
"""


def test_a_kill_at_any_moment_leaves_a_readable_archive(folder):
    checkout = Path(__file__).parents[2]
    code = APPEND_FOR_EVER.format(path=[str(checkout), str(checkout / "tests")], folder=str(folder))
    told = []
    for turn in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(turn * 1000)], stdout=subprocess.PIPE, text=True
        )
        first = process.stdout.readline()
        time.sleep(0.01 + 0.013 * turn)
        process.kill()
        rest, _ = process.communicate()
        lines = (first + rest).splitlines(keepends=True)
        told += [line.split() for line in lines if line.endswith("\n")]
    WarcArchive(folder, software=SOFTWARE).append(an_exchange())
    assert len(told) >= 8
    for name, offset, payload_digest in told:
        assert digest(read_payload(folder, name, int(offset))) == payload_digest
    for file in folder.glob("*.warc.gz"):
        assert find_ending(file).tail is Tail.CLEAN
        assert {kind for kind, *_ in records(file)} <= {"warcinfo", "response", "request"}


def test_the_target_is_where_the_answer_came_from(archive, folder):
    archive.append(an_exchange(target_uri=URL + "?moved"))
    assert (folder / FIRST).exists()
    assert [t for kind, t, _, _ in records(folder / FIRST) if kind == "response"] == [
        URL + "?moved"
    ]
