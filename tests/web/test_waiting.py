from datetime import UTC, datetime, timedelta, timezone

import pytest

from claims.web.waiting import LONGEST_S, retry_after_s, stamp, until

NOW = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 5 ", 5.0),
        ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),  # gone by
        ("Tue, 24 Nov 2026 13:00:30 +0100", 30.0),  # with a zone, though it should be GMT
        ("Tue, 24 Nov 2026 12:00:30 -0000", 30.0),  # "zone unknown" is read as UTC
        ("9" * 50, LONGEST_S),  # nobody waits for ages
        ("-5", None),
        ("1.5", None),  # not allowed by the RFC
        ("soon", None),
        ("", None),
        (None, None),
        ("٣", None),  # a digit, but not one of HTTP's
        ("x" * 100_000, None),
        ("Tue, 99 Nov 2026 12:00:30 GMT", None),
    ],
)
def test_retry_after(value, seconds):
    assert retry_after_s(value, now=NOW) == seconds


def test_times_are_utc_and_whole_seconds():
    east = timezone(timedelta(hours=3))
    assert stamp(datetime(2026, 1, 1, 1, 0, 0, 999_999, tzinfo=east)) == "2025-12-31T22:00:00Z"
    assert until(90.0, now=NOW) == "2026-11-24T12:01:30Z"
