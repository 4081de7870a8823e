"""Content-addressed ids: the same content has the same id on every machine and in every run.

An id is a letter for the kind of record, a hyphen and the first 16 hexadecimal digits (64 bits) of a
SHA-256 over the record's identifying fields as canonical JSON (sorted keys, no spaces, UTF-8).
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping

ID_DIGITS = 16

PREFIXES = {
    "runs": "r",
    "documents": "d",
    "sentences": "t",
    "claims": "c",
    "searches": "q",
    "replies": "a",
    "candidates": "f",
    "snapshots": "s",
    "captures": "w",
    "mementos": "m",
    "save_requests": "y",
    "passages": "p",
    "evidence": "v",
    "citations": "n",
    "citation_events": "h",
    "works": "b",
    "link_looks": "l",
    "citation_checks": "k",
    "notice_looks": "g",
    "notices": "o",
    "check_reports": "u",
    "repairs": "x",
    "repair_decisions": "i",
    "review_events": "e",
    "fact_checks": "j",
}
"""Table name to the letter its ids begin with."""


_canonical = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False
).encode  # made once: `json.dumps` makes one at each call


def canonical_json(value: Any) -> str:
    """`value` as JSON in the one form that is digested.

    >>> canonical_json({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return _canonical(value)


def digest(content: bytes | str) -> str:
    """`sha256:` and 64 hexadecimal digits over bytes, or over the UTF-8 form of a text.

    >>> digest("")[:17]
    'sha256:e3b0c44298'
    """
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def content_id(table: str, **identity: Any) -> str:
    """The id of a record of `table` whose identity is the given fields.

    >>> content_id("claims", document="d-1", start=0, end=4)
    'c-9dcb39f106010e41'
    """
    payload = canonical_json({"table": table, **identity})
    return f"{PREFIXES[table]}-{digest(payload).removeprefix('sha256:')[:ID_DIGITS]}"


def short_id(record_id: str) -> str:
    """The form shown to people: the letter and 8 digits; any unique prefix is accepted back.

    >>> short_id("c-9dcb39f106010e41")
    'c-9dcb39f1'
    """
    return record_id[:10]


def check_id(record: Mapping[str, Any], made: str) -> None:
    """Raises DamagedData when a record has another id than `made`, the one that is made of what it says.

    >>> check_id({"id": "c-1"}, "c-1")
    """
    if record["id"] != made:
        raise DamagedData(f"{record['id']} is not the id of what its row says ({made})")
