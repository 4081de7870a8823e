"""Addresses to what they name: the page, whatever way led there, and the site that published it."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from claims.origins.publishers import Publishers

_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_TRACKING = re.compile(
    r"(?:utm_|mc_|pk_|hsa_|fb_|at_|ns_|wt\.).*"
    r"|icid|ito|xtor|cmp|ref|ref_src|referrer|source|src|share|smid|fbclid|gclid|dclid|msclkid|igshid|s_cid"
    r"|cid|ocid|ncid|taid|guccounter|outputtype|amp|rss|feed|partner|emc",
    re.IGNORECASE,
)
_AMP = re.compile(r"(?:/amp|\.amp|/amphtml)$|(?<=/)amp/", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_WRAPPED = (
    re.compile(
        r"^https?://(?:web\.archive\.org/web|archive\.org/web)/\d{1,14}[a-z_]*/(?P<url>.+)$"
    ),
    re.compile(r"^https?://[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(?P<rest>.+)$"),
    re.compile(r"^https?://(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(?P<rest>.+)$"),
    re.compile(
        r"^https?://archive\.(?:today|ph|is|li|fo|vn|md)/(?:\d+|o/\w+)/(?P<url>https?://.+)$"
    ),
)


@lru_cache(maxsize=16_384)
def page_key(address: str) -> str | None:
    """What an address names, without scheme, tracking, `www.` and other accidents; None for no page.

    >>> page_key("http://www.X.org/a/?utm_source=b#c") == page_key("https://m.x.org/a/amp")
    True
    >>> page_key("https://web.archive.org/web/20210831/https://x.org/a")
    'x.org/a'
    """
    parts = _parts(unwrapped(address))
    if parts is None:
        return None
    host, path, query = parts
    path = _INDEX.sub("/", _AMP.sub("", unquote(path))).rstrip("/")
    kept = [(name, value) for name, value in parse_qsl(query)[:50] if not _TRACKING.fullmatch(name)]
    asked = "?" + urlencode(sorted(kept), errors="replace") if kept else ""
    return f"{_PREFIX.sub('', host)}{path}{asked}"


def is_front_page(address: str) -> bool:
    """Whether an address names a whole site rather than a page in it.

    >>> is_front_page("https://x.org/"), is_front_page("https://x.org/a")
    (True, False)
    """
    key = page_key(address) or ""
    return "/" not in key and "?" not in key


def unwrapped(address: str) -> str:
    """The address inside that of an archive or of a cache of pages for phones.

    >>> unwrapped("https://x-org.cdn.ampproject.org/c/s/x.org/a")
    'https://x.org/a'
    """
    for form in _WRAPPED:
        match = form.match(address)
        if match:
            inside = match.groupdict()
            inner = inside.get("url") or f"https://{inside['rest']}"
            return inner if "://" in inner else f"https://{inner}"
    return address


def host_of(address: str) -> str | None:
    """The host that an address names, without `www.` and its like.

    >>> host_of("https://www.x.org:8080/a")
    'x.org'
    """
    parts = _parts(unwrapped(address))
    return _PREFIX.sub("", parts[0].partition(":")[0]) if parts else None


def site_of(address: str, publishers: Publishers) -> str | None:
    """Who publishes at an address: the registered domain, or on a platform the account.

    None for machines without a public name, and for platforms where no account can be told.

    >>> from claims.origins.publishers import shipped_publishers
    >>> site_of("https://news.bbc.co.uk/a", shipped_publishers())
    'bbc.co.uk'
    >>> site_of("https://medium.com/@ada/post-1", shipped_publishers())
    'medium.com/@ada'
    """
    parts = _parts(unwrapped(address))
    host = host_of(address)
    if parts is None or host is None or _is_bare(host):
        return None
    labels = host.split(".")
    for width in range(len(labels), 1, -1):  # the longest known name wins
        known = ".".join(labels[-width:])
        if known in publishers.aggregators:
            return None
        if known in publishers.suffixes and len(labels) > width:
            return ".".join(labels[-width - 1 :])
        if known in publishers.accounts_by_path:
            first = parts[1].strip("/").split("/")[0].casefold()
            return f"{known}/{first}" if first else None
    return ".".join(labels[-2:])


def _is_bare(host: str) -> bool:
    """A number, or a name without a dot: no publisher."""
    if "." not in host or host.endswith((".localhost", ".local", ".test", ".invalid")):
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _parts(address: str) -> tuple[str, str, str] | None:
    """Host with a port that is not the usual one, path, query."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return None  # no address that any browser could follow
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    shown = parts.hostname.lower().rstrip(".")
    return (f"{shown}:{port}" if port not in {None, 80, 443} else shown), parts.path, parts.query
