import pytest

from claims.model.candidate import SearchOutcome
from claims.model.snapshot import FetchOutcome
from claims.sources.outcomes import search_outcome

ROWS = [
    (FetchOutcome.UNREACHABLE, None, "not_measured"),
    (FetchOutcome.TIMED_OUT, None, "not_measured"),
    (FetchOutcome.ADDRESS_REFUSED, None, "refused"),
    (FetchOutcome.ROBOTS_DISALLOWED, None, "refused"),
    (FetchOutcome.HTTP_ERROR, 401, "refused"),
    (FetchOutcome.HTTP_ERROR, 403, "refused"),
    (FetchOutcome.HTTP_ERROR, 429, "throttled"),
    (FetchOutcome.HTTP_ERROR, 503, "throttled"),
    (FetchOutcome.HTTP_ERROR, 500, "failed"),
    (FetchOutcome.TOO_LARGE, 200, "failed"),
    (FetchOutcome.BAD_RESPONSE, None, "failed"),
]


@pytest.mark.parametrize(("fetched", "status", "expected"), ROWS)
def test_outcomes(fetched, status, expected):
    assert search_outcome(fetched, status).value == expected


def test_nothing_that_went_wrong_ever_reads_as_nothing_found():
    answered = {SearchOutcome.FOUND, SearchOutcome.NOTHING_FOUND}
    for fetched in FetchOutcome:
        for status in (None, 200, 404, 429, 500):
            assert search_outcome(fetched, status) not in answered
