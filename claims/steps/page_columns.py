"""A page to the columns that hold what it says of its origin and sort, of a document or a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.record import plain

if TYPE_CHECKING:
    from claims.text.page import Page

OF_DOCUMENTS = ("agency", "agency_from", "doi", "kinds", "labels", "findings")
OF_SNAPSHOTS = ("canonical_url", *OF_DOCUMENTS[:-1], "links", "findings")


def page_columns(page: Page | None, names: tuple[str, ...]) -> dict[str, Any]:
    """The columns `names` (`OF_DOCUMENTS` or `OF_SNAPSHOTS`); empty lists where there is no page."""
    if page is None:
        lists = {"kinds", "labels", "links", "findings"}
        return {name: [] if name in lists else None for name in names}
    values = {
        "canonical_url": page.canonical_url,
        "agency": page.agency.value,
        "agency_from": page.agency.where,
        "doi": page.doi,
        "kinds": page.kinds,
        "labels": page.labels,
        "links": page.links,
        "findings": page.findings,
    }
    return {name: plain(values[name]) for name in names}
