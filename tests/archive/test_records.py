import zlib

import pytest
from exchanges import a_hop, an_exchange

from claims.archive.records import (
    GZIP_WINDOW,
    Record,
    answer_records,
    info_record,
    last_hop,
    member,
    record_id,
    resource_record,
)
from claims.model.exchange import header


def head(record):
    return record.block.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")


def test_a_response_and_its_request():
    response, request = answer_records(a_hop(wire_body=b"moved"), truncated=None, place="f@0")
    assert header(response.fields, "WARC-Type") == "response"
    assert header(response.fields, "WARC-Date") == "2026-11-24T08:59:59Z"
    assert header(response.fields, "WARC-Target-URI") == "https://hindukush-reader.example/old"
    assert header(response.fields, "WARC-IP-Address") == "93.184.216.34"
    assert header(response.fields, "WARC-Truncated") is None
    assert header(response.fields, "WARC-Payload-Digest").startswith("sha256:")
    assert response.block.endswith(b"\r\n\r\nmoved")
    assert header(request.fields, "WARC-Concurrent-To") == header(response.fields, "WARC-Record-ID")
    assert head(request) == [
        "GET /old HTTP/1.1",
        "Host: hindukush-reader.example",
        "User-Agent: Citetrail/0.1",
    ]


@pytest.mark.parametrize(
    ("headers", "stored"),
    [
        # the length is true already and stays where it was
        ((("Content-Length", "5"), ("X-A", "b")), ["Content-Length: 5", "X-A: b"]),
        # it said something else: truncated, or a lie
        ((("Content-Length", "99"),), ["X-Archive-Orig-Content-Length: 99", "Content-Length: 5"]),
        # chunking is undone
        (
            (("Transfer-Encoding", "chunked"),),
            ["X-Archive-Orig-Transfer-Encoding: chunked", "Content-Length: 5"],
        ),
        # the content encoding is kept, and so are the case of names and doubled headers
        (
            (("content-encoding", "gzip"), ("Set-Cookie", "a"), ("Set-Cookie", "b")),
            ["content-encoding: gzip", "Set-Cookie: a", "Set-Cookie: b", "Content-Length: 5"],
        ),
        # nothing can end a line early and slip in a header
        ((("X-A", "b\r\nX-C: d\x00"),), ["X-A: b X-C: d ", "Content-Length: 5"]),
        # bytes above ASCII as they came
        ((("X-A", "\u00fc"),), ["X-A: \u00fc", "Content-Length: 5"]),
    ],
)
def test_headers_say_what_is_stored(headers, stored):
    response, _ = answer_records(
        a_hop(headers=headers, wire_body=b"12345", http_status=200), truncated=None, place="f@0"
    )
    assert head(response) == ["HTTP/1.1 200 ", *stored]


@pytest.mark.parametrize(
    ("version", "line", "protocol"),
    [
        ("HTTP/1.1", "HTTP/1.1 301 ", None),
        ("HTTP/1.0", "HTTP/1.0 301 ", None),
        ("HTTP/2", "HTTP/1.1 301 ", "h2"),
    ],
)
def test_versions(version, line, protocol):
    response, _ = answer_records(a_hop(http_version=version), truncated=None, place="f@0")
    assert head(response)[0] == line
    assert header(response.fields, "WARC-Protocol") == protocol


def test_a_body_that_did_not_come_whole_says_so():
    response, _ = answer_records(a_hop(), truncated="length", place="f@0")
    assert header(response.fields, "WARC-Truncated") == "length"


def test_the_request_line_has_path_and_query():
    _, request = answer_records(a_hop(url="http://a.example?x=1"), truncated=None, place="f@0")
    assert head(request)[0] == "GET /?x=1 HTTP/1.1"


def test_ids_differ_by_place_alone():
    one, again, other = (
        answer_records(a_hop(), truncated=None, place=p) for p in ("f@0", "f@0", "f@9")
    )
    ids = [header(pair[0].fields, "WARC-Record-ID") for pair in (one, again, other)]
    assert ids[0] == ids[1] != ids[2]
    assert record_id("a", "b") != record_id("b", "a")


def test_a_member_is_the_same_bytes_each_time():
    record = Record((("WARC-Type", "metadata"),), b"block")
    assert member(record) == member(record)
    text = zlib.decompress(member(record), GZIP_WINDOW)
    assert text.startswith(b"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Block-Digest: sha256:")
    assert text.endswith(b"Content-Length: 5\r\n\r\nblock\r\n\r\n")


def test_field_names_and_values_stay_on_their_lines():
    record = Record((("WARC-Target-URI", "http://a.example/\r\nWARC-Type: x"),), b"")
    lines = zlib.decompress(member(record), GZIP_WINDOW).split(b"\r\n")
    assert lines[1] == b"WARC-Target-URI: http://a.example/ WARC-Type: x"


def test_other_records():
    (resource,) = resource_record(
        "file:///notes.txt",
        content_type="text/plain",
        body=b"x",
        at="2026-11-24T09:00:00Z",
        place="f@0",
    )
    assert (header(resource.fields, "WARC-Type"), resource.block) == ("resource", b"x")
    info = info_record(software="citetrail/0.1", file_name="a.warc.gz", at="2026-11-24T09:00:00Z")
    assert header(info.fields, "WARC-Filename") == "a.warc.gz"
    assert b"software: citetrail/0.1" in info.block


def test_no_answer_is_no_hop():
    assert last_hop(an_exchange(http_status=None, http_version=None)) is None
    assert last_hop(an_exchange(http_status=429, http_version=None)) is None  # not asked at all
    assert last_hop(an_exchange()).http_status == 200
