"""Figures against what was pinned: floors and ceilings in floors.json, cases in cases/SET.json.

A pin holds the digest of its gold. It is taken a little below the figure, and goes down only for a reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

TOLERANCE = 0.005
"""How far under the figure a floor is set, so that a claim more or less in a large set is no failure."""

FLOORS = {
    "articles": (
        "claim_f1", "recall_3", "precision", "atomicity", "kind", "claimant", "claimant_none",
        "dates", "quantities", "standalone",
    ),
    "checkworthiness_dev": ("f1", "average_precision"),
    "policlaim": ("f1",),
    "outside_pairs": ("macro_f1", "answers_right", "answered"),
}  # fmt: skip
CEILINGS = {"articles": ("pronouns", "on_not_claims")}

Figures = dict[str, float | int | None]
Cases = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins of all sets, in a folder."""

    folder: Path

    def floors(self) -> dict[str, Any]:
        """Set to its digest, floors and ceilings."""
        path = self.folder / "floors.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def cases(self, name: str) -> Cases | None:
        """Article to the gold claims that were found when the set was pinned."""
        path = self.folder / "cases" / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def write(self, name: str, pin: dict[str, Any], cases: Cases) -> None:
        """Replace the pin of one set; an article's cases are one line, so that diffs stay short."""
        floors = json.dumps(self.floors() | {name: pin}, indent=2, ensure_ascii=False)
        (self.folder / "floors.json").write_text(floors + "\n", encoding="utf-8")
        if cases:
            lines = [
                f"{json.dumps(a)}:{json.dumps(c, separators=(',', ':'))}" for a, c in cases.items()
            ]
            path = self.folder / "cases" / f"{name}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def failures(name: str, figures: Figures, digest: str, pin: dict[str, Any]) -> list[str]:
    """What is wrong with the figures of a set, in words."""
    wrong = []
    if digest != pin["digest"]:
        wrong.append(f"{name}: the gold is not what the floors were measured on; pin it anew")
    for side, word in (("floors", "under its floor"), ("ceilings", "over its ceiling")):
        for figure, bound in pin.get(side, {}).items():
            got = figures.get(figure)
            if got is None:
                wrong.append(f"{name}: {figure} has no value, and one of its {side} is {bound}")
            elif not _holds(side, got, bound):
                wrong.append(f"{name}: {figure} is {got}, {word} {bound}")
    return wrong


def _holds(side: str, got: float, bound: float) -> bool:
    return got >= bound if side == "floors" else got <= bound


def changes(before: Cases, now: Cases) -> tuple[list[str], list[str]]:
    """(gained, lost): gold claims as ARTICLE:START-END, in order."""
    was, has = _flat(before), _flat(now)
    return [c for c in has if c not in set(was)], [c for c in was if c not in set(has)]


def _flat(cases: Cases) -> list[str]:
    return [f"{article}:{span}" for article, spans in cases.items() for span in spans]


def repin(
    name: str, figures: Figures, old: dict[str, Any], reason: str | None
) -> tuple[dict[str, Any], list[str]]:
    """The pin these figures make (without its digest), and the bounds that it gives up.

    A bound that still holds is never loosened. One that does not is given up for a reason, which is kept.
    """
    kind = name if name in FLOORS else "articles"
    pin: dict[str, Any] = {}
    given_up = []
    for side, names in (("floors", FLOORS[kind]), ("ceilings", CEILINGS.get(kind, ()))):
        was = old.get(side, {})
        pin[side] = {}
        for figure in dict.fromkeys((*names, *was)):
            got, bound = figures.get(figure), was.get(figure)
            near = _near(side, got)
            if bound is not None and got is not None and _holds(side, got, bound):
                near = max(near, bound) if side == "floors" else min(near, bound)
            elif bound is not None:
                given_up.append({"figure": figure, "from": bound, "to": near, "reason": reason})
            if near is not None:
                pin[side][figure] = near
    kept = [*old.get("lowered", []), *(given_up if reason else [])]
    words = [f"{name}: {g['figure']} would go from {g['from']} to {g['to']}" for g in given_up]
    return pin | ({"lowered": kept} if kept else {}), words


def _near(side: str, got: float | None) -> float | None:
    if got is None:
        return None
    return round(got - TOLERANCE, 4) if side == "floors" else round(got + TOLERANCE, 4)
