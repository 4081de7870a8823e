"""The filters of the queue: what can be asked, in words, and what was answered to filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model.claim import ClaimKind
from claims.screen.forms import Choice, Field
from claims.screen.sheet_lines import words_of
from claims.steps.review_sheet import states

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOSE = ("", "free", "mine", "unassigned")
NAMED = {
    "": "everybody's",
    "free": "mine or unassigned",
    "mine": "mine",
    "unassigned": "unassigned",
}


def fields(filters: Mapping[str, str]) -> tuple[Field, ...]:
    """The filters as fields of a form, filled with those in force."""
    held = {name: filters.get(name, "") for name in LABELS}
    choices = {
        "status": tuple(Choice(state) for state in ("any", *states())),
        "kind": (Choice("any"), *(Choice(kind.value) for kind in ClaimKind)),
    }
    return tuple(
        Field(
            name,
            label,
            held[name] or ("any" if name in choices else ""),
            choices=choices.get(name, ()),
        )
        for name, label in LABELS.items()
    )


LABELS = {
    "status": "State",
    "whose": "Whose: mine, unassigned, free (either), or a reviewer (empty: all)",
    "kind": "Kind",
    "document": "Document: id, path or address",
    "claimant": "Claimant",
    "min_worth": "Worth from (0 to 1)",
    "q": "Words in the claim",
}


def answered(values: Mapping[str, str]) -> dict[str, str]:
    """The filters that were filled in.

    >>> answered({"status": "any", "q": " deaths "})
    {'q': 'deaths'}
    """
    said = {name: value.strip() for name, value in values.items()}
    return {name: value for name, value in said.items() if value and value != "any"}


def in_words(filters: Mapping[str, str]) -> str:
    """The filters in force, for the head of the queue.

    >>> in_words({"status": "in_progress", "whose": "mine"})
    'in progress · mine'
    """
    parts = []
    for name, value in filters.items():
        if name == "whose":
            parts.append(NAMED.get(value, f"{value}'s"))
        elif name == "min_worth":
            parts.append(f"worth ≥ {value}")
        else:
            parts.append(f"“{value}”" if name == "q" else words_of(value))
    return " · ".join(parts) or "all claims"


def next_whose(filters: Mapping[str, str]) -> dict[str, str]:
    """The filters with the next of mine, unassigned, everybody's."""
    now = filters.get("whose", "")
    after = WHOSE[(WHOSE.index(now) + 1) % len(WHOSE)] if now in WHOSE else ""
    return answered({**filters, "whose": after})
