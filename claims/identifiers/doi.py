"""DOI: all the ways in which people paste one to `10.PREFIX/SUFFIX` in lower case (ISO 26324).

https://www.doi.org/doi-handbook/HTML/index.html: a DOI is compared without regard to case.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from claims.identifiers.written import bare_end, decoded, plain, web_parts

NAMED = re.compile(r"^(?:(?:info:|urn:)?doi(?:\s*:\s*|\s+|/)|hdl:|doi(?=10\.))+", re.IGNORECASE)
WHOLE = re.compile(r"(10\.\d{4,9}(?:\.\d{1,9})*/)\s?(\S+)")
SHORT = re.compile(r"10/[a-z0-9]{3,12}$", re.IGNORECASE)
RESOLVERS = frozenset({"doi.org", "dx.doi.org", "doi.pangaea.de", "hdl.handle.net", "oadoi.org"})
VIEWS = re.compile(
    r"(?:/(?:full(?:\.pdf|text)?|abstract|pdf|epdf|epub|html|pdfdirect|references|summary|meta|"
    r"figures|citedby|supplementary-material)|\.pdf|\.full(?:\.pdf)?|\.short|\.abstract|v\d+\.full(?:\.pdf)?)/?$"
)
"""What publishers write behind a DOI in the addresses of their own pages."""


def standard(written: str) -> str | None:
    """The DOI in its one form; None when there is none.

    >>> standard("https://doi.org/10.1016/S0140-6736(97)11096-0."), standard("DOI 10.1000%2FABC")
    ('10.1016/s0140-6736(97)11096-0', '10.1000/abc')
    >>> standard("10.5"), standard("11.1000/x")
    (None, None)
    """
    text = NAMED.sub("", plain(written))
    address = web_parts(text) if not text.startswith("10.") else None
    text = _in_address(*address) if address else NAMED.sub("", decoded(text))
    found = WHOLE.match(text)
    if not found:
        return None
    suffix = bare_end(found[2])
    return (found[1] + suffix).lower() if suffix else None


def inspect(written: str) -> str | None:
    """What keeps it from being a DOI; None when it is one.

    >>> inspect("10/abc1"), inspect("10.1000/182")
    ('is a short DOI: open it and give the whole one, 10.PREFIX/SUFFIX', None)
    """
    if standard(written):
        return None
    text = NAMED.sub("", plain(written))
    address = web_parts(text)
    bare = (address[1].lstrip("/") if address else text) or text
    resolver = bool(address and address[0] in RESOLVERS)
    if SHORT.match(bare) or (resolver and re.fullmatch(r"[a-z0-9]{3,12}", bare)):
        return "is a short DOI: open it and give the whole one, 10.PREFIX/SUFFIX"
    if re.match(r"10\.\d{4,9}/?$", bare):
        return "is the prefix of a DOI alone"
    return "is no DOI; they look like 10.1000/182"


def address(doi: str) -> str:
    """Where a DOI (in its one form) leads.

    >>> address("10.1002/(sici)1097<1::aid>3.0.co;2-2")
    'https://doi.org/10.1002/(sici)1097%3C1::aid%3E3.0.co;2-2'
    """
    return "https://doi.org/" + quote(doi, safe="/:;().-_")


def _in_address(host: str, path: str) -> str:
    text = decoded(path).lstrip("/")
    if host in RESOLVERS or host.startswith("doi."):
        return NAMED.sub("", text)
    inside = WHOLE.search(text)
    return VIEWS.sub("", inside[0]) if inside else ""
