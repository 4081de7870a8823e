"""A citation to how it stands: link and words by all looks, notices, archive, accepted repair, next look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit

from claims.health import link_state, passage_history
from claims.health.fitness import Fitness, fitness
from claims.health.notices import Told, doi_of
from claims.health.schedule import next_look
from claims.health.tidings import Stand
from claims.model.citation import Held, PassageState
from claims.model.health import LinkFinding, NoticeKind
from claims.steps.archived_page import archived_exchange
from db import health, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from claims.steps.edges import Edges

AS_TOLD = "as-told-by-"
"""How the fragment begins in the address of what a provider told in words."""


@dataclass(frozen=True, slots=True)
class CitationStanding:
    """How a citation stands. `url` is the page that is looked at, null for a text that is on no page."""

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
        next_look=next_look(stand.link, url) if url else None,
        fitness=fitness(
            citation["exact"],
            stand,
            notices,
            archived=None if taken_down else archived,
            repaired=repair is not None,
        ),
    )


def present(database: Database, citation: Mapping[str, Any]) -> Stand:
    """Link and words of a citation by all looks."""
    url = page_address(citation["url"])
    looks = health.looks_at(database, url) if url else []
    return Stand(link_of(looks), words_of(health.checks_of(database, citation["id"])))


def as_told(database: Database, citation: Mapping[str, Any]) -> Stand:
    """Link and words of a citation as the last report told of them."""
    told = health.told_checks(database, citation["id"])
    checks = [one for one in health.checks_of(database, citation["id"]) if one["id"] in told]
    last = next((one["look"] for one in reversed(checks) if one["look"]), None)
    url = page_address(citation["url"])
    looks = health.looks_at(database, url, until=last) if url and last else []
    return Stand(link_of(looks), words_of(checks))


def link_of(looks: Iterable[Mapping[str, Any]]) -> link_state.LinkStanding:
    """The state of a link by its looks (rows, oldest first)."""
    return link_state.fold(
        link_state.Look(
            LinkFinding(row["finding"]),
            row["at"],
            target_url=row["target_url"],
            retry_at=row["retry_at"],
            detail=row["detail"],
        )
        for row in looks
    )


def words_of(checks: Iterable[Mapping[str, Any]]) -> passage_history.PassageStanding:
    """The state of cited words by the looks at them (rows, oldest first)."""
    return passage_history.fold(
        passage_history.PassageLook(
            PassageState(row["passage_state"]), row["at"], row["found"], tuple(row["changes"])
        )
        for row in checks
    )


def page_address(url: str) -> str | None:
    """The web page that a citation's address names; null when it names none.

    >>> page_address("https://a.example/gdp#as-told-by-worldbank"), page_address("/home/a.txt")
    ('https://a.example/gdp', None)
    >>> page_address("https://a.example:99999/"), page_address("https://[a")
    (None, None)
    """
    try:
        parts = urlsplit(url)
        web = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    if not web:
        return None
    return urldefrag(url).url if parts.fragment.startswith(AS_TOLD) else url


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
