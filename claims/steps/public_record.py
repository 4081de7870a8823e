"""What is decided about claims to the rows in which the public sees it: judgement, notices, overrides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.health.notices import gravest
from claims.model.review import Status
from claims.review.fields import JUDGEMENT, OVERRIDE, STATEMENTS, WORDS, machine_version
from claims.review.gates import GATES
from claims.review.notices import notices
from claims.review.ratings import shipped_ratings
from claims.steps.citation_standing import notices_about
from claims.steps.looks import present
from claims.steps.references import item_of
from db import citations, reviews, rows
from db.public_rows import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

    from claims.health.tidings import Stand
    from claims.review.ratings import Ratings
    from claims.review.standing import Standing

NOTHING = dict.fromkeys((*JUDGEMENT, *STATEMENTS))


def public_facts(
    found: Mapping[str, Standing], ratings: Ratings | None = None
) -> dict[str, dict[str, Any]]:
    """What the public file needs of the standing of each claim that may be seen."""
    scale = ratings or shipped_ratings()
    return {key: _facts(one, scale) for key, one in found.items() if one.public}


def _facts(standing: Standing, scale: Ratings) -> dict[str, Any]:
    withdrawn = standing.status is Status.WITHDRAWN
    rating = None if withdrawn else scale.get(standing.verdict)
    said = {name: standing.fields.get(name) for name in NOTHING}
    return {
        **(NOTHING if withdrawn else said),
        "status": standing.status.value,
        "rating_value": rating.number if rating else None,
        "rating_color": rating.color if rating else None,
        "put_right": None
        if withdrawn
        else ", ".join(name for name in WORDS if name in standing.fields) or None,
        "second_read": None if withdrawn else int(standing.second_reader is not None),
        "demonstration": int(standing.demonstration),
        "published_at": standing.published_at,
        "decided_at": standing.decided_at,
    }


def public_ratings(ratings: Ratings) -> list[dict[str, Any]]:
    """The scale of verdicts as readers see it, in its order."""
    return [
        {
            "label": one.label,
            "scale": one.scale,
            "on_axis": int(one.on_axis),
            "rating_value": one.number,
            "place": one.order,
            "color": one.color,
            "explanation": one.explanation,
        }
        for one in ratings.ratings
    ]


def public_items(database: Database, shown: Mapping[str, Standing]) -> list[dict[str, str]]:
    """Each citation of the claims that may be seen as CSL-JSON; none of a confidential source."""
    hidden = citations.concealed(database)
    return [
        {
            "citation": row["id"],
            "csl": json.dumps(
                _public_item(item_of(database, row["snapshot"], [row])), ensure_ascii=False
            ),
        }
        for key, standing in sorted(shown.items())
        if standing.status is not Status.WITHDRAWN
        for row in citations.standing(database, key)
        if not row["confidential"] and row["snapshot"] not in hidden
    ]


def public_states(database: Database, shown: Mapping[str, Standing]) -> dict[str, dict[str, Any]]:
    """How page, words and work of each citation of the claims that may be seen stand, by all looks."""
    return {
        row["id"]: {**_states(present(database, row)), **_work_notice(database, row)}
        for key, standing in shown.items()
        if standing.status is not Status.WITHDRAWN
        for row in citations.standing(database, key)
        if not row["confidential"]
    }


def _states(stand: Stand) -> dict[str, Any]:
    link, words = stand.link, stand.passage
    return {
        "link_state": link.state.value,
        "strikes": link.strikes,
        "passage_state": words.state.value,
        "checked_at": max(link.last_look or "", words.last_look or "") or None,
        "last_read_state": words.measured.value,
        "last_read_at": words.measured_at,
    }


def _work_notice(database: Database, citation: Mapping[str, Any]) -> dict[str, str | None]:
    """The gravest thing that is known of the cited work: that it was retracted, say, and when."""
    snapshot = rows.get(database, "snapshots", citation["snapshot"]) or {}
    found = gravest(notices_about(database, citation, snapshot))
    return {
        "work_notice": found.kind.value if found else None,
        "work_notice_dated": found.dated if found else None,
    }


def _public_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with addresses that the public can follow, without user name and password."""
    found: dict[str, Any] = dict(item)
    for name in ("URL", "archive"):
        address = found.get(name)
        if isinstance(address, str) and "://" in address:
            found[name] = web_address(address)
    return {name: value for name, value in found.items() if value is not None}


def public_notices(
    database: Database, shown: Mapping[str, Standing]
) -> dict[str, list[dict[str, Any]]]:
    """Corrections with what they changed, and gates that were passed by. Of what is withdrawn no text."""
    found: dict[str, list[dict[str, Any]]] = {
        "notices": [],
        "notice_changes": [],
        "overrides": [],
    }
    for key, standing in sorted(shown.items()):
        withdrawn = standing.status is Status.WITHDRAWN
        claim = rows.get(database, "claims", key) or {}
        machine = {**claim, **machine_version(claim)}
        for one in notices(machine, reviews.of_claim(database, key)):
            told = {"claim": key, "number": one.number}
            found["notices"].append(
                {
                    **told,
                    "at": one.at,
                    "status": one.status.value,
                    "what_was_wrong": one.what_was_wrong,
                    "verdict": None if withdrawn else one.verdict,
                    "summary": None if withdrawn else one.summary,
                }
            )
            if not withdrawn:
                found["notice_changes"] += [
                    {**told, "field": c.field, "before": c.before, "after": c.after}
                    for c in one.changes
                ]
        if not withdrawn:
            found["overrides"] += _overrides(key, standing)
    return found


def _overrides(key: str, standing: Standing) -> Iterator[dict[str, Any]]:
    for gate, reason in sorted(standing.overrides.items()):
        if gate not in GATES:
            continue
        known = GATES[gate][0]
        yield {
            "claim": key,
            "gate": gate,
            "name": known.name,
            "rule": known.rule,
            "reason": reason,
            "at": standing.now.sources[OVERRIDE + gate].at,
        }
