"""The way from the address asked for to the answer: hops gathered, then closed into an Exchange."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from claims.model.exchange import Exchange, Hop, header
from claims.model.snapshot import FetchOutcome
from claims.web.attempt import Attempt
from claims.web.content_encoding import TooLargeBody, UndecodableBody, decoded
from claims.web.waiting import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

METHOD = "GET"
SUCCESS = range(200, 300)
PARTIAL_CONTENT = 206


@dataclass(slots=True)
class Journey:
    """Where the search for `url` stands. `spent_s` is the network time used up so far."""

    url: str
    clock: Callable[[], datetime]
    body_bytes: int
    method: str = METHOD
    extra: Mapping[str, str] = field(default_factory=dict)
    hops: list[Hop] = field(default_factory=list)
    spent_s: float = 0.0
    _address: str = ""
    _at: str = ""
    _pause_until: str | None = None

    def at_address(self, address: str) -> None:
        """The next hop goes to `address`."""
        self._address = address
        self._at = stamp(self.clock())

    def asked(self) -> None:
        """A request goes out now."""
        self._at = stamp(self.clock())
        self._pause_until = None

    def told_to_wait(self, until: str) -> None:
        """The answer asks not to be disturbed before `until`."""
        self._pause_until = until

    def went_on(self, made: Attempt) -> None:
        """The answer led elsewhere."""
        self.hops.append(self._hop(made))
        self.extra = {}

    def refused(self, reason: str) -> Exchange:
        """The address may not be asked; nothing was."""
        self._address = self._address or self.url
        self._at = self._at or stamp(self.clock())
        return self._exchange(Attempt(), FetchOutcome.ADDRESS_REFUSED, reason)

    def lost(self, made: Attempt, most: int) -> Exchange:
        """It led on and on."""
        reason = f"more than {most} redirects"
        return self._exchange(made, FetchOutcome.TOO_MANY_REDIRECTS, reason)

    def ended(self, made: Attempt) -> Exchange:
        """The answer, or what stood in its way."""
        if made.failure is not None:
            return self._exchange(made, *made.failure)
        problem = self._status_problem(made)
        try:
            encoding = header(made.headers, "content-encoding")
            body = decoded(bytes(made.wire_body), encoding, limit=self.body_bytes)
        except TooLargeBody as error:
            return self._exchange(made, *(problem or (FetchOutcome.TOO_LARGE, str(error))))
        except UndecodableBody as error:
            return self._exchange(made, *(problem or (FetchOutcome.BAD_RESPONSE, str(error))))
        outcome, reason = problem or (FetchOutcome.STORED, None)
        return self._exchange(made, outcome, reason, body=body)

    def _status_problem(self, made: Attempt) -> tuple[FetchOutcome, str] | None:
        status = made.status or 0
        if status == PARTIAL_CONTENT:
            return (
                FetchOutcome.HTTP_ERROR,
                "answered 206: a part, which was not asked for",
            )
        if status in SUCCESS:
            return None
        try:
            reason = f"answered {status} {HTTPStatus(status).phrase}"
        except ValueError:
            reason = f"answered {status}"
        if self._pause_until:
            reason += f"; wants to be left alone until {self._pause_until}"
        return FetchOutcome.HTTP_ERROR, reason

    def _hop(self, made: Attempt) -> Hop:
        return Hop(
            url=self._address,
            at=self._at,
            method=self.method,
            request_headers=made.request_headers,
            http_status=made.status or 0,
            http_version=made.http_version or "HTTP/1.1",
            headers=made.headers,
            wire_body=bytes(made.wire_body),
            ip_address=made.ip_address,
        )

    def _exchange(
        self, made: Attempt, outcome: FetchOutcome, reason: str | None, *, body: bytes = b""
    ) -> Exchange:
        return Exchange(
            url=self.url,
            target_uri=self._address,
            outcome=outcome,
            reason=reason,
            method=self.method,
            request_headers=made.request_headers,
            http_status=made.status,
            http_version=made.http_version,
            headers=made.headers,
            content_type=header(made.headers, "content-type"),
            wire_body=bytes(made.wire_body),
            body=body,
            truncated=made.truncated,
            ip_address=made.ip_address,
            at=self._at,
            redirects=tuple(self.hops),
        )
