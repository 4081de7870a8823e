"""What was seen of the small desk's citations: looks, a notice, a report, a repair, one taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationAction, citation_check_id, citation_event_id
from claims.model.health import (
    NoticeKind,
    RepairAct,
    check_report_id,
    link_look_id,
    notice_id,
    notice_look_id,
    repair_decision_id,
    repair_id,
)
from claims.steps.seal import add_sealed
from db import rows

if TYPE_CHECKING:
    from claims.steps.edges import Edges

AT = "2026-12-0{}T09:00:00Z"
DOI = "10.1000/182"
WATCHED = (
    *("link_looks", "citation_checks", "notice_looks", "notices", "check_reports"),
    *("repairs", "repair_decisions", "citation_events"),
)
PLACE = dict.fromkeys(("start", "end", "found", "score", "detail"))
ALTERED = {
    "passage_state": "altered", "start": 41, "end": 72, "score": 0.93, "detail": "number",
    "found": "In 2024 it stood at 600 million", "changes": ["number", "name"],
}  # fmt: skip


def watch(edges: Edges, run: str) -> None:
    """Add rows of every kind to the desk, as `check`, `repair` and `uncite` write them."""
    cited = list(rows.select(edges.database, "citations", order_by="url, id"))
    checks = [check for day in (1, 4) for check in _look(edges, cited, AT.format(day), run)]
    notice = _notice(edges, run)
    last = {"last_check": checks[-1], "last_notice": notice, "at": AT.format(5)}
    _add(edges, "check_reports", id=check_report_id(**last), looked=4, told=4, left_over=0,
         run=run, **last)  # fmt: skip
    _repair(edges, cited[0], run)
    event = {"citation": cited[-1]["id"], "action": "withdrawn"}
    key = citation_event_id(citation=event["citation"], action=CitationAction.WITHDRAWN, ordinal=1)
    _add(edges, "citation_events", id=key, reason="Misread.", before=None, actor="ada",
         at=AT.format(7), **event)  # fmt: skip


def _add(edges: Edges, table: str, **row: Any) -> str:
    add_sealed(edges.database, table, row)
    return str(row["id"])


def _look(edges: Edges, cited: list[dict[str, Any]], at: str, run: str) -> list[str]:
    made = []
    for url in dict.fromkeys(one["url"] for one in cited):
        look = _add(edges, "link_looks", id=link_look_id(url=url, at=at), url=url, at=at, run=run,
                    finding="answered", http_status=200, target_url=url, snapshot=None,
                    retry_at=None, detail=None)  # fmt: skip
        made += [
            _add(edges, "citation_checks", id=citation_check_id(citation=one["id"], look=look),
                 citation=one["id"], look=look, snapshot=None, link_state="alive",
                 at=at, run=run, **ALTERED)
            for one in cited
            if one["url"] == url
        ]  # fmt: skip
    return made


def _notice(edges: Edges, run: str) -> str:
    at = AT.format(4)
    look = _add(edges, "notice_looks", id=notice_look_id(doi=DOI, at=at), doi=DOI, outcome="found",
                detail=None, capture=None, at=at, run=run)  # fmt: skip
    told = {"doi": DOI, "said": "correction", "notice_doi": "10.1000/183"}
    return _add(edges, "notices", id=notice_id(kind=NoticeKind.CORRECTION, **told), at=at, run=run,
                kind="correction", source="publisher", dated=None, look=look, **told)  # fmt: skip


def _repair(edges: Edges, citation: dict[str, Any], run: str) -> None:
    copy = {
        "citation": citation["id"],
        "service": "web.archive.org",
        "memento_url": "https://web.archive.org/web/2026/x",
        "snapshot": citation["snapshot"],
    }
    repair = _add(edges, "repairs", id=repair_id(**copy), memento_datetime=AT.format(1), changes=[],
                  passage_state="unmeasured", at=AT.format(5), run=run, **PLACE, **copy)  # fmt: skip
    said = {"repair": repair, "actor": "ada", "at": AT.format(6)}
    key = repair_decision_id(decision=RepairAct.DECLINED, **said)
    _add(edges, "repair_decisions", id=key, decision="declined", reason=None, **said)
