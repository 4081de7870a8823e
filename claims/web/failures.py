"""What httpx raises, as an outcome and a reason in words: a table, so that nothing is guessed.

The first row whose class fits decides; a test asserts that every exception of httpx meets one.
"""

from __future__ import annotations

from claims.model.snapshot import FetchOutcome
from claims.web.guard import AddressRefusedError
from claims.web.http import httpx

FAILURES: tuple[tuple[type[Exception], FetchOutcome, str], ...] = (
    (AddressRefusedError, FetchOutcome.ADDRESS_REFUSED, "the address may not be asked"),
    (TimeoutError, FetchOutcome.TIMED_OUT, "the answer took too long altogether"),
    (httpx.ConnectTimeout, FetchOutcome.UNREACHABLE, "no connection within the time allowed"),
    (httpx.PoolTimeout, FetchOutcome.TIMED_OUT, "no connection of ours came free"),
    (httpx.TimeoutException, FetchOutcome.TIMED_OUT, "the server fell silent"),
    (httpx.ConnectError, FetchOutcome.UNREACHABLE, "no connection"),
    (httpx.ProxyError, FetchOutcome.UNREACHABLE, "the proxy refused"),
    (httpx.NetworkError, FetchOutcome.BAD_RESPONSE, "the connection broke"),
    (httpx.RemoteProtocolError, FetchOutcome.BAD_RESPONSE, "the answer is not proper HTTP"),
    (httpx.UnsupportedProtocol, FetchOutcome.ADDRESS_REFUSED, "not an http or https address"),
    (httpx.LocalProtocolError, FetchOutcome.ADDRESS_REFUSED, "the request cannot be put in HTTP"),
    (httpx.InvalidURL, FetchOutcome.ADDRESS_REFUSED, "not a web address"),
    (httpx.TooManyRedirects, FetchOutcome.TOO_MANY_REDIRECTS, "too many redirects"),
    (httpx.DecodingError, FetchOutcome.BAD_RESPONSE, "the body cannot be decoded"),
    (httpx.CookieConflict, FetchOutcome.BAD_RESPONSE, "the cookies contradict one another"),
    (httpx.HTTPError, FetchOutcome.BAD_RESPONSE, "the exchange failed"),
    (httpx.StreamError, FetchOutcome.BAD_RESPONSE, "the body was read out of turn"),
)

CAUGHT = (AddressRefusedError, TimeoutError, httpx.HTTPError, httpx.InvalidURL, httpx.StreamError)
"""What asking a server may raise; anything else is an error of ours and is not hidden."""

RETRIED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadError, httpx.RemoteProtocolError)
"""Worth a second try when they struck before any answer: a restarting server, a stale line."""

LONGEST_REASON = 300


def failure(error: Exception) -> tuple[FetchOutcome, str]:
    """The outcome and the reason for an exception that asking a server raised.

    Raises LookupError for an exception that the table does not know.

    >>> failure(httpx.ConnectError("refused"))
    (<FetchOutcome.UNREACHABLE: 'unreachable'>, 'no connection: refused')
    """
    for kind, outcome, words in FAILURES:
        if isinstance(error, kind):
            said = " ".join(str(error).split())
            return outcome, f"{words}: {said}"[:LONGEST_REASON] if said else words
    raise LookupError(f"no outcome for {type(error).__name__}")
