"""What is installed, what the settings say, what the database holds, what is wrong and how to mend it."""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.errors import ClaimsError
from claims.model.settings import SECRETS
from claims.model.so_many import so_many
from claims.steps.engine import engine
from claims.steps.provider_states import provider_states
from claims.steps.stance import reader_of
from claims.steps.tell_health import watch
from claims.steps.verify_archive import lost
from claims.web.user_agent import names_contact, user_agent
from db import rows
from db.connection import integrity_problems

if TYPE_CHECKING:
    from claims.model.settings import Settings
    from claims.steps.edges import Edges

LIBRARIES = (
    *("typer", "sqlite-utils", "datasette", "httpx", "trafilatura", "pypdf", "warcio"),
    *("numpy", "onnxruntime", "tokenizers", "rapidfuzz"),
)

OPTIONAL = ("pyarrow", "distributed")
"""What `bulk` needs, and `bulk --engine dask`."""


def diagnose(edges: Edges) -> dict[str, Any]:
    """The report as one object; `problems` is empty when nothing is broken."""
    problems, advice = [*integrity_problems(edges.database), *lost(edges)], []
    if not names_contact(user_agent(edges.settings.contact, version=__version__)):
        said = (
            "the contact set is neither address nor page"
            if edges.settings.contact
            else "no contact is set"
        )
        advice.append(
            f"{said}: sites cannot reach you and may refuse you, and some are asked less often;"
            " set CITETRAIL_CONTACT to a mail address or a page"
        )
    waiting = rows.count(
        edges.database,
        "documents",
        where="role = 'article' AND id NOT IN (SELECT document FROM sentences)",
    )
    if waiting:
        advice.append(f"{so_many(waiting, 'document')} to be read; run: citetrail extract")
    watched = watch(edges)
    if watched["due"]:
        advice.append(
            f"{so_many(watched['due'], 'citation')} due to be looked at; run: citetrail check"
        )
    return {
        "citetrail": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "engine": _engine(edges.settings, problems),
        "stance": _stance(edges.settings, advice=advice, problems=problems),
        "libraries": {name: version(name) for name in LIBRARIES} | _optional(),
        "database": str(edges.path),
        "settings": _shown(edges.settings),
        "providers": {s["name"]: s["why_not"] or "usable" for s in provider_states(edges)},
        "watching": watched,
        "rows": {table: rows.count(edges.database, table) for table in rows.TABLES},
        "advice": advice,
        "problems": problems,
    }


def _optional() -> dict[str, str]:
    """The versions of optional libraries, or how to get them."""
    found = {}
    for name in OPTIONAL:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed: pip install 'citetrail[bulk]'"
    return found


def _shown(settings: Settings) -> dict[str, str]:
    """The settings with the keys only named: a report is sent to others."""
    shown: dict[str, str] = asdict(settings)
    return shown | {name: "(set)" if shown[name] else "" for name in SECRETS}


def _engine(settings: Settings, problems: list[str]) -> str:
    """What finds claims, by name and digest; broken weights are a problem to be told."""
    try:
        return engine(settings).name
    except ClaimsError as why:
        problems.append(str(why))
        return settings.engine


def _stance(settings: Settings, *, advice: list[str], problems: list[str]) -> str:
    """Who suggests stances, by name and digest; numbers alone where no weights are installed."""
    try:
        reader = reader_of(settings.stance)
    except ClaimsError as why:
        problems.append(str(why))
        return settings.stance
    if reader is None and settings.stance != "rules":
        advice.append(
            "no stance weights are installed, so numbers alone suggest a stance; "
            "CITETRAIL_STANCE can name the folder of a network of your own"
        )
    return reader.name if reader else "rules"
