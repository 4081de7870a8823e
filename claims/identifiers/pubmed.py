"""PubMed and PubMed Central: addresses and citations to a PMID's digits, or to `PMC` and digits."""

from __future__ import annotations

import re

from claims.identifiers.written import bare_end, plain, web_parts

PMID_NAMED = re.compile(r"^(?:info:|urn:)?(?:pmid|pubmed(?:\s+id)?|med)\s*[:/#]?\s*", re.IGNORECASE)
PMID_PATHS = {
    "pubmed.ncbi.nlm.nih.gov": re.compile(r"/(\d+)(?:/|$)"),
    "ncbi.nlm.nih.gov": re.compile(r"/(?:m/)?pubmed/(\d+)(?:/|$)"),
    "europepmc.org": re.compile(r"/(?:article|abstract)/med/(\d+)(?:/|$)", re.IGNORECASE),
}
PMCID_NAMED = re.compile(r"^(?:info:|urn:)?(?:pmcid|pmc\s*id)\s*[:/#]?\s*", re.IGNORECASE)
_ARTICLES = r"/(?:pmc/)?(?:articles?/)(?:pmc/)?pmc(\d+)(?:\.\d+)?(?:/|$)"
PMCID_PATHS = {
    "ncbi.nlm.nih.gov": re.compile(_ARTICLES, re.IGNORECASE),
    "pmc.ncbi.nlm.nih.gov": re.compile(_ARTICLES, re.IGNORECASE),
    "europepmc.org": re.compile(_ARTICLES, re.IGNORECASE),
}
LONGEST = 9
"""Digits; both registries had eight of them in 2026."""


def pmid(written: str) -> str | None:
    """The PMID in its one form; None when there is none.

    >>> pmid("PMID: 09500320."), pmid("https://pubmed.ncbi.nlm.nih.gov/9500320/"), pmid("PMC123")
    ('9500320', '9500320', None)
    """
    text = plain(written)
    return _number(_in_page(text, PMID_PATHS) or bare_end(PMID_NAMED.sub("", text)))


def pmcid(written: str) -> str | None:
    """The PMCID in its one form, without the version of the manuscript; None when there is none.

    >>> pmcid("PMCID: PMC0012345.2"), pmcid("12345")
    ('PMC12345', 'PMC12345')
    """
    text = plain(written)
    found = _in_page(text, PMCID_PATHS)
    if not found:
        bare = re.fullmatch(
            r"(?:pmc\s*)?(\d+)(?:\.\d{1,3})?", bare_end(PMCID_NAMED.sub("", text)), re.IGNORECASE
        )
        found = bare[1] if bare else ""
    number = _number(found)
    return f"PMC{number}" if number else None


def inspect_pmid(written: str) -> str | None:
    """What keeps it from being a PMID; None when it is one.

    >>> inspect_pmid("PMC123")
    'is no PMID but a PMCID'
    """
    if pmid(written):
        return None
    other = re.match(r"(?i)\s*pmc", written)
    return "is no PMID but a PMCID" if other else "is no PMID; they are numbers such as 9500320"


def inspect_pmcid(written: str) -> str | None:
    """What keeps it from being a PMCID; None when it is one.

    >>> inspect_pmcid("PMC0")
    'is no PMCID; they look like PMC2361395'
    """
    return None if pmcid(written) else "is no PMCID; they look like PMC2361395"


def pmid_address(value: str) -> str:
    """The page of a PMID.

    >>> pmid_address("9500320")
    'https://pubmed.ncbi.nlm.nih.gov/9500320/'
    """
    return f"https://pubmed.ncbi.nlm.nih.gov/{value}/"


def pmcid_address(value: str) -> str:
    """The page of a PMCID.

    >>> pmcid_address("PMC2361395")
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC2361395/'
    """
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{value}/"


def _in_page(text: str, paths: dict[str, re.Pattern[str]]) -> str:
    page = web_parts(text)
    found = paths[page[0]].match(page[1]) if page and page[0] in paths else None
    return found[1] if found else ""


def _number(digits: str) -> str | None:
    if not re.fullmatch(r"[0-9]+", digits):
        return None
    number = digits.lstrip("0")
    return number if 0 < len(number) <= LONGEST else None
