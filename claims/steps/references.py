"""What is cited for claims as CSL-JSON items, each source once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.export.reference import one_source, reference
from claims.health.notices import gravest
from claims.identifiers import arxiv, doi
from claims.model.citation import Held
from claims.model.health import NoticeKind
from db import citations, mementos, rows, snapshots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database


STATUS = {
    NoticeKind.RETRACTION: "retracted",
    NoticeKind.CONCERN: "expression of concern",
}
"""What others must know who cite a work."""


def doi_of(citation: Mapping[str, Any], snapshot: Mapping[str, Any]) -> str | None:
    """The DOI under which registries know what is cited: as the person named it, else as the page does."""
    scheme, _, value = str(citation["identifier"] or "").partition(":")
    if scheme == "doi":
        return value
    if scheme == "arxiv":
        return arxiv.doi_of(value)
    page = arxiv.standard(str(snapshot.get("url") or ""))
    return doi.standard(str(snapshot.get("doi") or "")) or (arxiv.doi_of(page) if page else None)


def works(
    database: Database, citation: Mapping[str, Any], snapshot: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """What registries say of what is cited."""
    named = doi_of(citation, snapshot)
    return citations.works_of(database, f"doi:{named}") if named else []


def references(database: Database, claims: Iterable[str]) -> tuple[list[dict[str, Any]], int]:
    """The items of what is cited for claims (ids), and how many confidential sources are not among them."""
    by_copy: dict[str, list[dict[str, Any]]] = {}
    concealed: set[str] = set()  # by page or by what is told of it: one may be cited many times
    hidden = citations.concealed(database)
    for claim in claims:
        for row in citations.standing(database, claim):
            if row["confidential"] or row["snapshot"] in hidden:
                concealed.add(row["url"] if row["held"] == Held.COPY.value else row["explanation"])
            else:
                by_copy.setdefault(row["snapshot"], []).append(row)
    by_source: dict[str, list[dict[str, Any]]] = {}
    for key, cited in by_copy.items():
        item = item_of(database, key, cited)
        by_source.setdefault(item["id"], []).append(item)
    return [one_source(items) for items in by_source.values()], len(concealed)


def item_of(database: Database, snapshot: str, cited: list[dict[str, Any]]) -> dict[str, Any]:
    """The item of one copy (an id) of which `cited` (rows) is cited.

    Its id is that of the first copy of the source, so that all copies are one source in every list.
    """
    page = rows.get(database, "snapshots", snapshot) or {}
    known = [work for row in cited for work in works(database, row, page)]
    item = reference(page, cited, known)
    item["id"] = snapshots.first_of_source(database, page) or item["id"]
    memento = mementos.nearest_to(database, page["url"], page["warc_date"])
    if memento and item["custom"]["archived"] is not None:
        item["custom"]["archived"]["memento_url"] = memento["memento_url"]
        item["custom"]["archived"]["memento_datetime"] = memento["memento_datetime"]
    item["custom"]["link_state"] = _link_state(database, cited)
    status = _status(database, cited, page)
    return {**item, "status": status} if status else item


def _status(
    database: Database, cited: Iterable[Mapping[str, Any]], snapshot: Mapping[str, Any]
) -> str | None:
    """That the work was retracted, say, as those learnt who watch it; the record may be older."""
    from claims.steps.citation_standing import notices_about  # noqa: PLC0415 - as below

    found = gravest(one for row in cited for one in notices_about(database, row, snapshot))
    return STATUS.get(found.kind) if found else None


def _link_state(database: Database, cited: Iterable[Mapping[str, Any]]) -> str | None:
    """How the link stands by all looks at it; null before the first one."""
    # What reads looks loads the comparison of words, which most listings do not need
    from claims.steps.looks import present  # noqa: PLC0415

    links = [present(database, row).link for row in cited]
    newest = max(links, key=lambda link: link.last_look or "", default=None)
    return newest.state.value if newest and newest.last_look else None
