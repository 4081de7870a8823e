"""A text taken in, and the sentences that tile it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.finding import Finding
from claims.model.ids import content_id


class Role(Enum):
    """What a document is for: an article gives claims, a library document only answers searches."""

    ARTICLE = "article"
    LIBRARY = "library"


class SkipReason(Enum):
    """Why a sentence made no claim, in a fact-checking desk's words."""

    OPINION = "opinion"
    FORECAST = "forecast"
    QUESTION = "question"
    WISH = "wish"
    BOILERPLATE = "boilerplate"
    DATELINE = "dateline"
    HEADING = "heading"
    FRAGMENT = "fragment"
    VAGUE = "vague"
    OTHER_LANGUAGE = "other_language"
    LOW_WORTH = "low_worth"


@dataclass(frozen=True, slots=True)
class Document:
    """An article or library text as stored. Each `*_from` says where the value before it was found.

    Dates are EDTF (usually `YYYY-MM-DD`); times are UTC, ISO 8601 with `Z`; digests are `sha256:…`.
    `origin` is the path, URL or `-` the user gave.
    """

    id: str
    text: str
    text_digest: str
    media_type: str
    charset: str
    charset_from: str
    origin: str
    url: str | None
    role: Role
    title: str | None
    title_from: str | None
    author: str | None
    author_from: str | None
    publisher: str | None
    publisher_from: str | None
    published: str | None
    published_from: str | None
    modified: str | None
    modified_from: str | None
    raw_digest: str
    snapshot: str | None
    run: str
    added_at: str
    agency: str | None
    agency_from: str | None
    doi: str | None
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, `text[start:end]`; `skip_reason` is null when it gave claims."""

    id: str
    document: str
    ordinal: int
    start: int
    end: int
    skip_reason: SkipReason | None
    skip_detail: str | None
    run: str


def document_id(*, text_digest: str, url: str | None) -> str:
    """The id of a document: its text and, when it came from the web, its address."""
    return content_id("documents", text_digest=text_digest, url=url)


def sentence_id(*, document: str, start: int, end: int) -> str:
    """The id of a sentence: its place in its document."""
    return content_id("sentences", document=document, start=start, end=end)
