"""The address of a service out of a setting: its host, and addresses below it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from claims.sources.reading import web_url


def host_of(address: str) -> tuple[str, ...]:
    """The host of an address, with its port if it names one; nothing when it has none.

    >>> host_of("http://127.0.0.1:8080/search"), host_of("")
    (('127.0.0.1:8080',), ())
    """
    try:
        return (urlsplit(address).netloc.rpartition("@")[2].lower(),) if web_url(address) else ()
    except ValueError:
        return ()


def below(base: str, path: str) -> str:
    """`path` under the service at `base`.

    >>> below("http://a.example/searx", "search"), below("http://a.example/", "search")
    ('http://a.example/searx/search', 'http://a.example/search')
    """
    return f"{base.rstrip('/')}/{path.lstrip('/')}"


def same_host(base: str, link: object) -> str | None:
    """`link`, read against `base`, if it stays on that host; a reply may name no other.

    >>> same_host("http://a.example/search", "/b/C"), same_host("http://a.example/", "//b.example/")
    ('http://a.example/b/C', None)
    """
    if not isinstance(link, str):
        return None
    try:
        joined = web_url(urljoin(base, link))
    except ValueError:
        return None
    return joined if joined and host_of(joined) == host_of(base) else None
