"""What is not told yet to the accounts of a report, and the report's own row once it was printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.health.schedule import is_due, next_look
from claims.health.summary import Account, Counts, summary
from claims.health.tidings import Stand, tidings
from claims.model.citation import LinkState
from claims.model.health import CheckReport, check_report_id
from claims.model.record import plain
from claims.steps.check import cited_pages, page_due
from claims.steps.citation_standing import cited_doi, standing_of, told
from claims.steps.looks import as_told, link_of, page_address
from claims.steps.seal import add_sealed
from claims.steps.watched import watched
from db import health, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.health.notices import Told
    from claims.steps.check import Checked
    from claims.steps.citation_standing import CitationStanding
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Report:
    """What a check tells: as a mail, as rows, and what failed."""

    text: str
    rows: tuple[dict[str, Any], ...]
    failures: tuple[str, ...]
    told: int
    ends_with_part: bool


def report(edges: Edges, checked: Checked) -> Report:
    """What is to be told after a check, of this one and of any that was cut off before it could tell."""
    listed = accounts(edges, checked)
    told = [account for account, _ in listed]
    failures = tuple(f"{one.what}: {one.why}" for one in checked.failures)
    material = any(account.material for account in told)
    return Report(
        text=summary(edges.now(), counts(edges, checked, told), told, failures),
        rows=tuple(row for _, row in listed),
        failures=failures,
        told=sum(bool(account.tidings) for account in told),
        ends_with_part=material or bool(failures or checked.left_over),
    )


def accounts(edges: Edges, checked: Checked) -> list[tuple[Account, dict[str, Any]]]:
    """What is to be told of each citation that was looked at or has untold news, and the same as a row."""
    fresh = _fresh_notices(edges)
    current = {one["id"] for one in watched(edges.database)}
    looked = [key for key in health.citations_not_told(edges.database) if key in current]
    wanted = dict.fromkeys((*checked.citations, *looked, *fresh))
    listed = []
    for key in wanted:
        citation = rows.get(edges.database, "citations", key) or {}
        listed.append(_account(edges, citation, fresh.get(key, [])))
    return listed


def _account(
    edges: Edges, citation: dict[str, Any], fresh: Sequence[Told]
) -> tuple[Account, dict[str, Any]]:
    standing = standing_of(edges, citation)
    before = as_told(edges.database, citation)
    if before == Stand():
        fresh = standing.notices  # what was told of others that cite the work is new of this one
    found = tidings(citation["exact"], before, standing.stand, fresh)
    claim = rows.get(edges.database, "claims", citation["claim"]) or {}
    link = standing.stand.link
    account = Account(
        citation=citation["id"],
        claim=citation["claim"],
        claim_words=claim.get("claim_text") or claim.get("exact") or "",
        url=standing.url or citation["url"],
        link=link.words,
        passage=standing.stand.passage.state.value,
        tidings=found,
        archive_url=(standing.repair or {}).get("memento_url"),
        unknown_because=link.detail if link.state is LinkState.UNKNOWN else None,
    )
    return account, _row(citation, claim, standing, account)


def _row(
    citation: dict[str, Any],
    claim: dict[str, Any],
    standing: CitationStanding,
    account: Account,
) -> dict[str, Any]:
    names = ("id", "claim", "url", "role", "exact")
    return {
        **{name: citation[name] for name in names},
        "claim_text": claim.get("claim_text"),
        **standing.as_row(),
        "material": account.material,
        "tidings": [
            {
                "kind": tiding.kind.value,
                "material": tiding.material,
                "words": tiding.words,
                "old": tiding.old,
                "new": tiding.new,
                "diff": tiding.diff,
                "to_do": tiding.to_do,
            }
            for tiding in account.tidings
        ],
    }


def counts(edges: Edges, checked: Checked, listed: Iterable[Account]) -> Counts:
    """The numbers at the top of a report."""
    looked = set(checked.citations)
    seen = [one for one in listed if one.citation in looked]
    return Counts(
        citations=len(looked),
        pages=len(checked.pages),
        works=len(checked.works),
        links=Counter(one.link for one in seen),
        passages=Counter(one.passage for one in seen),
        left_over=len(checked.left_over),
        off_the_web=checked.off_the_web,
        next_due=next_due(edges),
    )


def mark_told(edges: Edges, checked: Checked, given: Report) -> None:
    """Note that a report was printed; call it after the last line is out."""
    at = edges.now()
    last_check = health.newest(edges.database, "citation_checks")
    last_notice = health.newest(edges.database, "notices")
    printed = CheckReport(
        id=check_report_id(at=at, last_check=last_check, last_notice=last_notice),
        looked=len(checked.citations),
        told=given.told,
        left_over=len(checked.left_over),
        last_check=last_check,
        last_notice=last_notice,
        at=at,
        run=edges.run("check"),
    )
    with transaction(edges.database):
        add_sealed(edges.database, "check_reports", plain(printed))


def watch(edges: Edges) -> dict[str, Any]:
    """For `doctor`: how many citations are watched and due, and when pages were last looked at."""
    every = watched(edges.database)
    on_pages = [one for one in every if page_address(one["url"])]
    due = [page for page in cited_pages(edges, on_pages) if page_due(edges, page)]
    last = health.last_report(edges.database)
    return {
        "watched": len(on_pages),
        "on no web page": len(every) - len(on_pages),
        "due": sum(len(page.citations) for page in due),
        "last look": health.last_look_at(edges.database),
        "last check": last["at"] if last else None,
        "next due": next_due(edges),
    }


def next_due(edges: Edges) -> str | None:
    """When the next look at a cited page falls due; null when nothing is watched, now when something is."""
    found = []
    for citation in watched(edges.database):
        url = page_address(citation["url"])
        if url:
            standing, now = link_of(health.looks_at(edges.database, url)), edges.now()
            at = None if is_due(standing, url, now=now) else next_look(standing, url)
            found.append(at or now)
    return min(found, default=None)


def _fresh_notices(edges: Edges) -> dict[str, list[Told]]:
    """Notices that no report has told of, by the citations of their works."""
    fresh: dict[str, list[Told]] = {}
    for row in health.notices_not_told(edges.database):
        fresh.setdefault(row["doi"], []).append(told(row))
    if not fresh:
        return {}
    found: dict[str, list[Told]] = {}
    for citation in watched(edges.database):
        snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
        doi = cited_doi(citation, snapshot)
        if doi in fresh:
            found[citation["id"]] = fresh[doi]
    return found
