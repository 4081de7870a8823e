"""ClaimReview of others into the table of fact-checks: what is new, in whole batches, nothing dropped."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.claimreview.examine import Examined, examine, raw_digest, unreadable, why_malformed
from claims.claimreview.objects import Found
from claims.claimreview.stream import Broken
from claims.files.read import STDIN
from claims.files.text_chunks import NotTextError
from claims.model.errors import BadInput
from claims.model.fact_check import FactCheck, Soundness, fact_check_id
from claims.model.ids import short_id
from claims.model.record import plain
from claims.model.settings import SERVED
from claims.steps.report import Failure
from claims.steps.review_sources import JSON_ENDINGS, STANDARD_INPUT, review_sources
from claims.text.sound import sound
from db import fact_checks, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.steps.edges import Edges
    from claims.steps.review_sources import Source

BATCH = 500
"""Objects that are looked up and stored together."""

OWN = "our own"
"""What reviews are called that stand on pages of the desk itself."""

MOST_TOLD = 50
"""Malformed objects that are named one by one; the rest are counted."""


@dataclass(slots=True)
class Imported:
    """How many objects were new, changed, known, malformed and our own; what failed. `stored` is all."""

    counts: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    untold: int = 0

    @property
    def stored(self) -> int:
        """Objects that are in the table now, or are the desk's own."""
        return self.counts.total()

    def malformed(self, name: str, why: str) -> None:
        """Note an object of which nothing can be made."""
        if len(self.failures) < MOST_TOLD:
            self.failures.append(Failure(name, why))
        else:
            self.untold += 1


def import_reviews(
    edges: Edges, given: str, *, dry_run: bool, imported: Imported
) -> Iterator[dict[str, Any]]:
    """What comes in that was not known, as rows with a `change`: new, changed or malformed.

    With `dry_run` nothing is stored, not even the page of an address. What cannot be read goes to
    `imported.failures` and the rest goes on.
    """
    try:
        for source in review_sources(edges, given, keep=not dry_run):
            yield from _source(edges, source, dry_run=dry_run, imported=imported)
    except BadInput as why:
        imported.failures.append(Failure(given, str(why)))


def _source(
    edges: Edges, source: Source, *, dry_run: bool, imported: Imported
) -> Iterator[dict[str, Any]]:
    before = imported.stored
    try:
        while batch := list(islice(source.pieces, BATCH)):
            taker = _Taker(edges, source, dry_run, imported)
            yield from taker.take(batch)
    except BadInput as why:
        no_text = isinstance(why, NotTextError) and imported.stored == before
        hint = _article(source) if no_text else ""
        imported.failures.append(Failure(source.name, f"{why}{hint}"))
        return
    if imported.stored == before:
        imported.failures.append(Failure(source.name, f"holds no ClaimReview{_article(source)}"))


def _article(source: Source) -> str:
    """Where an article belongs, for what may be one."""
    if source.name.casefold().endswith(JSON_ENDINGS):
        return ""
    given = STDIN if source.name == STANDARD_INPUT else shlex.quote(source.name)
    return f"; to find the claims of an article: citetrail add {given}"


@dataclass(frozen=True, slots=True)
class _Taker:
    edges: Edges
    source: Source
    dry_run: bool
    imported: Imported

    def take(self, batch: list[Found | Broken]) -> list[dict[str, Any]]:
        """Store what is new of a batch, all or nothing; what it was."""
        foreign = [piece for piece in batch if not self._is_own(piece)]
        if len(foreign) < len(batch):
            self.imported.counts[OWN] += len(batch) - len(foreign)
        keyed = {self._key(piece): piece for piece in foreign}
        known = fact_checks.states(self.edges.database, list(keyed))
        fresh = [self._row(key, piece) for key, piece in keyed.items() if key not in known]
        for key, state in known.items():
            self.imported.counts["known"] += 1
            if state == Soundness.MALFORMED.value:
                self._tell(key, self._examined(keyed[key]))
        with transaction(self.edges.database):
            for row in fresh:
                row["change"] = self._store(row)
        self.imported.counts.update(row["change"] for row in fresh)
        return fresh

    def _is_own(self, piece: Found | Broken) -> bool:
        """Whether the object is of this desk, on the page of one of its claims: no fact-check of others.

        It is by the site it stands on, or by its author: an id alone may be another desk's as well.
        """
        value = piece.value if isinstance(piece, Found) else None
        said = value if isinstance(value, dict) else {}
        url, author = said.get("url"), said.get("author")
        site, _, claim = url.rpartition("/claim/") if isinstance(url, str) else ("", "", "")
        settings = self.edges.settings
        named = isinstance(author, dict) and settings.desk and author.get("name") == settings.desk
        ours = named or site == (settings.site or SERVED).rstrip("/")
        return ours and rows.get(self.edges.database, "claims", sound(claim)) is not None

    def _key(self, piece: Found | Broken) -> str:
        found = Found({"text": piece.text}) if isinstance(piece, Broken) else piece
        page = self.source.page_url if isinstance(piece, Broken) else piece.page_url
        return fact_check_id(raw_digest=raw_digest(found), page_url=page)

    def _examined(self, piece: Found | Broken) -> Examined:
        if isinstance(piece, Broken):
            return unreadable(piece, page_url=self.source.page_url)
        return examine(piece)

    def _row(self, key: str, piece: Found | Broken) -> dict[str, Any]:
        one = self._examined(piece)
        said = {f.name: getattr(one.said, f.name) for f in fields(one.said)}
        if one.state is Soundness.MALFORMED:
            self._tell(key, one)
        elif one.said.verdict is None:
            self.imported.unmapped[one.said.rating or ""] += 1
        checked = FactCheck(
            id=key,
            form=one.form,
            state=one.state,
            **said,
            problems=one.problems,
            raw=one.raw,
            raw_digest=one.raw_digest,
            page_url=one.page_url,
            source=self.source.name,
            snapshot=self.source.snapshot,
            superseded_by=None,
            run="" if self.dry_run else self.edges.run("import"),
            at=self.edges.now(),
        )
        return dict(plain(checked))

    def _tell(self, key: str, one: Examined) -> None:
        named = one.said.url or one.page_url or short_id(key)
        kept = "" if self.dry_run else f"; kept as {short_id(key)}"
        self.imported.malformed(
            f"{self.source.name}: {named}", f"malformed: {why_malformed(one.problems)}{kept}"
        )

    def _store(self, row: dict[str, Any]) -> str:
        database = self.edges.database
        earlier = bool(row["url"]) and fact_checks.versions(database, row) > 0
        if not self.dry_run:
            fact_checks.add(database, row)
        if row["state"] == Soundness.MALFORMED.value:
            return "malformed"
        return "changed" if earlier else "new"
