"""arXiv: addresses, citations and bare numbers to `YYMM.NNNNN` or `archive/YYMMNNN`, with any version.

https://info.arxiv.org/help/arxiv_identifier.html: four digits until December 2014, five since; before April
2007 the archive's name and seven digits. A subject class (`math.GT`) is no part of the identifier.
"""

from __future__ import annotations

import re

from claims.identifiers.written import bare_end, decoded, plain, web_parts

NAMED = re.compile(r"^(?:info:|urn:)?arxiv(?:\s+preprint)?(?:\s+arxiv)?\s*[:/ ]\s*", re.IGNORECASE)
DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.", re.IGNORECASE)
NEW = re.compile(r"(\d\d)(\d\d)\.(\d{4,5})(v[1-9]\d{0,2})?", re.IGNORECASE)
OLD = re.compile(
    r"([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]{2,12})?/(\d\d)(\d\d)(\d{3})(v[1-9]\d{0,2})?", re.IGNORECASE
)
HOSTS = frozenset(
    {"arxiv.org", "export.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org", "browse.arxiv.org"}
)
VIEWS = re.compile(r"^/(?:abs|pdf|html|ps|e-print|format|src)/|^/", re.IGNORECASE)
ARCHIVES = frozenset(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs"
    " dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol"
    " physics plasm-ph q-alg q-bio quant-ph solv-int supr-con".split()
)
MONTHS = range(1, 13)
FIRST, LONGER = (7, 4), (15, 1)
"""Year and month from which numbers are of the new kind, and from which they have five digits."""


def standard(written: str) -> str | None:
    """The identifier in its one form; None when there is none.

    >>> standard("https://arxiv.org/pdf/2101.00001v2.pdf"), standard("arXiv:math.GT/0309136 [math]")
    ('2101.00001v2', 'math/0309136')
    >>> standard("2113.00001") is None  # no month 13
    True
    """
    text = _inner(written)
    new = NEW.fullmatch(text)
    if new:
        year, month, number, version = new.groups()
        when = (int(year), int(month))
        sound = when[1] in MONTHS and when >= FIRST and int(number) > 0
        digits = 5 if when >= LONGER else 4
        if not sound or len(number) != digits:
            return None
        return f"{year}{month}.{number}{(version or '').lower()}"
    old = OLD.fullmatch(text)
    if not old or old[1].lower() not in ARCHIVES or int(old[3]) not in MONTHS or not int(old[4]):
        return None
    if not ("9107" <= old[2] + old[3] <= "9912" or old[2] + old[3] <= "0703"):
        return None
    return f"{old[1].lower()}/{old[2]}{old[3]}{old[4]}{(old[5] or '').lower()}"


def inspect(written: str) -> str | None:
    """What keeps it from being an arXiv identifier; None when it is one.

    >>> inspect("2113.00001")
    'is no arXiv identifier; they look like 2101.00001, 0704.0001 or math/0309136'
    """
    if standard(written):
        return None
    return "is no arXiv identifier; they look like 2101.00001, 0704.0001 or math/0309136"


def address(arxiv: str) -> str:
    """The page of an identifier (in its one form).

    >>> address("math/0309136")
    'https://arxiv.org/abs/math/0309136'
    """
    return f"https://arxiv.org/abs/{arxiv}"


def doi_of(arxiv: str) -> str:
    """The DOI that arXiv registers with DataCite, which has no version.

    >>> doi_of("2101.00001v2")
    '10.48550/arxiv.2101.00001'
    """
    return "10.48550/arxiv." + re.sub(r"v\d+$", "", arxiv)


def _inner(written: str) -> str:
    text = DOI.sub("", plain(written))
    text = NAMED.sub("", text)
    page = web_parts(text)
    if page and page[0] in HOSTS:
        text = re.sub(
            r"\.(?:pdf|ps|ps\.gz)$", "", VIEWS.sub("", decoded(page[1])), flags=re.IGNORECASE
        )
    return bare_end(text.partition(" ")[0].rstrip("/"))
