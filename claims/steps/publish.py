"""Decided claims through the gates to the public file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims import __version__
from claims.evidence.rank import NEAR_ENOUGH
from claims.model.errors import BadSetting, UserError
from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.review.standing import Standing, fold
from claims.steps.desk_rules import ratings_of
from claims.steps.gates import described, gate_findings
from claims.steps.public_record import (
    public_facts,
    public_items,
    public_notices,
    public_ratings,
    public_states,
)
from claims.steps.review import review
from claims.steps.weigh_origins import independence
from db import claims, documents, reviews, rows
from db.connection import transaction
from db.public import Edition, build_public, is_public
from db.public_rows import web_address

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlite_utils import Database

    from claims.model.settings import Settings
    from claims.steps.edges import Edges

PROGRAM = "citetrail"
"""The actor of what follows from decisions by itself."""


@dataclass(slots=True)
class Sorted:
    """Which claims go out, and why the others do not. `new` go out for the first time."""

    shown: dict[str, Standing] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)
    by_state: Counter[str] = field(default_factory=Counter)
    by_gate: Counter[str] = field(default_factory=Counter)
    at_gates: int = 0


def standings(database: Database) -> dict[str, Standing]:
    """Where every claim stands, by the log of events."""
    return {
        claim["id"]: fold(reviews.of_claim(database, claim["id"]))
        for claim in claims.listing(database, {})
    }


def public_origins(
    database: Database, settings: Settings, shown: Iterable[str]
) -> dict[str, list[dict[str, Any]]]:
    """The pages quoted for each claim that may be seen, by origin, with what sort of source they are."""
    found: dict[str, list[dict[str, Any]]] = {}
    for key in shown:
        claim = rows.get(database, "claims", key) or {}
        weighed = independence(database, settings, claim, found=False, near=NEAR_ENOUGH)
        found[key] = [
            {
                "source": page["snapshot"],
                "origin_number": page["origin"],
                "origin_name": page["origin_name"],
                "because": "; ".join(page["because"]) or None,
                "circular": "; ".join(page["circular"]) or None,
                "source_type": page["source_type"],
                "source_type_because": page["source_type_because"],
            }
            for page in weighed.pages
        ]
    return found


def site_facts(settings: Settings) -> dict[str, str]:
    """What the desk says of itself on the site; what is not set is left out.

    Raises BadSetting when the site's address is none.
    """
    if settings.site and web_address(settings.site) is None:
        raise BadSetting(
            f"the setting site is {settings.site!r}; it takes a whole address, as https://checks.example"
        )
    said = {
        "desk": settings.desk,
        "desk_url": settings.desk_url,
        "contact": settings.corrections,
        "address": settings.site.rstrip("/"),
    }
    return {name: value for name, value in said.items() if value}


def text_licences(database: Database, settings: Settings) -> dict[str, str]:
    """The documents whose text the setting lets be shown whole, and under which licence.

    Raises UserError when the setting cannot be understood.
    """
    found: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in settings.full_text.split(","))):
        where, equals, licence = (part.strip() for part in pair.partition("="))
        if not equals or not where or not licence:
            raise UserError(
                f"full_text: {pair!r} is not host=licence, as in news.example=CC BY 4.0"
            )
        for document in documents.addresses(database):
            if where == document["id"] or where == _host(document["url"]):
                found[document["id"]] = licence
    return found


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def publish(edges: Edges, path: Path, *, dry_run: bool = False) -> dict[str, Any]:
    """Build the public file at `path`; what went in, and what was held back by which gate or state.

    A dry run only says what would. Raises UserError when something else than a public database of ours
    stands at `path`, or a setting makes no sense; then nothing has gone out.
    """
    if path.exists() and not is_public(path):
        raise UserError(
            f"{path} is no public database of ours, so it is not replaced; move it away"
        )
    said = {"built_at": edges.now(), "version": __version__, **site_facts(edges.settings)}
    licences = text_licences(edges.database, edges.settings)
    found = sort_out(edges)
    counts = {"claims": len(found.shown)}
    if not dry_run:
        # Noted before it is out: a claim that went out unnoticed could still be changed in silence
        release(edges, found.new)
        counts = _build(edges, path, found, facts=said, licences=licences)
    return {
        "path": str(path),
        "published": counts,
        "new": found.new,
        "held_back": found.held,
        "held_back_by_state": dict(found.by_state),
        "held_back_by_gate": dict(found.by_gate),
        "held_at_gates": found.at_gates,
    }


def sort_out(edges: Edges) -> Sorted:
    """What of all claims goes out. What is out already stays, whatever the gates say now."""
    found = Sorted()
    for key, standing in standings(edges.database).items():
        if standing.public and (standing.passed_at or standing.demonstration):
            found.shown[key] = standing
            continue
        if standing.status is Status.WITHDRAWN and not standing.released_at:
            continue  # it never went out, so there is nothing to tell readers
        claim = rows.get(edges.database, "claims", key) or {}
        waiting = standing.public or standing.status is Status.READY
        holding = (
            [one for one in gate_findings(edges, claim, standing) if one.holds] if waiting else []
        )
        if standing.public and not holding:
            found.shown[key] = standing
            found.new.append(key)
            continue
        found.by_state[standing.status.value] += 1
        found.at_gates += standing.public
        found.by_gate.update(one.gate.id for one in holding)
        found.held.append(_held(key, standing, holding))
    return found


def _held(key: str, standing: Standing, holding: list[Any]) -> dict[str, Any]:
    said = "; ".join(f"{one.gate.id} {one.gate.name}: {one.looked_at}" for one in holding)
    if standing.public:
        return {"claim": key, "why": said, "gates": [described(one) for one in holding]}
    row: dict[str, Any] = {"claim": key, "why": f"its state is {standing.status.value}"}
    if said:
        row |= {"why": f"{row['why']}; {said}", "gates": [described(one) for one in holding]}
    return row


def release(edges: Edges, keys: Iterable[str]) -> None:
    """Note in the log that these claims go out now."""
    with transaction(edges.database):
        for key in keys:
            claim = rows.get(edges.database, "claims", key) or {}
            review(edges, claim, Deed(Action.RELEASE, PROGRAM))


def _build(
    edges: Edges, path: Path, found: Sorted, *, facts: dict[str, str], licences: dict[str, str]
) -> dict[str, int]:
    ratings = ratings_of(edges.settings.ratings)
    return build_public(
        edges.database,
        path,
        Edition(
            standings=public_facts(found.shown, ratings),
            facts=facts,
            origins=public_origins(edges.database, edges.settings, found.shown),
            licences=licences,
            states=public_states(edges.database, found.shown),
            near=NEAR_ENOUGH,
            more={
                "ratings": public_ratings(ratings),
                "csl_items": public_items(edges.database, found.shown),
                **public_notices(edges.database, found.shown),
            },
        ),
    )
