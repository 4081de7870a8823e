"""A piece to a row of the table of documents and its claims, as `add` and `extract` make them."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.bulk.tables import CLAIMS, DOCUMENTS, parquet
from claims.bulk.work import Hello, Kind, Made, Piece, Shard
from claims.extract.skipping.language import foreign_language
from claims.files.page_of import page_of
from claims.model.document import document_id
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.model.so_many import so_many
from claims.steps.extract_worker import Method, Task, answer
from claims.steps.page_record import Record, record_of
from claims.steps.weigh import worth_of
from claims.text.page import DESCRIBED
from claims.text.sound import sound
from claims.web.content_encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.engine import How
    from claims.text.page import Page

MOST_CHARACTERS = 1_000_000
"""Of a text: more is no article, and would hold up a whole shard."""

ENGLISH = "English"
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Found:
    """What a piece gave."""

    document: dict[str, Any]
    claims: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BulkWork:
    """By which method, and whether the texts are kept beside their claims."""

    method: Method
    keep_text: bool = False

    def begin(self) -> BulkDesk:
        """Load the engine. Raises ClaimsError when it cannot be."""
        return BulkDesk(self, self.method.how())


@dataclass(frozen=True, slots=True)
class BulkDesk:
    """A worker with its engine."""

    work: BulkWork
    how: How

    @property
    def hello(self) -> Hello:
        """By what it finds and weighs."""
        weighed = worth_of(self.work.method.worthiness).weights.name
        return Hello(__version__, self.how.finder.name, weighed)

    def read(self, piece: Piece, run: str) -> Found:
        """The document and the claims of a piece, or why there are none."""
        row = _blank(piece, run)
        try:
            record, page = _page_of(piece)
            _refuse_long(page.text)
        except (BadInput, RecursionError, MemoryError) as why:
            said = str(why) or f"is more than can be taken in ({type(why).__name__})"
            return Found({**row, "outcome": "unreadable", "why_nothing": _line(said)})
        except Exception as why:  # noqa: BLE001 - one document must not stop ten thousand
            said = f"cannot be read: {type(why).__name__}: {why}"
            return Found({**row, "outcome": "unreadable", "why_nothing": _line(said)})
        row |= _described(piece, record, page)
        return self._extracted(row, page)

    def lost(self, piece: Piece, run: str, why: str) -> Found:
        """The row of a piece that a process died of."""
        return Found({**_blank(piece, run), "outcome": "failed", "why_nothing": why})

    def made(self, shard: Shard, found: Sequence[Found]) -> Made:
        """The tables of a shard. A document that is in it twice keeps one set of claims."""
        seen: set[str] = set()
        claims: list[dict[str, Any]] = []
        for one in found:
            key = one.document["id"]
            if key in seen:
                one.document.update(outcome="repeated", claims=0)
            elif key is not None:
                seen.add(key)
                claims += one.claims
        rows = [one.document for one in found]
        outcomes = Counter(row["outcome"] for row in rows)
        bad = [
            (sound(piece.named), row["why_nothing"])
            for piece, row in zip(shard.pieces, rows, strict=True)
            if row["outcome"] in {"unreadable", "failed"}
        ]
        return Made(
            shard.id,
            tables={CLAIMS: parquet(CLAIMS, claims), DOCUMENTS: parquet(DOCUMENTS, rows)},
            counts={
                "documents": len(seen),
                "claims": len(claims),
                "words": sum(row["words"] or 0 for row in rows if row["outcome"] != "repeated"),
                "unreadable": outcomes["unreadable"],
                "failed": outcomes["failed"],
            },
            failures=tuple(bad),
        )

    def _extracted(self, row: dict[str, Any], page: Page) -> Found:
        task = Task(row["id"], page.text, row["published"], row["run"])
        found = answer(self.how, task)
        if found.problem is not None:
            return Found({**row, "outcome": "failed", "why_nothing": _line(found.problem)})
        reasons = Counter(s["skip_reason"] for s in found.sentences if s["skip_reason"])
        skipped = [{"reason": r, "sentences": n} for r, n in sorted(reasons.items())]
        row |= {
            "outcome": "claims" if found.claims else "no_claims",
            "why_nothing": None if found.claims else _nothing(found.sentences, reasons),
            "sentences": len(found.sentences),
            "claims": len(found.claims),
            "skipped": skipped,
            "text": page.text if self.work.keep_text else None,
        }
        return Found(row, found.claims)


def _nothing(sentences: Sequence[Any], reasons: Counter[str]) -> str:
    """Why a text gave no claim at all."""
    named = ", ".join(f"{n} {reason.replace('_', ' ')}" for reason, n in reasons.most_common())
    return f"no claim in {so_many(len(sentences), 'sentence')}: {named}"


def _blank(piece: Piece, run: str) -> dict[str, Any]:
    return {
        "id": None,
        "origin": sound(piece.origin),
        "place": piece.place,
        "url": None if piece.about.get("url") is None else sound(str(piece.about["url"])),
        "captured": sound(piece.about.get("captured") or "") or None,
        "raw_digest": digest(piece.raw) if piece.raw else None,
        "words": None,
        "skipped": [],
        "remarks": [],
        "run": run,
    }


def _page_of(piece: Piece) -> tuple[Record, Page]:
    """What is said of a piece from outside, and its page. Raises BadInput."""
    if piece.problem is not None:
        raise BadInput(piece.problem)
    if piece.kind is Kind.LINE:
        record = record_of(_object(piece.raw))
        # As a text file would be read, so that the same text is the same document
        return record, page_of(record.text.encode(), content_type="text/plain; charset=utf-8")
    if piece.kind is Kind.FILE:
        return Record(), page_of(piece.raw, name=piece.origin)
    url = piece.about["url"] or ""
    if not _ADDRESS.match(url):
        raise BadInput("the record names no web address")
    body = decoded(piece.raw, piece.about["content_encoding"])
    return Record(url=url), page_of(body, content_type=piece.about["content_type"], url=url)


def _refuse_long(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise BadInput(
            f"its text has {len(text):,} characters, more than {MOST_CHARACTERS:,}: add it by itself"
        )


def _object(raw: bytes) -> dict[str, Any]:
    try:
        read = json.loads(raw)
    except UnicodeDecodeError:
        raise BadInput("is not UTF-8") from None
    except ValueError as why:
        raise BadInput(f"is no JSON: {why}") from None
    except RecursionError:
        raise BadInput("is nested too deeply to be read") from None
    if not isinstance(read, dict):
        raise BadInput("is JSON, but no object with a text")
    return read


def _described(piece: Piece, record: Record, page: Page) -> dict[str, Any]:
    text_digest = digest(page.text)
    url = record.url or page.canonical_url
    said = {name: getattr(record, name, None) or getattr(page, name).value for name in DESCRIBED}
    return {
        **said,
        "id": document_id(text_digest=text_digest, url=url),
        "url": url if url is None else sound(url),
        "source_id": record.source_id,
        "media_type": page.media_type,
        "language": foreign_language(page.text) or ENGLISH,
        "characters": len(page.text),
        "words": len(page.text.split()),
        "text_digest": text_digest,
        "raw_digest": digest(piece.raw),
        "remarks": list(record.remarks),
    }


def _line(words: str) -> str:
    return " ".join(sound(words).split())[:500]
