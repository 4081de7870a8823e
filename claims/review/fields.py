"""The fields that an act can set, in four closed lists, and what each of them takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.model.claim import ClaimKind
from claims.model.errors import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Mapping

JUDGEMENT = (
    "verdict",
    "summary",
    "explanation",
    "what_is_true",
    "what_is_false",
    "what_is_unknown",
    "limits",
)
"""What the desk found, as readers see it."""

WORDS = ("claim_text", "ambiguous", "kind", "claimant", "dates")
"""What the machine found and people may put right; the machine's own version is kept."""

STATEMENTS = (
    "selection_reason",
    "no_claimant_reason",
    "few_origins_reason",
    "other_side",
    "no_primary_reason",
)
"""Reasons that the desk gives in public, and that gates ask for."""

DESK = ("assignee", "merged_into", "merged", "split_into", "split_from")
"""What concerns the desk alone, and what became of the claim."""

UNSET = "unset"
"""The key of `changes` that lists the fields whose value is taken back to what stood before any act."""

FLAG = "flag:"
OVERRIDE = "override:"
LONGEST = 20_000
FLAG_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
EDTF = re.compile(r"[0-9XYZTES.,/~?%:+\-{}\[\]]{1,60}")
MAY_BE_EMPTY = frozenset({"claim_text", "ambiguous", "claimant", "assignee"})
"""Fields that may say that there is none; the others always say something, or nobody spoke of them."""
_PLAIN = frozenset({*JUDGEMENT, *STATEMENTS, *MAY_BE_EMPTY})
_ONE_LINE = frozenset({"verdict", "claim_text", "claimant", "assignee"})


def check_value(name: str, value: Any) -> None:
    """Raises NotAllowed when `name` is no field, or does not take `value`.

    >>> check_value("kind", "quantity")
    """
    if name.startswith((FLAG, OVERRIDE)):
        _check_text(name.partition(":")[0], value)
    elif name == "kind":
        _check_kind(value)
    elif name == "dates":
        _check_dates(value)
    elif name in _PLAIN:
        if value is not None or name not in MAY_BE_EMPTY:
            _check_text(name, value)
    elif name not in DESK:
        raise NotAllowed(f"{name!r} is no field of a claim that can be set")


def machine_version(claim: Mapping[str, Any]) -> dict[str, Any]:
    """What the machine said of the fields in `WORDS`, of a claim given as a row.

    >>> row = {"claim_text": "New.", "kind": "event", "ambiguous": None, "claimant": None, "dates": []}
    >>> machine_version({**row, "machine": {"claim_text": "Old."}})["claim_text"]
    'Old.'
    """
    kept = claim.get("machine") or {}
    return {name: kept.get(name, claim[name]) for name in WORDS}


def _check_text(name: str, value: Any) -> None:
    what = name.replace("_", " ")
    if not isinstance(value, str) or not value.strip():
        raise NotAllowed(f"{what} is empty; leave it out, or say something")
    if len(value) > LONGEST:
        raise NotAllowed(f"{what} has {len(value):,} characters; {LONGEST:,} are allowed")
    if name in _ONE_LINE and len(value.splitlines()) > 1:
        raise NotAllowed(f"{what} takes one line")
    if any(not (sign.isprintable() or sign in "\n\t") for sign in value if sign < " "):
        raise NotAllowed(f"{what} holds control characters")


def _check_kind(value: Any) -> None:
    kinds = [kind.value for kind in ClaimKind]
    if value not in kinds:
        raise NotAllowed(f"{value!r} is no kind of claim; there are: {', '.join(kinds)}")


def _check_dates(value: Any) -> None:
    if not isinstance(value, list):
        raise NotAllowed("dates takes a list of dates")
    for date in value:
        if not isinstance(date, str) or not EDTF.fullmatch(date):
            raise NotAllowed(f"{date!r} is no date in EDTF, such as 2021-08-31, 2021 or 2019/2021")
