"""Rows to Parquet: which columns the two tables have, and their bytes. The same rows give the same bytes.

pyarrow is an optional part: it is imported here alone, and late.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from claims.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CLAIMS = "claims"
DOCUMENTS = "documents"

_TEXT, _WHOLE, _NUMBER = "string", "int64", "double"
_LIST = ("list", _TEXT)

COLUMNS: Mapping[str, Mapping[str, Any]] = {
    CLAIMS: {
        "id": _TEXT,
        "document": _TEXT,
        "start": _WHOLE,
        "end": _WHOLE,
        "exact": _TEXT,
        "prefix": _TEXT,
        "suffix": _TEXT,
        "sentence": _TEXT,
        "claim_text": _TEXT,
        "ambiguous": _TEXT,
        "kind": _TEXT,
        "claimant": _TEXT,
        "attribution": {
            "cue": _TEXT,
            "mode": _TEXT,
            "start": _WHOLE,
            "end": _WHOLE,
            "role": _TEXT,
        },
        "check_worthiness": _NUMBER,
        "reasons": ("list", {"name": _TEXT, "value": _NUMBER, "weight": _NUMBER}),
        "dates": _LIST,
        "quantities": (
            "list",
            {
                "value": _NUMBER,
                "unit": _TEXT,
                "comparator": _TEXT,
                "exact": _TEXT,
                "start": _WHOLE,
                "end": _WHOLE,
            },
        ),
        "status": _TEXT,
        "run": _TEXT,
    },
    DOCUMENTS: {
        "id": _TEXT,
        "outcome": _TEXT,
        "why_nothing": _TEXT,
        "origin": _TEXT,
        "place": _WHOLE,
        "source_id": _TEXT,
        "url": _TEXT,
        "captured": _TEXT,
        "title": _TEXT,
        "author": _TEXT,
        "publisher": _TEXT,
        "published": _TEXT,
        "modified": _TEXT,
        "media_type": _TEXT,
        "language": _TEXT,
        "characters": _WHOLE,
        "words": _WHOLE,
        "sentences": _WHOLE,
        "claims": _WHOLE,
        "skipped": ("list", {"reason": _TEXT, "sentences": _WHOLE}),
        "text_digest": _TEXT,
        "raw_digest": _TEXT,
        "remarks": _LIST,
        "text": _TEXT,
        "run": _TEXT,
    },
}
"""Table to its columns: a type, a list of one, or an object of several (see docs/bulk.md)."""

LEVEL = 3
"""Of zstd: what it is set to by itself, fixed so that no other version makes other bytes of it."""


def need_pyarrow() -> None:
    """Raise UserError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise UserError(
            "bulk writes Parquet by pyarrow, which is not installed; run: pip install"
            " 'citetrail[bulk]'"
        )


def parquet(table: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The bytes of a Parquet file with these rows of `table`; other keys of theirs are left out."""
    import pyarrow as pa  # noqa: PLC0415 - optional and heavy
    from pyarrow import parquet as pq  # noqa: PLC0415 - as above

    out = io.BytesIO()
    made = pa.Table.from_pylist(list(rows), schema=schema(table))
    pq.write_table(made, out, compression="zstd", compression_level=LEVEL)
    return out.getvalue()


@cache
def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    import pyarrow as pa  # noqa: PLC0415 - optional and heavy

    def of(kind: Any) -> Any:
        if isinstance(kind, str):
            return pa.type_for_alias(kind)
        if isinstance(kind, dict):
            return pa.struct([pa.field(name, of(one)) for name, one in kind.items()])
        return pa.list_(of(kind[1]))

    return pa.schema([pa.field(name, of(kind)) for name, kind in COLUMNS[table].items()])
