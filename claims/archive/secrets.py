"""An exchange without what opens doors: passwords in addresses, keys in the calls of interfaces."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.exchange import Exchange, Headers, Hop

USER_INFO = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@")
KEY = re.compile(
    r"([?&;](?:api[-_]?key|key|token|access[-_]?token|auth[-_]?token|subscription[-_]?key|secret)=)"
    r"[^&;#]+",
    re.IGNORECASE,
)
HEADER = re.compile(r"auth|cookie|token|secret|api-?key|password", re.IGNORECASE)
LEFT_OUT = "***"


def without_credentials(url: str) -> str:
    """An address without the user name and password that some carry.

    >>> without_credentials("https://ann:pass@a.example/x@y")
    'https://a.example/x@y'
    """
    return USER_INFO.sub(r"\1", url)


def without_keys(url: str) -> str:
    """The address of an interface without the key it was asked with.

    >>> without_keys("https://api.example/find?q=key&api_key=1234&per_page=5")
    'https://api.example/find?q=key&api_key=***&per_page=5'
    """
    return KEY.sub(rf"\g<1>{LEFT_OUT}", without_credentials(url))


def without_secrets(exchange: Exchange, *, interface: bool = False) -> Exchange:
    """The exchange as it may be written down.

    The address of a page is kept whole but for a password: what looks like a key in it belongs to
    the page. `interface` says that the address was built by a provider, whose keys are left out.
    """
    clean = without_keys if interface else without_credentials
    return replace(
        exchange,
        url=clean(exchange.url),
        target_uri=clean(exchange.target_uri),
        request_headers=_open(exchange.request_headers),
        redirects=tuple(_open_hop(hop, url=clean(hop.url)) for hop in exchange.redirects),
    )


def _open_hop(hop: Hop, *, url: str) -> Hop:
    return replace(hop, url=url, request_headers=_open(hop.request_headers))


def _open(headers: Headers) -> Headers:
    return tuple(pair for pair in headers if not HEADER.search(pair[0]))
