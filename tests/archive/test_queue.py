import asyncio
import io

import pytest
from exchanges import URL, an_exchange
from warcio.archiveiterator import ArchiveIterator

from claims.archive import writer
from claims.archive.queue import WriteQueue
from claims.archive.reader import read_payload
from claims.archive.writer import WarcArchive
from claims.model.errors import BadInput

FIRST = "citetrail-00001.warc.gz"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "work.archive"


@pytest.fixture
def syncs(monkeypatch):
    """How often something was synced."""
    calls = []
    fsync = writer.os.fsync
    monkeypatch.setattr(writer.os, "fsync", lambda fd: (calls.append(fd), fsync(fd)))
    return calls


def page(number):
    return an_exchange(url=f"{URL}/{number}", wire_body=b"<p>page %d</p>" % number)


def keep_all(folder, exchanges, **options):
    async def run():
        archive = WarcArchive(folder, software="citetrail/0.1", **options)
        async with WriteQueue(archive) as queue:
            kept = (queue.keep(exchange) for exchange in exchanges)
            return await asyncio.gather(*kept, return_exceptions=True)

    return asyncio.run(run())


def records(folder):
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        for record in ArchiveIterator(io.BytesIO(path.read_bytes()), check_digests="raise"):
            found.append(record.rec_type)
            record.raw_stream.read()
    return found


def test_each_place_leads_to_its_page(folder):
    placed = keep_all(folder, [page(n) for n in range(200)])
    assert [p.warc_file for p in placed] == [FIRST] * 200
    for number, place in enumerate(placed):
        body = read_payload(folder, place.warc_file, place.warc_offset)
        assert body == b"<p>page %d</p>" % number
    assert records(folder) == ["warcinfo", *["response", "request"] * 200]


def test_those_who_wait_share_a_sync(folder, syncs):
    keep_all(folder, [page(n) for n in range(200)])
    assert len(syncs) < 20


def test_no_place_is_told_before_its_bytes_are_synced(folder, monkeypatch):
    synced = []
    fsync = writer.os.fsync
    size = writer.os.fstat

    def noting(descriptor):
        fsync(descriptor)
        synced.append(size(descriptor).st_size)

    monkeypatch.setattr(writer.os, "fsync", noting)

    async def run():
        async with WriteQueue(WarcArchive(folder, software="x")) as queue:

            async def one(number):
                place = await queue.keep(page(number))
                assert max(synced) >= place.warc_offset + place.warc_length

            await asyncio.gather(*(one(n) for n in range(50)))

    asyncio.run(run())


def test_a_file_that_is_full_is_followed_by_another_in_the_same_group(folder):
    placed = keep_all(folder, [page(n) for n in range(60)], roll_bytes=5_000)
    assert len({p.warc_file for p in placed}) > 2
    for number, place in enumerate(placed):
        body = read_payload(folder, place.warc_file, place.warc_offset)
        assert body == b"<p>page %d</p>" % number


def test_two_queues_of_one_archive_do_not_write_over_one_another(folder):
    async def run():
        one = WriteQueue(WarcArchive(folder, software="x"))
        other = WriteQueue(WarcArchive(folder, software="x"))
        async with one, other:
            kept = [q.keep(page(n)) for n in range(40) for q in (one, other)]
            return await asyncio.gather(*kept)

    placed = asyncio.run(run())
    assert len({p.warc_offset for p in placed}) == 80
    assert records(folder).count("response") == 80


def test_one_that_cannot_be_kept_spoils_no_other(folder, monkeypatch):
    append = WarcArchive.append

    def choosy(self, exchange, **options):
        if exchange.url.endswith("/9"):
            raise BadInput("this one is no good")
        return append(self, exchange, **options)

    monkeypatch.setattr(WarcArchive, "append", choosy)
    *kept, failed = keep_all(folder, [page(1), page(2), page(9)])
    assert isinstance(failed, BadInput)
    assert [read_payload(folder, p.warc_file, p.warc_offset) for p in kept] == [
        b"<p>page 1</p>",
        b"<p>page 2</p>",
    ]


def test_a_full_disk_is_told_to_all_who_wait(folder, monkeypatch):
    archive = WarcArchive(folder, software="x")

    def full(*_):
        raise OSError(28, "No space left on device")

    async def run():
        async with WriteQueue(archive) as queue:
            monkeypatch.setattr(writer.os, "write", full)
            failed = await asyncio.gather(
                *(queue.keep(page(n)) for n in range(5)), return_exceptions=True
            )
            monkeypatch.undo()
            return failed, await queue.keep(page(9))

    failed, placed = asyncio.run(run())
    assert {type(error) for error in failed} == {OSError}
    assert read_payload(folder, placed.warc_file, placed.warc_offset) == b"<p>page 9</p>"


def test_who_gives_up_waiting_holds_up_nobody(folder):
    async def run():
        async with WriteQueue(WarcArchive(folder, software="x")) as queue:
            tasks = [asyncio.create_task(queue.keep(page(n))) for n in range(10)]
            await asyncio.sleep(0)
            tasks[3].cancel()
            return await asyncio.gather(*tasks, return_exceptions=True)

    got = asyncio.run(run())
    assert isinstance(got.pop(3), asyncio.CancelledError)
    assert len({p.warc_offset for p in got}) == 9


def test_only_so_much_waits_in_memory(folder, monkeypatch):
    monkeypatch.setattr("claims.archive.queue.WAITING_BYTES", 50)
    most = 0

    async def run():
        nonlocal most
        async with WriteQueue(WarcArchive(folder, software="x")) as queue:

            async def one(number):
                nonlocal most
                place = await queue.keep(page(number))
                most = max(most, queue._bytes)
                return place

            return await asyncio.gather(*(one(n) for n in range(30)))

    assert len({p.warc_offset for p in asyncio.run(run())}) == 30
    assert most <= 50 + 20
