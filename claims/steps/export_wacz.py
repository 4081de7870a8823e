"""The archived pages that claims rest on, or all of them, as one WACZ file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.archive.extent import Extent
from claims.archive.wacz_file import Label, PageIn, write_wacz
from claims.export.wacz import ListedPage
from claims.model.errors import NotFound
from claims.steps.report import Failure
from db import rows, snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claims.steps.edges import Edges

ANSWERED_WELL = range(200, 300)


def export_wacz(
    edges: Edges, path: Path, claims: Sequence[dict[str, Any]], *, failures: list[Failure]
) -> dict[str, Any]:
    """Write the file and say what is in it; without claims it holds every page of the archive.

    Raises NotFound when nothing is archived for them. What is damaged goes to `failures`.
    """
    chosen = _chosen(edges, claims)
    captures = [c for key in chosen for c in snapshots.captures_of(edges.database, key)]
    if not captures:
        raise NotFound("no page is archived for this; run: citetrail find")
    extents = sorted({_extent(c) for c in captures})
    label = Label(
        title=_title(claims),
        created=max(c["warc_date"] for c in captures),
        software=f"citetrail/{__version__}",
    )
    shown = {key: _first(edges, key) for key in chosen}
    listed = [key for key, extent in shown.items() if extent]
    written = write_wacz(path, edges.archive, extents, _pages(edges, shown), label)
    failures += [Failure(e.warc_file, f"at byte {e.offset}: {why}") for e, why in written.lost]
    lost = {extent for extent, _ in written.lost}
    return {
        "path": str(path),
        "format": "wacz",
        "pages": sum(shown[key] not in lost for key in listed),
        "records": written.records,
        "bytes": path.stat().st_size,
        "digest": _digest_of(path),
    }


def _chosen(edges: Edges, claims: Sequence[dict[str, Any]]) -> list[str]:
    if not claims:
        return snapshots.captured(edges.database)
    return sorted({key for c in claims for key in snapshots.tied_to(edges.database, c["id"])})


def _title(claims: Sequence[dict[str, Any]]) -> str:
    if not claims:
        return "Pages archived by Citetrail"
    return f"Pages that bear on: {'; '.join(c['claim_text'] or c['exact'] for c in claims)}"[:300]


def _first(edges: Edges, snapshot: str) -> Extent | None:
    """The records of the capture that a snapshot was made of, when it shows a page."""
    row = rows.get(edges.database, "snapshots", snapshot) or {}
    if row["warc_file"] is None or (row["http_status"] or 200) not in ANSWERED_WELL:
        return None
    place = (row["warc_file"], row["warc_offset"])
    held = snapshots.captures_of(edges.database, snapshot)
    found = (_extent(c) for c in held if (c["warc_file"], c["warc_offset"]) == place)
    return next(found, None)


def _pages(edges: Edges, shown: dict[str, Extent | None]) -> Iterator[PageIn]:
    for key, extent in shown.items():
        row = rows.get(edges.database, "snapshots", key) or {}
        if extent is not None:
            page = ListedPage(
                key, row["warc_target_uri"], row["warc_date"], row["title"], row["text"]
            )
            yield PageIn(extent, page)


def _extent(capture: dict[str, Any]) -> Extent:
    return Extent(capture["warc_file"], capture["exchange_offset"], capture["exchange_length"])


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
