"""The schema as small numbered steps: applied once, in order, each in a transaction, never edited.

STRICT tables, NOT NULL by default, CHECK on closed lists, foreign keys. Columns ending in a list or
object hold JSON, see `db.rows.JSON_COLUMNS`. One file for what landed together; its name starts with the
number of its first step, and the files are read in that order.
"""

from __future__ import annotations

import importlib
import pkgutil

from db.migrations.registry import MIGRATIONS

__all__ = ["MIGRATIONS"]

for _module in sorted(one.name for one in pkgutil.iter_modules(__path__)):
    if _module.startswith("m0"):
        importlib.import_module(f"{__name__}.{_module}")
