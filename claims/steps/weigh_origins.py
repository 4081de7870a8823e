"""The pages that bear on a claim to how many origins they have, and what sort of source each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.so_many import so_many
from claims.origins.circular import circular
from claims.origins.grouping import origins
from claims.origins.page_facts import page_facts
from claims.steps.desk_rules import publishers_of, source_types_of
from db import rows, searches, snapshots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlite_utils import Database

    from claims.model.settings import Settings
    from claims.origins.page_facts import PageFacts


@dataclass(frozen=True, slots=True)
class Independence:
    """How independent the sources of a claim are. `pages` has one row for each of them, by origin."""

    page_count: int
    origin_count: int
    circular_count: int
    pages: tuple[dict[str, Any], ...]

    @property
    def words(self) -> str:
        """The counts as a person reads them: `6 pages, 2 origins, 1 circular`.

        A book or what a person took down is no page: where one is among them, they are sources.
        """
        noun = "page" if all(_on_the_web(one["url"]) for one in self.pages) else "source"
        counted = [(self.page_count, noun), (self.origin_count, "origin")]
        said = [so_many(number, noun) for number, noun in counted]
        if self.circular_count:
            said.append(f"{self.circular_count} circular")
        return ", ".join(said)


def independence(
    database: Database,
    settings: Settings,
    claim: Mapping[str, Any],
    *,
    found: bool = True,
    near: float = 0.0,
) -> Independence:
    """The origins of the pages that bear on a claim (a row): cited, or evidence that scores `near` or more.

    Where there are none, those that were found count, unless `found` is false.
    A page that rests on the checked article is circular: it counts as a page and makes no origin.
    """
    publishers = publishers_of(settings.publishers)
    checked = _checked(database, claim["document"])
    bearing = snapshots.bearing_on(database, claim["id"], found=found, near=near)
    held = {row["id"]: page_facts(row) for row in bearing}
    shown = {row["id"]: _of_page(row) for row in bearing}
    retracted = _retracted(database, claim["id"], held)
    sorts = source_types_of(settings.source_types)
    listed: list[dict[str, Any]] = []
    independent = 0
    for group in origins(held.values(), publishers):
        rests = {key: circular(held[key], checked, publishers) for key in group.pages}
        independent += (free := any(not reasons for reasons in rests.values()))
        for key, because in group.because:
            sort = sorts.sort(held[key], claimant=claim["claimant"], retracted=retracted.get(key))
            listed.append(
                {
                    "origin": independent if free else None,
                    "origin_name": group.name,
                    **shown[key],
                    "source_type": sort.type.value,
                    "source_type_because": sort.because,
                    "because": list(because),
                    "circular": list(rests[key]),
                }
            )
    around = sum(bool(one["circular"]) for one in listed)
    return Independence(len(listed), independent, around, tuple(listed))


def _checked(database: Database, document: str) -> PageFacts:
    """The article whose claim it is."""
    return page_facts(rows.get(database, "documents", document) or {"id": document})


def _of_page(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is shown of a page; `concealed` counts the ways in which it hides words from its readers."""
    return {
        "snapshot": row["id"],
        "title": row["title"],
        "url": row["warc_target_uri"],
        "concealed": sum(one["concealed"] for one in row["findings"]),
    }


def _on_the_web(url: str | None) -> bool:
    return (url or "").startswith(("https://", "http://"))


def sort_of(settings: Settings, row: Mapping[str, Any]) -> dict[str, str]:
    """What sort of source a document or snapshot (a row) is, and why."""
    sort = source_types_of(settings.source_types).sort(page_facts(row))
    return {"source_type": sort.type.value, "source_type_because": sort.because}


def _retracted(database: Database, claim: str, held: Mapping[str, PageFacts]) -> dict[str, str]:
    """Snapshot to the provider that says that the work in it is retracted, by tie or by DOI."""
    noted = [one for one in searches.candidates_of(database, claim) if _says_retracted(one)]
    by_page = {one["snapshot"]: one["provider"] for one in noted if one["snapshot"] in held}
    by_doi = {held[key].doi: who for key, who in by_page.items() if held[key].doi}
    for one in noted:
        doi = str(one["url"]).partition("doi.org/")[2].lower()
        if doi:
            by_doi[doi] = one["provider"]
    return by_page | {
        key: by_doi[page.doi] for key, page in held.items() if page.doi and page.doi in by_doi
    }


def _says_retracted(candidate: Mapping[str, Any]) -> bool:
    notes: Sequence[str] | str = candidate.get("notes") or ()
    return "retract" in str(notes).casefold()
