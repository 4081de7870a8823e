"""A citation to how it stands: link and words by all looks, notices, archive, accepted repair, next look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.health.fitness import Fitness, fitness
from claims.health.notices import Told, doi_of
from claims.health.schedule import next_look
from claims.model.citation import Held
from claims.model.health import NoticeKind
from claims.steps.archived_page import archived_exchange
from claims.steps.looks import page_address, present
from claims.steps.watched import is_watched
from db import health, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from claims.health.tidings import Stand
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class CitationStanding:
    """How a citation stands. `url` is its page, null for a text that is on no page.

    `next_look` is null as well where nobody looks any more, or ever did.
    """

    citation: str
    url: str | None
    stand: Stand
    notices: tuple[Told, ...]
    repair: dict[str, Any] | None
    next_look: str | None
    fitness: Fitness

    def as_row(self) -> dict[str, Any]:
        """The standing in one flat object, for `show` and `--json`."""
        link, words = self.stand.link, self.stand.passage
        return {
            "link_state": link.state.value,
            "link_words": link.words,
            "link_since": link.since,
            "strikes": link.strikes,
            "moved_to": link.moved_to,
            "link_detail": link.detail,
            "passage_state": words.state.value,
            "passage_since": words.since,
            "passage_last_read": words.measured.value,
            "passage_last_read_at": words.measured_at,
            "found": words.found,
            "changes": list(words.changes),
            "notices": [f"{one.kind.value}: {one.said}" for one in self.notices],
            "last_looked": link.last_look,
            "next_look": self.next_look,
            "archived": self.fitness.archived,
            "fit": self.fitness.fit,
            "against": list(self.fitness.against),
            "beware": list(self.fitness.beware),
            "archive_url": (self.repair or {}).get("memento_url"),
        }


def standing_of(edges: Edges, citation: dict[str, Any]) -> CitationStanding:
    """How the citation (a row) stands now."""
    url = page_address(citation["url"])
    stand = present(edges.database, citation)
    snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    notices = notices_about(edges.database, citation, snapshot)
    repair = health.accepted_repair(edges.database, citation["id"])
    taken_down = citation["held"] == Held.TRANSCRIPT.value
    archived = bool(snapshot) and archived_exchange(edges, snapshot) is not None
    return CitationStanding(
        citation=citation["id"],
        url=url,
        stand=stand,
        notices=notices,
        repair=repair,
        next_look=next_look(stand.link, url)
        if url and is_watched(edges.database, citation)
        else None,
        fitness=fitness(
            citation["exact"],
            stand,
            notices,
            archived=None if taken_down else archived,
            repaired=repair is not None,
        ),
    )


def cited_doi(citation: Mapping[str, Any], snapshot: Mapping[str, Any]) -> str | None:
    """The DOI of the cited work; null when neither page nor address name one."""
    return doi_of(page_address(citation["url"]) or "", snapshot.get("doi"))


def notices_about(
    database: Database, citation: Mapping[str, Any], snapshot: Mapping[str, Any]
) -> tuple[Told, ...]:
    """What is known of retractions and corrections of the cited work."""
    doi = cited_doi(citation, snapshot)
    return tuple(told(row) for row in health.notices_of(database, doi)) if doi else ()


def told(row: Mapping[str, Any]) -> Told:
    """A stored notice (a row) as the pure rooms have it."""
    names = ("said", "notice_doi", "source", "dated")
    return Told(NoticeKind(row["kind"]), *(row[name] for name in names))
