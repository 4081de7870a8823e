"""What came of fetching a provider's reply, as a search outcome: a table, so that nothing is guessed."""

from __future__ import annotations

from claims.model.candidate import SearchOutcome
from claims.model.snapshot import FetchOutcome

BY_FETCH = {
    FetchOutcome.ADDRESS_REFUSED: SearchOutcome.REFUSED,
    FetchOutcome.ROBOTS_DISALLOWED: SearchOutcome.REFUSED,
    FetchOutcome.UNREACHABLE: SearchOutcome.NOT_MEASURED,
    FetchOutcome.TIMED_OUT: SearchOutcome.NOT_MEASURED,
    FetchOutcome.TOO_LARGE: SearchOutcome.FAILED,
    FetchOutcome.TOO_MANY_REDIRECTS: SearchOutcome.FAILED,
    FetchOutcome.BAD_RESPONSE: SearchOutcome.FAILED,
}

BY_STATUS = {
    401: SearchOutcome.REFUSED,
    403: SearchOutcome.REFUSED,
    429: SearchOutcome.THROTTLED,
    503: SearchOutcome.THROTTLED,
}


def search_outcome(fetched: FetchOutcome, http_status: int | None) -> SearchOutcome:
    """The outcome of a search whose request did not bring a 2xx answer.

    >>> search_outcome(FetchOutcome.HTTP_ERROR, 429).value
    'throttled'
    """
    if fetched is FetchOutcome.HTTP_ERROR and http_status is not None:
        return BY_STATUS.get(http_status, SearchOutcome.FAILED)
    return BY_FETCH.get(fetched, SearchOutcome.FAILED)
