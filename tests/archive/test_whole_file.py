"""Bytes of WARC files that no digest of an exchange covers."""

import random

import pytest

from claims.archive.whole_file import Stretch, check_extent, check_rest
from claims.archive.writer import WarcArchive
from claims.model.errors import DamagedData
from claims.model.ids import digest

AT = "2026-11-26T09:00:00Z"


@pytest.fixture
def placed(tmp_path):
    archive = WarcArchive(tmp_path, software="test")
    bodies = ("Twelve ships came in on Friday.", "", "\u0000\u00ff" * 40)
    return [
        archive.append_resource(f"urn:x:{n}", content_type="text/plain", body=body.encode(), at=AT)
        for n, body in enumerate(bodies)
    ]


def ends(placed):
    return placed[-1].exchange_offset + placed[-1].exchange_length


def stretches(placed):
    return [
        Stretch(one.exchange_offset, one.exchange_offset + one.exchange_length) for one in placed
    ]


def test_what_was_written_is_sound(tmp_path, placed):
    path = tmp_path / placed[0].warc_file
    assert check_rest(path, [], known_end=ends(placed)) == 4
    assert check_rest(path, stretches(placed), known_end=ends(placed)) == 1, "the first record"
    for one, stretch in zip(placed, stretches(placed), strict=True):
        check_extent(tmp_path, one.warc_file, stretch, one.exchange_digest)


def test_every_byte_of_a_file_without_digests_of_exchanges_is_held(tmp_path, placed):
    path = tmp_path / placed[0].warc_file
    sound = path.read_bytes()
    dice = random.Random(7)
    missed = []
    for place, byte in enumerate(sound):
        mask = 1 << dice.randrange(8)
        path.write_bytes(sound[:place] + bytes([byte ^ mask]) + sound[place + 1 :])
        try:
            check_rest(path, [], known_end=ends(placed))
        except DamagedData:
            continue
        missed.append((place, mask))
    assert missed == []


def test_bits_after_the_end_of_the_stream_are_held(tmp_path, placed):
    path = tmp_path / placed[0].warc_file
    sound = path.read_bytes()
    caught = []
    for one in placed:
        last = one.warc_offset + one.warc_length - 9
        for bit in range(8):
            turned = sound[last] ^ (1 << bit)
            path.write_bytes(sound[:last] + bytes([turned]) + sound[last + 1 :])
            with pytest.raises(DamagedData) as why:
                check_rest(path, [], known_end=ends(placed))
            caught.append("does not end as records are written" in str(why.value))
    assert any(caught), "some of these bits mean nothing to gzip"


@pytest.mark.parametrize("left", ["torn", "zeros"])
def test_what_a_crash_left_at_the_end_is_passed_over(tmp_path, placed, left):
    path = tmp_path / placed[0].warc_file
    sound = path.read_bytes()
    more = sound[placed[-1].warc_offset :][:-5] if left == "torn" else bytes(300)
    path.write_bytes(sound + more)
    assert check_rest(path, [], known_end=ends(placed)) == 4
    path.write_bytes(sound[:-3])
    with pytest.raises(DamagedData, match="breaks off"):
        check_rest(path, [], known_end=ends(placed))


def test_an_exchange_that_is_not_what_it_was(tmp_path, placed):
    one, stretch = placed[0], stretches(placed)[0]
    with pytest.raises(DamagedData, match="do not match their digest"):
        check_extent(tmp_path, one.warc_file, stretch, digest(b""))
    with pytest.raises(DamagedData, match="cannot be read"):
        check_extent(tmp_path, "citetrail-00009.warc.gz", stretch, one.exchange_digest)
    with pytest.raises(DamagedData, match="cannot be read"):
        check_rest(tmp_path / "citetrail-00009.warc.gz", [], known_end=0)
