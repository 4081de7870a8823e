"""Which addresses may be named to a service of others: none of the desk's own machines and networks."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

INTERNAL = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".intranet", ".corp")
DEFAULT_PORTS = {"http": 80, "https": 443}


def may_be_told(url: str, *, service: str, own: frozenset[str]) -> bool:
    """Whether `service` (an address) may be asked about the page `url`.

    `own` are the `host:port` pairs of the desk's own machines; a service that is one of them may be told
    anything.

    >>> may_be_told("http://wiki.local/x", service="https://web.archive.org/save", own=frozenset())
    False
    """
    if _pair(service) in own:
        return True
    pair = _pair(url)
    if pair is None or pair in own:
        return False
    host = pair.rpartition(":")[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(INTERNAL)


def _pair(url: str) -> str | None:
    """host:port of an address; null when it is none."""
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
        host = (parts.hostname or "").rstrip(".")
    except (ValueError, KeyError):
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" if host else None
