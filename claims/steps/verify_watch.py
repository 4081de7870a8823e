"""Looks at cited pages, notices, reports and repairs against the ids and digests that they were given."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claims.model import health
from claims.model.citation import CitationAction, citation_check_id, citation_event_id
from claims.model.errors import DamagedData
from claims.model.ids import check_id
from claims.model.memento import SaveState, memento_id, save_request_id
from claims.model.work import work_id
from claims.steps.looks import page_address
from claims.steps.seal import SEALED, row_digest
from db import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.steps.edges import Edges

Row = dict[str, Any]


def _of(row: Row, *names: str) -> Row:
    return {name: row[name] for name in names}


IDS: Mapping[str, Callable[[Row], str]] = {
    "link_looks": lambda row: health.link_look_id(**_of(row, "url", "at")),
    "citation_checks": lambda row: citation_check_id(**_of(row, "citation", "look")),
    "notice_looks": lambda row: health.notice_look_id(**_of(row, "doi", "at")),
    "notices": lambda row: health.notice_id(
        kind=health.NoticeKind(row["kind"]), **_of(row, "doi", "said", "notice_doi")
    ),
    "check_reports": lambda row: health.check_report_id(
        **_of(row, "at", "last_check", "last_notice")
    ),
    "repairs": lambda row: health.repair_id(
        **_of(row, "citation", "service", "memento_url", "snapshot")
    ),
    "repair_decisions": lambda row: health.repair_decision_id(
        decision=health.RepairAct(row["decision"]), **_of(row, "repair", "actor", "at")
    ),
    "works": lambda row: work_id(**_of(row, "identifier", "service")),
    "mementos": lambda row: memento_id(**_of(row, "url", "wanted", "service")),
    "save_requests": lambda row: save_request_id(
        state=SaveState(row["state"]), **_of(row, "url", "service", "detail", "at")
    ),
}
"""How the id of each row is made of what it says."""


def identities(edges: Edges, counts: dict[str, int]) -> None:
    """The id of every row; of what was seen before looks had ids of their own, as far as it goes."""
    old = _before_looks(edges)
    for table, made in IDS.items():
        for row in rows.select(edges.database, table, order_by=f"{table}.rowid"):
            if row["id"] not in old:
                check_id(row, made(row))
            counts["looks and repairs"] = counts.get("looks and repairs", 0) + 1
    _events(edges, counts)


def together(edges: Edges, counts: dict[str, int]) -> None:
    """Every look at cited words is of the very page and time of the look at their page."""
    looks = {row["id"]: row for row in rows.select(edges.database, "link_looks")}
    urls = {row["id"]: row["url"] for row in rows.select(edges.database, "citations")}
    for row in rows.select(edges.database, "citation_checks", where="look IS NOT NULL"):
        look = looks.get(row["look"]) or {}
        if look.get("at") != row["at"] or look.get("url") != page_address(urls[row["citation"]]):
            raise DamagedData(f"{row['id']} is no part of the look {row['look']} at its page")
        counts["looks at words"] = counts.get("looks at words", 0) + 1


def digests(edges: Edges, counts: dict[str, int]) -> None:
    """All that each row says; of rows from before there were digests only their ids are held.

    Every row that came after the first one with a digest has one too: to take it out hides nothing.
    """
    for table in SEALED:
        sealed = False
        for row in rows.as_stored(edges.database, table):
            if row["digest"] is None and not sealed:
                _count(counts, "looks and repairs without digest")
                continue
            if row["digest"] is None:
                raise DamagedData(f"{row['id']} has no digest, and a row before it has one")
            if row["digest"] != row_digest(table, row):
                raise DamagedData(f"{row['id']} was changed: its digest does not match its content")
            sealed = True
            _count(counts, "looks and repairs by digest")


def _count(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1


def _events(edges: Edges, counts: dict[str, int]) -> None:
    """What became of citations, numbered for each of them from 1."""
    numbers: Counter[str] = Counter()
    for row in rows.select(edges.database, "citation_events", order_by="citation_events.rowid"):
        numbers[row["citation"]] += 1
        made = citation_event_id(
            citation=row["citation"],
            action=CitationAction(row["action"]),
            ordinal=numbers[row["citation"]],
        )
        check_id(row, made)
        counts["looks and repairs"] = counts.get("looks and repairs", 0) + 1


def _before_looks(edges: Edges) -> frozenset[str]:
    """Ids of the time when one row told of page and words: both halves of it have its digits.

    Of such a row without a look, or its copy for a merged claim, nothing more is known.
    """
    found = set()
    for row in rows.select(edges.database, "citation_checks"):
        if row["look"] is None:
            found.add(row["id"])
        elif row["look"][1:] == row["id"][1:]:
            found |= {row["id"], row["look"]}
    return frozenset(found)
