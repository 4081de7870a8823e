"""Extracted claims against gold claims of the same texts: the figures of `citetrail eval`.

Spans are code-point offsets `[start, end)`. A claim covers a gold claim when it holds at least 80 %
of the gold span; the headline pairs them one to one at an intersection over union of at least 0.5.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    Row = Mapping[str, Any]

COVER = 0.8
PAIR = 0.5
_STOP = frozenset(
    """a an the of to in on at by for with and or that this these those it its is are was were be been
    has have had as from he she they his her their will would said says""".split()
)


def score_pairs(
    pairs: Sequence[tuple[Sequence[Row], Sequence[Row]]],
) -> dict[str, float | int | None]:
    """Pooled figures over (gold, predicted) rows of each text, rounded to three places.

    Gold rows have start, end, level (3, 2, 1), kind, speaker, dates, quantities; predicted rows
    start, end, kind, claimant, dates, quantities. A share of nothing is None.

    >>> gold = [{"start": 0, "end": 10, "level": 3, "kind": "event", "speaker": None}]
    >>> score_pairs([(gold, [{"start": 0, "end": 10, "kind": "status"}])])["claim_f1"]
    1.0
    """
    n: Counter[str] = Counter()
    for gold, predicted in pairs:
        n["gold"] += len(gold)
        n["predicted"] += len(predicted)
        _count_pairing(n, gold, predicted)
        for row in predicted:
            _count_prediction(n, row, gold)
        for row in gold:
            _count_gold(n, row, predicted)
    precision, recall = _share(n["good"], n["predicted"]), _share(n["hit_2"], n["gold_2"])
    return {
        "gold": n["gold"],
        "predicted": n["predicted"],
        "claim_f1": _f1(n, "one"),
        "recall_3": _share(n["hit_3"], n["gold_3"]),
        "recall_2": recall,
        "precision": precision,
        "f1": round(2 * precision * recall / (precision + recall), 3)
        if precision and recall
        else 0.0,
        "atomicity": _share(n["atomic"], n["good"]),
        "kind": _share(n["kind"], n["covered"]),
        "claimant": _share(n["claimant"], n["said"]),
        "claimant_none": _share(n["nobody"], n["unsaid"]),
        "dates": _f1(n, "dates"),
        "quantities": _f1(n, "quantities"),
    }


def _count_pairing(n: Counter[str], gold: Sequence[Row], predicted: Sequence[Row]) -> None:
    """One-to-one pairing, best overlap first; pairs with level 1 are neither right nor wrong."""
    near = [
        (_overlap(p, g) / (max(p["end"], g["end"]) - min(p["start"], g["start"])), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if _overlap(p, g)
    ]
    used: set[int] = set()
    taken: set[int] = set()
    for quality, i, j in sorted(near, reverse=True):
        if quality >= PAIR and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
    hits = sum(gold[j]["level"] >= 2 for j in taken)  # noqa: PLR2004 - level 2: should be checked
    n["one_tp"] += hits
    n["one_fp"] += len(predicted) - len(used)
    n["one_fn"] += sum(g["level"] >= 2 for g in gold) - hits  # noqa: PLR2004 - as above


def _count_prediction(n: Counter[str], row: Row, gold: Sequence[Row]) -> None:
    covers = [g for g in gold if _overlap(row, g) >= COVER * (g["end"] - g["start"])]
    length = max(1, row["end"] - row["start"])
    good = bool(covers) or any(_overlap(row, g) >= COVER * length for g in gold)
    n["good"] += good
    n["atomic"] += good and sum(g["level"] >= 2 for g in covers) <= 1  # noqa: PLR2004 - as above


def _count_gold(n: Counter[str], row: Row, predicted: Sequence[Row]) -> None:
    need = COVER * (row["end"] - row["start"])
    n["gold_3"] += row["level"] >= 3  # noqa: PLR2004 - level 3: must be checked
    n["gold_2"] += row["level"] >= 2  # noqa: PLR2004 - level 2: should be checked
    covering = [p for p in predicted if _overlap(p, row) >= need]
    if not covering:
        return
    best = min(covering, key=lambda p: p["end"] - p["start"])
    n["hit_3"] += row["level"] >= 3  # noqa: PLR2004 - as above
    n["hit_2"] += row["level"] >= 2  # noqa: PLR2004 - as above
    n["covered"] += 1
    n["kind"] += best.get("kind") == row["kind"]
    speaker, claimant = row.get("speaker"), best.get("claimant") or ""
    if not speaker:
        n["unsaid"] += 1
        n["nobody"] += not claimant
    elif row["kind"] == "statement":
        n["said"] += 1
        n["claimant"] += same_name(speaker, claimant)
    _tally(n, "dates", wanted=row.get("dates") or (), got=best.get("dates") or ())
    _tally(
        n,
        "quantities",
        wanted=_amounts(row.get("quantities") or ()),
        got=_amounts(best.get("quantities") or ()),
    )


def same_name(speaker: str, claimant: str) -> bool:
    """Whether the claimant holds the speaker's last word, and that word or another means something.

    >>> same_name("Sergey Lavrov", "Lavrov"), same_name("Sergey Lavrov", "Sergey")
    (True, False)
    """
    wanted, got = _content(speaker), _content(claimant)
    last = re.findall(r"[^\W_]+", speaker.lower())[-1:]
    return bool(wanted & got) and last[0] in got


def _content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.lower())) - _STOP


def _amounts(rows: Iterable[Row]) -> list[tuple[float, str | None]]:
    return [(float(q["value"]), q.get("comparator")) for q in rows]


def _tally(
    n: Counter[str], name: str, *, wanted: Iterable[Hashable], got: Iterable[Hashable]
) -> None:
    want, have = Counter(wanted), Counter(got)
    right = (want & have).total()
    n[f"{name}_tp"] += right
    n[f"{name}_fp"] += have.total() - right
    n[f"{name}_fn"] += want.total() - right


def _overlap(a: Row, b: Row) -> int:
    return max(0, int(min(a["end"], b["end"]) - max(a["start"], b["start"])))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _f1(n: Counter[str], name: str) -> float | None:
    right, wrong, missed = n[f"{name}_tp"], n[f"{name}_fp"], n[f"{name}_fn"]
    total = 2 * right + wrong + missed
    return round(2 * right / total, 3) if total else None
