"""Records to plain mappings and back, so that `db/` and `--json` never see our classes."""

from __future__ import annotations

import dataclasses
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


_PLAIN = frozenset({str, int, float, bool, type(None)})
"""Most values by far, and nothing to be done with them."""


def plain(value: Any) -> Any:
    """Dataclasses to dicts, tuples to lists, enums to their values, at any depth."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if dataclasses.is_dataclass(kind):
        return {name: plain(getattr(value, name)) for name in field_names(kind)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


@cache
def field_names(record: type[DataclassInstance]) -> tuple[str, ...]:
    """The names of the record's fields, in order: the columns of its table."""
    return tuple(f.name for f in dataclasses.fields(record))
