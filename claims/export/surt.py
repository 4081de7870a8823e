"""Addresses as sort keys of a capture index (SURT): the host turned round, and what never matters gone.

Follows the canonical form that indexes of web archives share (http://iipc.github.io/warc-specifications/).
"""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import urlsplit

WWW = re.compile(r"^www\d*\.(?=.)")
DEFAULT_PORTS = {"http": 80, "https": 443}
ESCAPE = re.compile(r"%[0-9a-f]{2}")
SLASHES = re.compile(r"/{2,}")
KEPT_ESCAPED = frozenset(b"%#")


def url_key(url: str) -> str:
    """The key under which `url` stands in an index.

    >>> url_key("https://www.Example.org/Paper?b=2&a=1#top")
    'org,example)/paper?a=1&b=2'
    """
    scheme, separator, _ = url.partition("://")
    if not separator or scheme.lower() not in DEFAULT_PORTS:
        return url.lower()
    try:
        parts = urlsplit(url.strip())
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return url.lower()
    if port is not None and port != DEFAULT_PORTS[parts.scheme.lower()]:
        host += f":{port}"
    path = _unescaped(_resolved(parts.path).lower())
    path = path.rstrip("/") or "/"
    query = "&".join(sorted(part for part in _unescaped(parts.query.lower()).split("&")))
    return f"{host}){path}" + (f"?{query}" if query else "")


def _host(host: str) -> str:
    host = WWW.sub("", host.lower().strip("."))
    if ":" in host:
        return host
    with suppress(UnicodeError):  # no name that could be asked for: as it is written
        host = host.encode("idna").decode("ascii")
    return ",".join(reversed(host.split(".")))


def _resolved(path: str) -> str:
    """The path without `.` and `..` steps and doubled slashes."""
    kept: list[str] = []
    steps = SLASHES.sub("/", path or "/").split("/")[1:]
    for step in steps:
        if step == "..":
            del kept[-1:]
        elif step != ".":
            kept.append(step)
    return "/" + "/".join(kept)


def _unescaped(text: str) -> str:
    """Characters that need no escape as themselves; the others as `%` and lower-case digits."""

    def plain(found: re.Match[str]) -> str:
        code = int(found[0][1:], 16)
        shown = 0x20 < code < 0x7F and code not in KEPT_ESCAPED  # noqa: PLR2004 - printable ASCII
        return chr(code).lower() if shown else found[0]

    return "".join(
        c if " " < c <= "~" else "".join(f"%{b:02x}" for b in c.encode("utf-8", "replace"))
        for c in ESCAPE.sub(plain, text)
    )
