"""One request and whatever comes of it, within bytes and seconds: a request in, an Attempt out."""

from __future__ import annotations

import asyncio
import io
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.snapshot import FetchOutcome
from claims.web.failures import CAUGHT, failure
from claims.web.http import httpx

if TYPE_CHECKING:
    from claims.model.exchange import Headers

SECRET_HEADERS = frozenset(
    {"authorization", "cookie", "proxy-authorization", "x-subscription-token", "x-api-key"}
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one request may cost. A body larger than `large_bytes` waits for one of the places `large`."""

    wire_bytes: int
    seconds: float
    large_bytes: int
    large: asyncio.Semaphore


@dataclass(slots=True)
class Attempt:
    """What one request brought. Without an answer `status` is null; a failure may follow an answer.

    `truncated` is a value of WARC-Truncated when the body did not come whole. `retry_at` is the time
    before which the host is not asked again.
    """

    request_headers: Headers = ()
    status: int | None = None
    http_version: str | None = None
    headers: Headers = ()
    ip_address: str | None = None
    wire_body: bytes = b""
    truncated: str | None = None
    failure: tuple[FetchOutcome, str] | None = None
    error: Exception | None = None
    retry_at: str | None = None


async def attempt(
    transport: httpx.AsyncBaseTransport, request: httpx.Request, allowance: Allowance
) -> Attempt:
    """Send `request` and read the body as it comes, within its allowance.

    The transport is asked directly: a client would look into redirects even when told not to follow
    them, and drop an answer whose Location makes no sense.
    """
    made = Attempt(request_headers=_shown(request.headers))
    came = io.BytesIO()
    try:
        async with asyncio.timeout(allowance.seconds):
            response = await transport.handle_async_request(request)
            try:
                _note(made, response)
                await _read(made, response, allowance, came)
            finally:
                await response.aclose()
    except CAUGHT as error:
        made.error = error
        made.failure = failure(error)
        if made.status is not None:
            made.truncated = "time" if made.failure[0] is FetchOutcome.TIMED_OUT else "disconnect"
    made.wire_body = came.getvalue()  # shares the buffer: a large body is not held twice
    return made


def _note(made: Attempt, response: httpx.Response) -> None:
    made.status = response.status_code
    made.http_version = response.http_version
    made.headers = _pairs(response.headers)
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream is not None else None
    made.ip_address = str(address[0]) if address else None


async def _read(
    made: Attempt, response: httpx.Response, allowance: Allowance, came: io.BytesIO
) -> None:
    # response.stream, not aiter_raw: what a MockTransport hands over may count as consumed already
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise httpx.StreamConsumed
    most = allowance.wire_bytes
    async with AsyncExitStack() as stack:
        large = False
        async for chunk in response.stream:
            room = most - came.tell()
            came.write(chunk[:room])
            if len(chunk) > room:
                made.truncated = "length"
                made.failure = (FetchOutcome.TOO_LARGE, f"the body has more than {most} bytes")
                return
            if came.tell() > allowance.large_bytes and not large:
                large = True
                await stack.enter_async_context(allowance.large)


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.raw)


def _shown(headers: httpx.Headers) -> Headers:
    return tuple(pair for pair in _pairs(headers) if pair[0].lower() not in SECRET_HEADERS)
