"""A web address to one form: what only tells who sent the reader is gone, what may name the page stays.

RFC 3986 section 6.2.2 for case, escapes and dots. `claims.origins.addresses` goes further to compare pages.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from claims.identifiers.written import QUOTES, plain

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|"
    r"_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id|mkt_tok|s_cid|ns_campaign|ns_mchannel|ns_source|"
    r"ns_linkname|ns_fee|at_medium|at_campaign|at_custom\d|wt_mc|guce_referrer(?:_sig)?|guccounter|smid|"
    r"cmpid|__twitter_impression|fb_action_ids|fb_action_types|fb_source|ref_src|ref_url",
    re.IGNORECASE,
)
"""Parameters that no site needs to find a page. `ref`, `source`, `id` may be such and stay."""

ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
PORTS = {"http": 80, "https": 443}
LONGEST = 4_000


def standard(written: str) -> str | None:
    """The address in its one form; None when it is none, or holds a name and password.

    >>> standard("HTTPS://Example.org:443/a/../b?utm_source=x&id=7#:~:text=He%20won")
    'https://example.org/b?id=7'
    >>> standard("javascript:alert(1)") is None
    True
    """
    parts = _parts(written)
    host = _host(parts) if parts else None
    if parts is None or host is None:
        return None
    path = _escaped(_without_dots(parts.path)) or "/"
    fragment = "" if ":~:" in parts.fragment or not _is_route(parts.fragment) else parts.fragment
    query = "&".join(p for p in parts.query.split("&") if p and not _tracks(p))
    return urlunsplit((parts.scheme, host, path, _escaped(query), _escaped(fragment)))


def inspect(written: str) -> str | None:
    """What keeps it from being a web address; None when it is one.

    >>> inspect("ftp://example.org/a")
    'is no web address; give https://HOST/PATH'
    """
    return None if standard(written) else "is no web address; give https://HOST/PATH"


def address(url: str) -> str:
    """The address itself.

    >>> address("https://example.org/")
    'https://example.org/'
    """
    return url


def _parts(written: str) -> SplitResult | None:
    text = plain(written)
    if len(text) > LONGEST or " " in text or not text.isprintable():
        return None
    try:
        parts = urlsplit(text if text.endswith("/..") else text.rstrip(".,;" + QUOTES))
        _ = parts.port
    except ValueError:
        return None  # no address that any browser could follow
    web = parts.scheme in PORTS and parts.hostname and "@" not in parts.netloc
    return parts if web and not re.search(r'[<>"\\^`{|}]', parts.netloc) else None


def _host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if not host or not re.fullmatch(r"[a-z0-9._:-]+", host):
        return None
    shown = f"[{host}]" if ":" in host else host
    return shown if parts.port in {None, PORTS[parts.scheme]} else f"{shown}:{parts.port}"


def _tracks(parameter: str) -> bool:
    return bool(TRACKING.fullmatch(parameter.partition("=")[0]))


def _is_route(fragment: str) -> bool:
    """Whether a fragment chooses the page (`#!/a`, `#/a`) rather than a place on it."""
    return fragment.startswith(("!", "/"))


def _escaped(text: str) -> str:
    """Escapes in capitals and only where they are needed; what may not stand bare, escaped."""

    def one(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return character if character in UNRESERVED else found[0].upper()

    return quote(ESCAPE.sub(one, text), safe="%/:?#[]@!$&'()*+,;=~-._|")


def _without_dots(path: str) -> str:
    kept: list[str] = []
    parts = path.split("/")
    for at, part in enumerate(parts):
        if part not in {".", ".."}:
            kept.append(part)
            continue
        if part == ".." and len(kept) > 1:
            kept.pop()
        if at == len(parts) - 1:
            kept.append("")
    return "/".join(kept)
