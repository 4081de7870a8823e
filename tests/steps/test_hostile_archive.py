"""Whatever a server sends: what is kept can be read by others, and what is said of it is true."""

import asyncio
import gzip
from dataclasses import replace

import pytest
from archived import records
from raw_server import page, raw_server
from warcio.cli import main as warcio_main

from claims.steps.export_wacz import export_wacz
from claims.steps.take_snapshots import take
from claims.steps.verify import verify
from claims.steps.web_session import WebSession
from db import rows

HTML = b"<title>Losses</title><p>The army counted its losses in spring, and named no figure.</p>"


async def _hang_up(writer):
    writer.close()


ANSWERS = {
    "/record": page(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n" * 9, "Content-Type: text/plain"),
    "/member": page(gzip.compress(b"WARC/1.1\r\n\r\n"), "Content-Type: application/gzip"),
    "/short": page(HTML, length=9999),
    "/bad-gzip": page(b"\x1f\x8b\x08\x00broken", "Content-Encoding: gzip"),
    "/twice": page(gzip.compress(gzip.compress(HTML)), "Content-Encoding: gzip, gzip"),
    "/odd-headers": page(HTML, "X-\xfc: \xfc", "X-Empty:", "Set-Cookie: a=b", "Set-Cookie: c=d"),
    "/long-header": page(HTML, "X-Long: " + "a" * 9000),
    "/odd-status": page(HTML, status="299 Whatever It Is"),
    "/no-reason": page(HTML, status="200"),
    "/old": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML,
    "/chunked": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>a \r\n4\r\nb</p\r\n1\r\n>\r\n0\r\n\r\n",
    "/nothing": b"",
    "/noise": b"\x00\xff\r\n\r\n",
    "/empty": page(b""),
    "/unasked-304": page(b"", status="304 Not Modified"),
    "/none": page(b"", status="204 No Content"),
    "/loop": page(b"", "Location: /loop", status="302 Found"),
    "/elsewhere": page(b"", "Location: http://169.254.169.254/x", status="302 Found"),
    "/file": page(b"", "Location: file:///etc/passwd", status="302 Found"),
    "/line": page(b"", "Location: /a%0d%0aWARC-Type:%20x", status="302 Found"),
    "/gone": _hang_up,
}


@pytest.fixture
def kept(edges):
    """The edges after every answer was fetched twice."""

    async def run():
        async with raw_server(ANSWERS) as (pair, _):
            used = replace(edges, settings=replace(edges.settings, allow_hosts=pair))
            session = WebSession(used)
            for path in [*ANSWERS, *ANSWERS]:
                await take(used, session, f"http://{pair}{path}")
            await session._fetcher.__aexit__(None, None, None)

    asyncio.run(run())
    return edges


def test_what_is_kept_of_hostile_answers(kept, tmp_path, capsys):
    (warc,) = kept.archive.glob("*.warc.gz")
    captures = list(rows.select(kept.database, "captures", where="url NOT LIKE '%/robots.txt'"))
    assert len(captures) == 2 * len(ANSWERS)
    assert {c["warc_type"] for c in captures} == {"response", "revisit", "metadata"}
    assert all(c["snapshot"] for c in captures)
    kinds = [kind for kind, *_ in records(warc)]
    assert set(kinds) == {"warcinfo", "response", "request", "revisit", "metadata"}
    with pytest.raises(SystemExit) as ended:
        warcio_main(["check", str(warc)])
    assert not ended.value.code, capsys.readouterr().out
    list(verify(kept, {}))
    failures = []
    export_wacz(kept, tmp_path / "a.wacz", [], failures=failures)
    assert failures == []


def test_nothing_of_this_machine_was_read(kept):
    (warc,) = kept.archive.glob("*.warc.gz")
    assert not any(b"root:" in body for *_, body in records(warc))
    asked = {c["warc_target_uri"] for c in rows.select(kept.database, "captures")}
    assert not any(url.startswith("file:") for url in asked)
