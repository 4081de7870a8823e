"""Which columns a table on the terminal shows; JSON and CSV hold all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DOCUMENTS = ("id", "title", "publisher", "published", "published_from", "characters")
CLAIMS = ("id", "kind", "check_worthiness", "claimant", "exact")
SKIPPED = ("skip_reason", "skip_detail", "exact")
SNAPSHOTS = ("id", "outcome", "http_status", "title", "url")
REBUILT = ("snapshot", "state", "changed", "detail")
SEARCHES = ("claim", "provider", "side", "outcome", "found", "query", "detail")
PROVIDERS = ("name", "usable", "needs", "key", "asked_for", "good_for", "limit", "why_not")
EVIDENCE = ("claim", "rank", "numbers", "stance", "words")
CHANGES = ("claim", "field", "before", "after")
CITATIONS = ("id", "claim", "role", "url", "exact")
CHECKED = ("id", "claim", "link_words", "passage_state", "url")
REPAIRS = (
    "id",
    "citation",
    "passage_state",
    "memento_datetime",
    "service",
    "memento_url",
    "decision",
)
FACT_CHECKS = ("change", "publisher", "claim_reviewed", "rating", "verdict", "url")
MATCHES = ("claim", "relation", "match", "text", "verdict", "publisher", "why")
LINT = ("object", "rule", "severity", "pointer", "detail")
BEST = ("id", "kind", "claim", "numbers", "best_source")
SCORES = ("figure", "value")
RELIABILITY = ("lowest", "highest", "sentences", "mean_score", "positive_share")

SECTIONS = {
    "reasons": ("name", "value", "weight"),
    "quantities": ("comparator", "value", "unit", "exact"),
    "providers": ("provider", "outcome", "found", "reason", "detail", "retry_at"),
    "searches": ("provider", "side", "outcome", "found", "query", "detail"),
    "replies": ("ordinal", "http_status", "request_url", "reply_digest"),
    "candidates": ("provider", "rank", "title", "url", "notes"),
    "evidence": ("passage", "numbers", "stance", "words", "arithmetic"),
    "origins": (
        "origin",
        "origin_name",
        "source_type",
        "title",
        "because",
        "circular",
        "concealed",
    ),
    "citations": ("id", "role", "link_state", "passage_state", "url", "exact"),
    "taken_back": ("id", "role", "url", "exact"),
    "withdrawn_or_restored": ("at", "action", "reason", "actor"),
    "works": ("identifier", "service", "outcome", "detail"),
    "mementos": ("url", "outcome", "memento_datetime", "memento_url", "detail"),
    "save_requests": ("url", "state", "at", "memento_url", "detail"),
    "findings": ("kind", "concealed", "kept", "why", "words", "excerpt"),
    "events": ("at", "actor", "action", "status", "verdict", "summary", "reason"),
    "gates": ("gate", "name", "met", "looked_at", "mend", "override"),
    "provenance": ("field", "origin", "actor", "at", "event"),
    "claims": CLAIMS,
    "skipped": SKIPPED,
    "captures": ("warc_date", "warc_type", "http_status", "warc_file", "warc_offset"),
    "passages": ("id", "exact"),
    "looks": ("at", "finding", "http_status", "target_url", "detail"),
    "checks": ("at", "link_state", "passage_state", "changes", "found", "detail"),
    "notices": ("at", "kind", "said", "notice_doi", "source", "dated"),
    "repairs": REPAIRS,
    "decisions": ("at", "decision", "reason", "actor"),
    "reports": ("at", "looked", "told", "left_over"),
    "held_back": ("claim", "why"),
    "problems": ("rule", "pointer", "detail"),
}
"""Lists within a record that `show` prints as tables of their own, and the columns of each."""

NUMBERS = {"agrees": "agree", "clashes": "CLASH"}
STANCES = {"SUPPORTS": "supports", "REFUTES": "refutes"}


def _words(record: Mapping[str, Any]) -> str:
    title = record.get("title") or record.get("url")
    return ": ".join(str(part) for part in (title, record.get("exact")) if part)


SHORT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "numbers": lambda record: NUMBERS.get(str(record.get("agreement")), ""),
    "stance": lambda record: STANCES.get(str(record.get("label")), ""),
    "words": _words,
}
"""Columns of tables that several fields share, or one with fewer letters."""


def cell(record: Mapping[str, Any], name: str) -> Any:
    """What a table shows of a record under this column."""
    return SHORT[name](record) if name not in record and name in SHORT else record.get(name)
