"""DataCite's record of one DOI to CSL-JSON (https://api.datacite.org/dois/DOI, JSON:API)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.candidate import SearchOutcome
from claims.sources.reading import objects, within, words
from claims.sources.work_record import (
    WorkReply,
    date,
    made,
    object_of,
    pages,
    people,
    record_request,
    refusal,
    short,
    written_parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.sources.provider import Answer, Request
    from claims.sources.reading import Json

NAME = "datacite"
BASE = "https://api.datacite.org/dois/"
TYPES = {
    "audiovisual": "motion_picture",
    "book": "book",
    "bookchapter": "chapter",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference",
    "conferenceproceeding": "book",
    "datapaper": "article-journal",
    "dataset": "dataset",
    "dissertation": "thesis",
    "image": "graphic",
    "journalarticle": "article-journal",
    "peerreview": "review",
    "preprint": "article",
    "report": "report",
    "software": "software",
    "sound": "song",
    "standard": "standard",
    "text": "document",
}
DATES = ("Issued", "Available", "Created", "Submitted")


def request(doi: str) -> Request:
    """The request for the record of a DOI.

    >>> request("10.5281/zenodo.1").url
    'https://api.datacite.org/dois/10.5281%2Fzenodo.1'
    """
    return record_request(BASE, doi)


def read(answer: Answer) -> WorkReply:
    """The record in an answer.

    >>> from claims.sources.provider import Answer
    >>> read(Answer(200, b'{"data": {"attributes": {"titles": [{"title": "On X"}]}}}')).item
    {'type': 'document', 'title': 'On X'}
    """
    refused = refusal(answer)
    if refused:
        return refused
    work = object_of(answer, "data", "attributes")
    if work is None:
        return WorkReply(SearchOutcome.FAILED, "the reply is no record of DataCite")
    kind = _kind(work)
    return made(
        {
            "type": kind,
            "author": _people(objects(work, "creators")),
            "editor": _people(
                c for c in objects(work, "contributors") if c.get("contributorType") == "Editor"
            ),
            "title": _title(work),
            "container-title": words(within(work, "container", "title")),
            "issued": date(_issued(work)),
            "volume": short(within(work, "container", "volume")),
            "issue": short(within(work, "container", "issue")),
            "page": _pages(work),
            "publisher": words(work.get("publisher")) or words(within(work, "publisher", "name")),
            "version": short(work.get("version")),
            "DOI": short(work.get("doi")),
            "language": short(work.get("language")),
            "genre": "Preprint" if kind == "article" else None,
        }
    )


def _kind(work: dict[str, Json]) -> str:
    general = str(within(work, "types", "resourceTypeGeneral") or "").lower()
    if str(work.get("doi") or "").lower().startswith("10.48550/arxiv."):
        return "article"
    return TYPES.get(general, "document")


def _title(work: dict[str, Json]) -> str | None:
    """The main title: others of the list say that they are subtitles, translations or alternatives."""
    plain = [one for one in objects(work, "titles") if not one.get("titleType")]
    return next((title for one in plain if (title := words(one.get("title")))), None)


def _people(listed: Iterable[dict[str, Json]]) -> list[dict[str, str]]:
    """CSL names; what calls itself an organisation is one, and `Family, Given` is split at its comma."""
    shaped: list[dict[str, Any]] = []
    for one in listed:
        name = short(one.get("name")) or ""
        if one.get("nameType") == "Organizational" or (
            not one.get("familyName") and "," not in name
        ):
            shaped.append({"name": name})
        elif one.get("familyName"):
            shaped.append(one)
        else:
            family, _, given = name.partition(",")
            shaped.append({"familyName": family.strip(), "givenName": given.strip()})
    return people(shaped, given="givenName", family="familyName")


def _issued(work: dict[str, Json]) -> list[int]:
    """The day of issue where one is given, else the year of publication."""
    by_kind = {str(one.get("dateType")): one.get("date") for one in objects(work, "dates")}
    year = written_parts(work.get("publicationYear"))
    for kind in DATES:
        found = written_parts(by_kind.get(kind))
        if found and (not year or found[:1] == year):
            return found
    return year


def _pages(work: dict[str, Json]) -> str | None:
    first = short(within(work, "container", "firstPage"))
    last = short(within(work, "container", "lastPage"))
    return pages(f"{first}-{last}" if first and last else first)
