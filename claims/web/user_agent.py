"""The name we go by: client, version, how to reach us, library (Wikimedia's User-Agent policy)."""

from __future__ import annotations

import re

from claims.web.http import httpx

CONTACT = re.compile(r"[^\s@()]+@[^\s@()]+\.[^\s@()]+|https?://[^\s()]+\.[^\s()]+", re.ASCII)
NONE = "no contact configured"


def user_agent(contact: str, *, version: str) -> str:
    """The User-Agent that names `contact`, an address of mail or of a page.

    >>> user_agent("desk@news.example", version="0.1.0").partition(" httpx/")[0]
    'citetrail/0.1.0 (mailto:desk@news.example)'
    """
    said = " ".join(contact.split()) or NONE
    if "@" in said and "://" not in said and not said.startswith("mailto:"):
        said = f"mailto:{said}"
    return sendable(f"citetrail/{version} ({said}) httpx/{httpx.__version__}")


def names_contact(agent: str) -> bool:
    """Whether a site that reads this User-Agent could reach somebody.

    >>> names_contact("citetrail/0.1 (mailto:desk@news.example) httpx"), names_contact("citetrail/0.1")
    (True, False)
    """
    return CONTACT.search(agent) is not None


def sendable(text: str) -> str:
    r"""One line of ASCII, as a header takes it.

    >>> sendable("a\r\nX-Evil: 1")
    'a X-Evil: 1'
    """
    printable = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split()).encode("ascii", "replace").decode("ascii")
