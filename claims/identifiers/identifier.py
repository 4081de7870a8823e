"""What somebody gave to name a source, to its kind and its one form. The table of all kinds stands here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from claims.identifiers import arxiv, doi, isbn, pubmed, web_address
from claims.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable


class Scheme(Enum):
    """The kinds of identifier."""

    DOI = "doi"
    ARXIV = "arxiv"
    PMID = "pmid"
    PMCID = "pmcid"
    ISBN = "isbn"
    URL = "url"


class Handler(NamedTuple):
    """What a kind does: say what is wrong, bring to one form, name the page."""

    inspect: Callable[[str], str | None]
    standard: Callable[[str], str | None]
    address: Callable[[str], str | None]


HANDLERS: dict[Scheme, Handler] = {
    Scheme.DOI: Handler(doi.inspect, doi.standard, doi.address),
    Scheme.ARXIV: Handler(arxiv.inspect, arxiv.standard, arxiv.address),
    Scheme.PMID: Handler(pubmed.inspect_pmid, pubmed.pmid, pubmed.pmid_address),
    Scheme.PMCID: Handler(pubmed.inspect_pmcid, pubmed.pmcid, pubmed.pmcid_address),
    Scheme.ISBN: Handler(isbn.inspect, isbn.standard, isbn.address),
    Scheme.URL: Handler(web_address.inspect, web_address.standard, web_address.address),
}


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier in its one form."""

    scheme: Scheme
    value: str

    @property
    def name(self) -> str:
        """Kind and value, as it is stored: `doi:10.1000/182`; of an address the address alone."""
        return self.value if self.scheme is Scheme.URL else f"{self.scheme.value}:{self.value}"

    @property
    def address(self) -> str | None:
        """The page that it leads to; None for a book."""
        return HANDLERS[self.scheme].address(self.value)

    @property
    def doi(self) -> str | None:
        """The DOI under which registries know it, if one follows from it."""
        known = {Scheme.DOI: self.value}
        if self.scheme is Scheme.ARXIV:
            return arxiv.doi_of(self.value)
        return known.get(self.scheme)


def identifier(scheme: Scheme, written: str) -> Identifier:
    """What was written as an identifier of this kind. Raises BadInput that says what is wrong.

    >>> identifier(Scheme.DOI, "https://dx.doi.org/10.1000/182").name
    'doi:10.1000/182'
    """
    handler = HANDLERS[scheme]
    value = handler.standard(written)
    if value is None:
        raise BadInput(f"{written!r} {handler.inspect(written)}")
    return Identifier(scheme, value)
