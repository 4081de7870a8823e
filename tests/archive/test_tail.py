import gzip

import pytest

from claims.archive.tail import Ending, Tail, find_ending

RECORD = gzip.compress(b"WARC/1.1\r\nContent-Length: 1\r\n\r\nx\r\n\r\n", mtime=0)
LONG = gzip.compress(b"WARC/1.1\r\n" + bytes(5_000_000), mtime=0)
N = len(RECORD)


@pytest.mark.parametrize(
    ("data", "start", "ending"),
    [
        (b"", 0, Ending(0, Tail.CLEAN)),  # a file just made
        (RECORD, 0, Ending(N, Tail.CLEAN)),
        (RECORD * 3, 0, Ending(3 * N, Tail.CLEAN)),
        (RECORD * 3, N, Ending(3 * N, Tail.CLEAN)),  # from a boundary on
        (RECORD * 3, 3 * N, Ending(3 * N, Tail.CLEAN)),  # from the very end
        (RECORD + RECORD[:-1], 0, Ending(N, Tail.TORN)),  # the last byte is missing
        (RECORD + RECORD[:1], 0, Ending(N, Tail.TORN)),  # only one byte came
        (RECORD + bytes(100), 0, Ending(N, Tail.TORN)),  # zeros after a loss of power
        (RECORD + b"x" + RECORD, 0, Ending(N, Tail.DAMAGED)),  # a good record follows
        (RECORD + gzip.compress(b"hello"), 0, Ending(N, Tail.DAMAGED)),  # gzip, but no record
        (RECORD[:-6] + bytes(6) + RECORD, 0, Ending(0, Tail.DAMAGED)),  # a wrong checksum
        (RECORD, 3, Ending(3, Tail.DAMAGED)),  # not a boundary
        (LONG + RECORD, 0, Ending(len(LONG) + N, Tail.CLEAN)),  # more than is unpacked at once
        (LONG[:-20], 0, Ending(0, Tail.TORN)),
    ],
)
def test_endings(data, start, ending, tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    assert find_ending(path, start=start) == ending
