import contextlib
import gzip
import time
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.content_encoding import TooLargeBody, UndecodableBody, decoded

TEXT = b"Kabul " * 500


def raw_deflate(data):
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(data) + machine.flush()


ENCODE = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (TEXT, None),
        (TEXT, ""),
        (TEXT, "identity"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), "GZip"),  # the name has no case
        (gzip.compress(TEXT), " x-gzip "),  # the old name
        (gzip.compress(TEXT[:9]) + gzip.compress(TEXT[9:]), "gzip"),  # two members
        (gzip.compress(TEXT) + b"\0" * 512, "gzip"),  # padding after the member
        (zlib.compress(TEXT), "deflate"),
        (raw_deflate(TEXT), "deflate"),  # as many servers do it wrong
        (brotli.compress(TEXT), "br"),
        (gzip.compress(brotli.compress(TEXT)), "br, gzip"),  # two, undone last one first
        (gzip.compress(gzip.compress(TEXT)), "gzip, gzip"),  # twice the same
    ],
)
def test_bodies_that_decode(body, encoding):
    assert decoded(body, encoding) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_no_body_needs_no_decoding(encoding):
    assert decoded(b"", encoding) == b""


@pytest.mark.parametrize(
    ("body", "encoding", "said"),
    [
        (b"plain", "gzip", "broken"),
        (b"plain words, not brotli", "br", "broken|breaks off"),
        (gzip.compress(TEXT)[:-4], "gzip", "breaks off"),
        (brotli.compress(TEXT)[:-4], "br", "breaks off"),
        (gzip.compress(TEXT)[:30] + b"\xff" * 40, "gzip", "broken|breaks off"),
        (gzip.compress(TEXT)[:-8] + b"\0" * 8, "gzip", "broken"),  # wrong checksum
        (TEXT, "zstd", "broken"),
        (TEXT, "compress", "'compress' is not known"),  # given up long ago
        (TEXT, "gzip, gzip, gzip", "3 times"),
        (TEXT, "x" * 5000, "not known"),
        (gzip.compress(b"") * 1200, "gzip", "more than 1000 members"),
    ],
)
def test_bodies_that_do_not(body, encoding, said):
    with pytest.raises(UndecodableBody, match=said) as caught:
        decoded(body, encoding)
    assert len(str(caught.value)) < 200


def bomb(name, size=300_000_000):
    """A body that unfolds to `size` zero bytes."""
    if name == "br":
        machine = brotli.Compressor(quality=5)
        step = machine.process
        flush = machine.finish
    else:
        machine = zlib.compressobj(9, wbits=31 if name == "gzip" else 15)
        step, flush = machine.compress, machine.flush
    block = bytes(10_000_000)
    return b"".join(step(block) for _ in range(size // len(block))) + flush()


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_bombs_stop_at_the_limit(name):
    body = bomb(name)
    began = time.process_time()
    with pytest.raises(TooLargeBody, match="more than 1000000 bytes"):
        decoded(body, name, limit=1_000_000)
    assert time.process_time() - began < 1.0


def test_a_bomb_inside_a_bomb_stops_as_well():
    with pytest.raises(TooLargeBody):
        decoded(gzip.compress(bomb("gzip")), "gzip, gzip", limit=1_000_000)


def test_many_members_share_one_limit():
    with pytest.raises(TooLargeBody):
        decoded(gzip.compress(bytes(600)) * 3, "gzip", limit=1_000)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_exactly_the_limit_is_allowed(name):
    assert len(decoded(ENCODE[name](bytes(1_000)), name, limit=1_000)) == 1_000
    with pytest.raises(TooLargeBody):
        decoded(ENCODE[name](bytes(1_001)), name, limit=1_000)


@given(st.binary(max_size=2000), st.lists(st.sampled_from(sorted(ENCODE)), max_size=2))
def test_round_trip(body, names):
    wire = body
    for name in names:
        wire = ENCODE[name](wire)
    assert decoded(wire, ", ".join(names)) == body


@given(st.binary(max_size=300), st.sampled_from(sorted(ENCODE)))
def test_any_bytes_decode_or_are_refused(body, name):
    with contextlib.suppress(UndecodableBody, TooLargeBody):
        assert len(decoded(body, name, limit=10_000)) <= 10_000
