"""Keys and tokens, marked so that no log, message, row or archive can hold one by accident."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model.exchange import Exchange, Headers, Hop

MASK = "***"


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that is sent, after the words of `lead`, and never shown.

    >>> print(Secret("abc"), repr(Secret("abc")), Secret("abc").reveal())
    *** Secret(lead='') abc
    """

    _value: str = field(repr=False)
    lead: str = ""

    def __str__(self) -> str:
        return MASK

    def reveal(self) -> str:
        """The secret itself: only for the request that is about to be sent."""
        return self._value


def revealed(value: str | Secret) -> str:
    """What is sent for `value`.

    >>> revealed(Secret("abc", lead="Token ")), revealed("abc")
    ('Token abc', 'abc')
    """
    return value.lead + value.reveal() if isinstance(value, Secret) else value


def masked(text: str, secrets: Iterable[str]) -> str:
    """`text` with each secret replaced, in whatever way it is written into an address.

    >>> masked("https://a.example/?key=a%2Fb", ["a/b"])
    'https://a.example/?key=***'
    """
    for secret in secrets:
        for form in {secret, quote(secret, safe=""), quote(secret), quote_plus(secret)}:
            text = text.replace(form, MASK)
    return text


def hidden(exchange: Exchange, secrets: Iterable[str]) -> tuple[Exchange, bool]:
    """The exchange without the secrets that were sent, and whether the answer's body repeats one.

    Request headers that hold a secret are left out; addresses, answer headers and the reason hold
    `***` in its place; a body that repeats one is masked, and is then no longer as it came.
    """
    told = [secret for secret in secrets if secret]
    if not told:
        return exchange, False
    raw = [secret.encode() for secret in told]
    bodies = (exchange.body, exchange.wire_body, *(hop.wire_body for hop in exchange.redirects))
    repeats = any(secret in body for secret in raw for body in bodies)
    clean = replace(
        exchange,
        url=masked(exchange.url, told),
        target_uri=masked(exchange.target_uri, told),
        reason=masked(exchange.reason, told) if exchange.reason else exchange.reason,
        request_headers=_without(exchange.request_headers, told),
        headers=_masked_pairs(exchange.headers, told),
        redirects=tuple(_clean_hop(hop, told) for hop in exchange.redirects),
        body=_masked_bytes(exchange.body, raw),
        wire_body=_masked_bytes(exchange.wire_body, raw),
    )
    return clean, repeats


def _clean_hop(hop: Hop, secrets: list[str]) -> Hop:
    return replace(
        hop,
        url=masked(hop.url, secrets),
        request_headers=_without(hop.request_headers, secrets),
        headers=_masked_pairs(hop.headers, secrets),
        wire_body=_masked_bytes(hop.wire_body, [secret.encode() for secret in secrets]),
    )


def _without(headers: Headers, secrets: list[str]) -> Headers:
    return tuple(pair for pair in headers if not any(secret in pair[1] for secret in secrets))


def _masked_pairs(headers: Headers, secrets: list[str]) -> Headers:
    return tuple((name, masked(value, secrets)) for name, value in headers)


def _masked_bytes(body: bytes, secrets: list[bytes]) -> bytes:
    for secret in secrets:
        body = body.replace(secret, MASK.encode())
    return body
