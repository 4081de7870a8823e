"""Broken citations to archived copies that hold their words: proposed by us, decided by people.

The citation itself is never changed: its live link stays first, and an accepted copy stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.anchor.nearness import Sought
from claims.anchor.passage_state import PassageLook, look
from claims.health.passage_history import tells
from claims.health.tidings import silent_too_long
from claims.model.candidate import SearchOutcome
from claims.model.citation import Held, LinkState, PassageState
from claims.model.errors import NotAllowed
from claims.model.health import (
    Repair,
    RepairAct,
    RepairDecision,
    repair_decision_id,
    repair_id,
)
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.sources.captures import as_received
from claims.steps.archived_page import archived_exchange
from claims.steps.look_at_page import place_of, unread
from claims.steps.looks import page_address, present
from claims.steps.nearest_memento import nearest_memento
from claims.steps.report import Failure, Tick
from claims.steps.seal import add_sealed
from claims.steps.take_snapshots import take
from claims.steps.watched import watched
from claims.steps.web_session import WebSession
from db import health, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claims.steps.edges import Edges

OWN = "own archive"
BROKEN = frozenset(
    {
        LinkState.DEAD,
        LinkState.DYING,
        LinkState.SOFT_404,
        LinkState.PARKED,
        LinkState.PAYWALLED,
    }
)
"""States of a link that an archived copy beside it mends."""

HOLDS = frozenset({PassageState.PRESENT.value, PassageState.MOVED.value})


def broken(edges: Edges) -> list[dict[str, Any]]:
    """The citations (rows) that need a repair and have none: dead or ailing link, altered or lost words."""
    return [one for one in watched(edges.database) if _needs(edges.database, one)]


def _needs(database: Database, citation: dict[str, Any]) -> bool:
    if page_address(citation["url"]) is None:
        return False
    stand = present(database, citation)
    words, state = stand.passage, stand.link.state
    altered = words.measured is PassageState.ALTERED and tells(
        citation["exact"], words.found, words.changes
    )
    ails = altered or words.measured is PassageState.GONE or state in BROKEN
    ails = ails or silent_too_long(stand.link)
    return ails and health.accepted_repair(database, citation["id"]) is None


def without_page(citations: Sequence[dict[str, Any]]) -> list[Failure]:
    """Citations (rows) that nothing can be proposed for: words that people took down, not a page."""
    return [
        Failure(one["id"], f"{one['id']} was taken down by hand: there is no page to repair")
        for one in citations
        if one["held"] == Held.TRANSCRIPT.value
    ]


def propose(
    edges: Edges,
    citations: Sequence[dict[str, Any]],
    *,
    proposed: list[dict[str, Any]],
    failures: list[Failure],
) -> Iterator[Tick]:
    """Find archived copies for the citations (rows); what is proposed goes to `proposed`, best first."""
    with WebSession(edges) as session:
        for done, citation in enumerate(citations, start=1):
            if citation["held"] != Held.TRANSCRIPT.value:
                _own(edges, citation)
            if not citation["confidential"]:  # an archive that is asked learns what the source is
                _elsewhere(edges, session, citation, failures)
            proposed += proposals(edges, citation)
            yield Tick("repair", done, len(citations))


def proposals(edges: Edges, citation: dict[str, Any]) -> list[dict[str, Any]]:
    """The repairs proposed for a citation: those that hold its words first, the nearest in time first."""
    cited = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    seen = str(cited.get("warc_date") or citation["at"])
    found = health.repairs_of(edges.database, citation["id"])
    named = {"claim": citation["claim"], "url": citation["url"], "exact": citation["exact"]}
    return sorted(
        ({**row, **named} for row in found),
        key=lambda row: (
            row["passage_state"] not in HOLDS,
            abs(_days(row["memento_datetime"] or seen) - _days(seen)),
            row["memento_url"] is not None,
        ),
    )


def _days(at: str) -> int:
    year, month, day = (int(part) for part in at[:10].split("-"))
    return year * 372 + month * 31 + day  # enough to rank by


@dataclass(frozen=True, slots=True)
class _Copy:
    """An archived copy: whose, its address and time there, and our snapshot (a row) of it."""

    service: str
    memento_url: str | None
    memento_datetime: str | None
    snapshot: dict[str, Any]


def _own(edges: Edges, citation: dict[str, Any]) -> None:
    """The very copy that was cited, if its bytes still lie sound in the desk's own archive."""
    snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    if not snapshot or archived_exchange(edges, snapshot) is None:
        return
    looked = look(_sought(citation), snapshot["text"], snapshot["text"])
    _store(edges, citation, _Copy(OWN, None, snapshot["warc_date"], snapshot), looked)


