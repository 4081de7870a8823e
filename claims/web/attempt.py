"""One request and whatever comes of it, within bytes and seconds: a request in, an Attempt out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model.snapshot import FetchOutcome
from claims.web.failures import CAUGHT, failure
from claims.web.http import httpx

if TYPE_CHECKING:
    from claims.model.exchange import Headers

SECRET_HEADERS = frozenset(
    {"authorization", "cookie", "proxy-authorization", "x-subscription-token", "x-api-key"}
)


@dataclass(slots=True)
class Attempt:
    """What one request brought. Without an answer `status` is null; a failure may follow an answer.

    `truncated` is a value of WARC-Truncated when the body did not come whole.
    """

    request_headers: Headers = ()
    status: int | None = None
    http_version: str | None = None
    headers: Headers = ()
    ip_address: str | None = None
    wire_body: bytearray = field(default_factory=bytearray)
    truncated: str | None = None
    failure: tuple[FetchOutcome, str] | None = None
    error: Exception | None = None


async def attempt(
    transport: httpx.AsyncBaseTransport, request: httpx.Request, *, wire_bytes: int, seconds: float
) -> Attempt:
    """Send `request` and read up to `wire_bytes` of the body as it comes, for at most `seconds`.

    The transport is asked directly: a client would look into redirects even when told not to follow
    them, and drop an answer whose Location makes no sense.
    """
    made = Attempt(request_headers=_shown(request.headers))
    try:
        async with asyncio.timeout(seconds):
            response = await transport.handle_async_request(request)
            try:
                _note(made, response)
                await _read(made, response, wire_bytes)
            finally:
                await response.aclose()
    except CAUGHT as error:
        made.error = error
        made.failure = failure(error)
        if made.status is not None:
            made.truncated = "time" if made.failure[0] is FetchOutcome.TIMED_OUT else "disconnect"
    return made


def _note(made: Attempt, response: httpx.Response) -> None:
    made.status = response.status_code
    made.http_version = response.http_version
    made.headers = _pairs(response.headers)
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream is not None else None
    made.ip_address = str(address[0]) if address else None


async def _read(made: Attempt, response: httpx.Response, wire_bytes: int) -> None:
    # response.stream, not aiter_raw: what a MockTransport hands over may count as consumed already
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise httpx.StreamConsumed
    async for chunk in response.stream:
        made.wire_body += chunk[: wire_bytes - len(made.wire_body) + 1]
        if len(made.wire_body) > wire_bytes:
            del made.wire_body[wire_bytes:]
            made.truncated = "length"
            made.failure = (FetchOutcome.TOO_LARGE, f"the body has more than {wire_bytes} bytes")
            return


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _shown(headers: httpx.Headers) -> Headers:
    return tuple(pair for pair in _pairs(headers) if pair[0].lower() not in SECRET_HEADERS)
