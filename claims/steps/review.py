"""A deed on a claim, into the log: the one door through which claims are decided on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.review import Action
from claims.review.deeds import Stamp, act, adds_nothing, allowed, settled
from claims.review.events import chain
from claims.review.fields import WORDS, machine_version
from claims.review.gates import gate_named
from claims.review.standing import Standing, fold
from claims.steps.desk_rules import ratings_of
from db import reviews, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from claims.review.deeds import Deed
    from claims.steps.edges import Edges


def standing_of(database: Database, claim: str) -> Standing:
    """Where a claim (an id) stands, by the log."""
    return fold(reviews.of_claim(database, claim))


def review(edges: Edges, claim: Mapping[str, Any], deed: Deed) -> dict[str, Any]:
    """Add the deed to the log; the event's row. What stands already adds nothing.

    `claim` is a row. Raises NotAllowed when the deed may not be done now: by the state, for want of a
    reason, or because somebody else has acted since `deed.seen`. Then nothing is written.
    """
    with transaction(edges.database):
        past = reviews.of_claim(edges.database, claim["id"])
        standing = fold(past)
        sound = allowed(standing, settled(spelled(edges, deed), claim))
        if past and adds_nothing(standing, sound):
            return past[-1]
        stamp = Stamp(claim["id"], edges.now(), __version__)
        event = chain(act(standing, sound, stamp), last=reviews.last(edges.database))
        after = fold([event], start=standing)
        held = rows.get(edges.database, "claims", claim["id"]) or {}
        reviews.append(edges.database, event, view(held, after))
    return event


def view(claim: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    """The columns of a claim (its row) that show where it stands, and what people put right in it."""
    machine = machine_version(claim)
    edited = [name for name in WORDS if name in standing.fields]
    return {
        **machine,
        **{name: standing.fields[name] for name in edited},
        "machine": {name: machine[name] for name in edited},
        "status": standing.status.value,
        "verdict": standing.verdict,
        "assignee": standing.assignee,
        "flags": sorted(standing.flags),
        "last_seq": standing.seq,
    }


def spelled(edges: Edges, deed: Deed) -> Deed:
    """The deed with verdict and gate as the desk's lists spell them. Raises NotAllowed."""
    if deed.changes.get("verdict") is not None:
        rating = ratings_of(edges.settings.ratings).named(str(deed.changes["verdict"]))
        return replace(deed, changes={**deed.changes, "verdict": rating.label})
    if deed.action is Action.OVERRIDE:
        gate_named(deed.about or "")
    return deed


def last_act(edges: Edges, claim: Mapping[str, Any]) -> str | None:
    """The id of the event that undo would take back, of a claim given as a row; null: none."""
    last = standing_of(edges.database, claim["id"]).undoable
    return last.event if last else None
