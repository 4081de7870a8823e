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
    from collections.abc import Callable
    from datetime import datetime

    from claims.web.limits import Limits

SUCCESS = range(200, 300)
PARTIAL_CONTENT = 206
NOT_MODIFIED = 304


@dataclass(slots=True)
class Journey:
    """Where the search for `url` stands. `spent_s` is the network time used up so far."""

    url: str
    clock: Callable[[], datetime]
    limits: Limits
    method: str = "GET"
    hops: list[Hop] = field(default_factory=list)
    spent_s: float = 0.0
    spent_bytes: int = 0
    _address: str = ""
    _at: str = ""
    _conditional: bool = False

    @property
    def seconds_left(self) -> float:
        """Network time that is left for this address."""
        return max(self.limits.deadline_s - self.spent_s, 0.0)

    @property
    def bytes_left(self) -> int:
        """Bytes of answers that may still come."""
        return max(self.limits.wire_bytes - self.spent_bytes, 0)

    def at_address(self, address: str) -> None:
        """The next hop goes to `address`."""
        self._address = address
        self._at = ""

    def asked(self, *, conditional: bool) -> None:
        """A request goes out now."""
        self._at = stamp(self.clock())
        self._conditional = conditional

    def took(self, seconds: float, made: Attempt) -> None:
        """The answer, or the wait for one, took so long."""
        self.spent_s += seconds
        self.spent_bytes += len(made.wire_body)

    def went_on(self, made: Attempt) -> None:
        """The answer led elsewhere."""
        self.hops.append(self._hop(made))

    def refused(self, reason: str) -> Exchange:
        """The address may not be asked; nothing was."""
        self._address = self._address or self.url
        return self._exchange(Attempt(), FetchOutcome.ADDRESS_REFUSED, reason)

    def lost(self, made: Attempt) -> Exchange:
        """It led on and on."""
        reason = f"more than {self.limits.redirects} redirects"
        return self._exchange(made, FetchOutcome.TOO_MANY_REDIRECTS, reason)

    def ended(self, made: Attempt) -> Exchange:
        """The answer, or what stood in its way."""
        if made.failure is not None:
            return self._exchange(made, *made.failure)
        if made.status == NOT_MODIFIED and self._conditional:
            same = "not modified since the copy that is kept"
            return self._exchange(made, FetchOutcome.HTTP_ERROR, same, not_modified=True)
        problem = self._status_problem(made)
        try:
            encoding = ", ".join(v for n, v in made.headers if n.lower() == "content-encoding")
            body = decoded(made.wire_body, encoding, limit=self.limits.body_bytes)
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
        if made.retry_at:
            reason += f"; wants to be left alone until {made.retry_at}"
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
            wire_body=made.wire_body,
            ip_address=made.ip_address,
        )

    def _exchange(
        self,
        made: Attempt,
        outcome: FetchOutcome,
        reason: str | None,
        *,
        body: bytes = b"",
        not_modified: bool = False,
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
            wire_body=made.wire_body,
            body=body,
            truncated=made.truncated,
            ip_address=made.ip_address,
            at=self._at or stamp(self.clock()),
            redirects=tuple(self.hops),
            not_modified=not_modified,
            retry_at=made.retry_at,
        )