def _elsewhere(
    edges: Edges, session: WebSession, citation: dict[str, Any], failures: list[Failure]
) -> None:
    """The capture in another archive that is nearest to the day on which the words were seen."""
    url = page_address(citation["url"])
    if url is None:
        return
    cited = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    wanted = str(cited.get("warc_date") or citation["at"])[:10]
    found = nearest_memento(edges, session, url, wanted)
    if found["outcome"] == SearchOutcome.NOTHING_FOUND.value:
        return
    if found["outcome"] != SearchOutcome.FOUND.value:
        why = f"{found['outcome']}: {found['detail']}"
        failures.append(Failure(f"captures of {url}", why))
        return
    taken = session.run(take(edges, session, as_received(found["memento_url"])))
    row = taken.snapshot
    if row["outcome"] == FetchOutcome.STORED.value:
        looked = look(_sought(citation), row["text"], cited.get("text"))
    else:
        looked = unread(f"the capture could not be read: {row['reason'] or taken.exchange.reason}")
    place = (found["service"], found["memento_url"], found["memento_datetime"])
    _store(edges, citation, _Copy(*place, row), looked)


def _sought(citation: dict[str, Any]) -> Sought:
    return Sought(citation["exact"], citation["prefix"], citation["suffix"], citation["start"])


def _store(edges: Edges, citation: dict[str, Any], copy: _Copy, looked: PassageLook) -> None:
    repair = Repair(
        id=repair_id(
            citation=citation["id"],
            service=copy.service,
            memento_url=copy.memento_url,
            snapshot=copy.snapshot["id"],
        ),
        citation=citation["id"],
        service=copy.service,
        memento_url=copy.memento_url,
        memento_datetime=copy.memento_datetime,
        snapshot=copy.snapshot["id"],
        passage_state=looked.state,
        **place_of(looked, copy.snapshot.get("text")),
        detail="; ".join(looked.reasons) or None,
        at=edges.now(),
        run=edges.run("repair"),
    )
    with transaction(edges.database):
        add_sealed(edges.database, "repairs", plain(repair))


def decide(
    edges: Edges, repair: dict[str, Any], *, act: RepairAct, actor: str, reason: str | None
) -> dict[str, Any]:
    """What a person decides on a proposed repair (a row). Raises NotAllowed for a copy without the words."""
    if act is RepairAct.ACCEPTED and repair["passage_state"] not in HOLDS:
        raise NotAllowed(
            f"the cited words do not stand in this copy ({repair['passage_state']});"
            f" see: citetrail show {repair['id']}"
        )
    at = edges.now()
    decision = RepairDecision(
        id=repair_decision_id(repair=repair["id"], decision=act, actor=actor, at=at),
        repair=repair["id"],
        decision=act,
        actor=actor,
        reason=reason,
        at=at,
    )
    with transaction(edges.database):
        last = health.repairs_of(edges.database, repair["citation"])
        known = next(one for one in last if one["id"] == repair["id"])
        if known["decision"] != act.value:
            add_sealed(edges.database, "repair_decisions", plain(decision))
    citation = rows.get(edges.database, "citations", repair["citation"]) or {}
    return next(one for one in proposals(edges, citation) if one["id"] == repair["id"])
