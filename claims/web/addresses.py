"""Which addresses can be asked at all, and where a redirect leads."""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.web.guard import AddressRefusedError, host_port
from claims.web.http import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PORT_OF = {"http": 80, "https": 443}
"""The only schemes that are asked."""

PORTS = range(1, 65_536)
LONGEST_ADDRESS = 8_000
HOST = re.compile(rb"[A-Za-z0-9._-]+|\[?[0-9A-Fa-f:.]+\]?")
"""Names and addresses as they are looked up: no zone, no percent signs, nothing that hides an end."""

LABEL = rb"[^.]{1,63}"
NAME = re.compile(rb"(?=.{1,254}\Z)" + LABEL + rb"(?:\." + LABEL + rb")*\.?")
"""What the name service can be asked for (RFC 1035, 2.3.4)."""


def web_address(url: str, *, params: Mapping[str, str] | None = None) -> httpx.URL:
    """`url` with `params` added to its query and without its fragment.

    Raises AddressRefusedError when it is no http or https address or carries a user name.

    >>> str(web_address("HTTP://News.Example/a#b", params={"q": "Kabul"}))
    'http://news.example/a?q=Kabul'
    """
    if len(url) > LONGEST_ADDRESS:
        raise AddressRefusedError(f"the address has {len(url)} characters")
    try:
        address = httpx.URL(url.strip())
        if params:
            address = address.copy_merge_params(dict(params))
        host = address.raw_host
        _ = address.host  # httpx can ask for no name that it cannot decode ("xn--")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise AddressRefusedError(_no_address(url, error)) from error
    if address.scheme not in PORT_OF or not host:
        raise AddressRefusedError(f"{url[:80]!r} is not an http or https address")
    if not HOST.fullmatch(host) or not (b":" in host or NAME.fullmatch(host)):
        raise AddressRefusedError(f"{url[:80]!r} is not a web address: no host is called so")
    if _numeric(host) and not _ipv4(host):
        raise AddressRefusedError(f"{url[:80]!r} is not a web address: its host ends in a number")
    if address.port is not None and address.port not in PORTS:
        raise AddressRefusedError(f"{url[:80]!r} is not a web address: there is no such port")
    if address.userinfo:
        raise AddressRefusedError("the address carries a user name")
    return address.copy_with(fragment=None) if "#" in url else address


def _no_address(url: str, error: Exception) -> str:
    """Why `url` cannot be asked; of a host such as "i❤.ws" (IDNA 2008 has no such names) what to do."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        host = ""
    if host.isprintable() and ("IDNA" in str(error) or isinstance(error, UnicodeError)):
        return (
            f"the host {host[:80]!r} holds signs that no name of a server may hold (IDNA 2008), so it is"
            " not asked: give the address of an archived copy"
        )
    return f"{url[:80]!r} is not a web address: {error}"


def _numeric(host: bytes) -> bool:
    # as browsers do: what ends in a number is an IPv4 address or nothing, and never a name to look up
    last = host.rstrip(b".").rpartition(b".")[2]
    if b":" in host:
        return False
    return last.isdigit() or re.fullmatch(rb"0x[0-9a-f]*", last, re.IGNORECASE) is not None


def _ipv4(host: bytes) -> bool:
    try:
        socket.inet_aton(host.decode("ascii"))
    except (OSError, UnicodeError):
        return False
    return True


def redirect_target(address: httpx.URL, location: str) -> httpx.URL:
    """The address that `location`, answered by `address` and read as Latin-1, leads to.

    Raises AddressRefusedError as `web_address` does.

    >>> str(redirect_target(httpx.URL("http://a.example/x/y"), "../z"))
    'http://a.example/z'
    """
    try:
        target = str(address.join(_as_browsers_read(location.strip())))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise AddressRefusedError(f"it leads to {location[:80]!r}: {error}") from error
    return web_address(target)


def _as_browsers_read(location: str) -> str:
    # many servers send raw UTF-8 here, though a header should be ASCII
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def authority(address: httpx.URL) -> str:
    """`host:port`, the port named even where it is the usual one.

    >>> authority(httpx.URL("https://a.example/x"))
    'a.example:443'
    """
    return host_port(host_of(address), address.port or PORT_OF[address.scheme])


def host_of(address: httpx.URL) -> str:
    """The host as it is looked up and sent: ASCII, IPv6 without brackets.

    >>> host_of(httpx.URL("https://b\u00fccher.example/")), host_of(httpx.URL("http://[::1]/"))
    ('xn--bcher-kva.example', '::1')
    """
    return address.raw_host.decode("ascii").strip("[]")


def allowed_pair(pair: str) -> str:
    """A `host:port` of an allow-list as the guard compares it, names beyond ASCII in their own spelling.

    >>> allowed_pair(" B\u00fccher.example:8080 ")
    'xn--bcher-kva.example:8080'
    """
    try:
        address = httpx.URL(f"http://{pair.strip()}")
        return host_port(host_of(address), address.port or PORT_OF["http"])
    except (httpx.InvalidURL, UnicodeError):
        return pair.strip().lower()  # matches nothing that could be asked
