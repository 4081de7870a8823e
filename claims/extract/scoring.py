"""Extracted claims against gold claims of the same texts: the figures of `citetrail eval`.

What covers and what pairs is decided in `claim_pairs`; here it is counted over all texts together.
A figure is a share from 0 to 1, or None where there was nothing to count.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from claims.extract.claim_pairs import SHOULD, best_cover, covers, is_right, lies_on, pair_up

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    Row = Mapping[str, Any]
    Figures = dict[str, float | int | None]

MUST = 3
"""The level of a gold claim that must be checked before printing."""

_STOP = frozenset(
    """a an the of to in on at by for with and or that this these those it its is are was were be been
    has have had as from he she they his her their will would said says""".split()
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|his|her|their|its|we|i)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Tally:
    """What has been counted so far over all texts."""

    n: Counter[str] = field(default_factory=Counter)
    tight: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    pronouns: list[bool] = field(default_factory=list)
    ranked: list[tuple[float, bool]] = field(default_factory=list)


def score_pairs(
    pairs: Sequence[tuple[Sequence[Row], Sequence[Row]]], nots: Sequence[Sequence[Row]] = ()
) -> Figures:
    """Pooled figures over (gold, predicted) rows of each text, rounded to three places.

    Gold rows have start, end, level (3, 2, 1), kind, speaker, dates, quantities, standalone; predicted
    rows start, end, kind, claimant, dates, quantities, claim_text, check_worthiness; `nots` the
    passages of each text that are no claims. A share of nothing is None.

    >>> gold = [{"start": 0, "end": 10, "level": 3, "kind": "event", "speaker": None}]
    >>> score_pairs([(gold, [{"start": 0, "end": 10, "kind": "status"}])])["claim_f1"]
    1.0
    """
    tally = _Tally()
    for (gold, predicted), bad in zip(pairs, chain(nots, repeat(())), strict=False):
        tally.n["gold"] += len(gold)
        tally.n["predicted"] += len(predicted)
        _count_pairing(tally.n, gold, predicted)
        for row in predicted:
            _count_prediction(tally, row, gold)
        for row in gold:
            _count_gold(tally, row, predicted)
        tally.n["passages"] += len(bad)
        tally.n["lain_on"] += sum(any(lies_on(p, b, gold) for p in predicted) for b in bad)
    return _figures(tally)


def _figures(tally: _Tally) -> Figures:
    n = tally.n
    precision, recall = _share(n["good"], n["predicted"]), _share(n["hit_2"], n["gold_2"])
    both = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
    return {
        "gold": n["gold"],
        "predicted": n["predicted"],
        "claim_f1": _f1(n, "one"),
        "recall_3": _share(n["hit_3"], n["gold_3"]),
        "recall_2": recall,
        "precision": precision,
        "f1": round(both, 3),
        "atomicity": _share(n["atomic"], n["good"]),
        "tightness": round(statistics.median(tally.tight), 3) if tally.tight else None,
        "kind": _share(n["kind"], n["covered"]),
        "claimant": _share(n["claimant"], n["said"]),
        "claimant_none": _share(n["nobody"], n["unsaid"]),
        "dates": _f1(n, "dates"),
        "quantities": _f1(n, "quantities"),
        "standalone": round(statistics.mean(tally.alone), 3) if tally.alone else None,
        "pronouns": _share(sum(tally.pronouns), len(tally.pronouns)),
        "on_not_claims": _share(n["lain_on"], n["passages"]),
        "ap": _average_precision(tally.ranked),
    }


def _count_pairing(n: Counter[str], gold: Sequence[Row], predicted: Sequence[Row]) -> None:
    """Pairs with a gold claim of level 1 are neither right nor wrong."""
    pairs = pair_up(gold, predicted)
    hits = sum(gold[j]["level"] >= SHOULD for j in pairs)
    n["one_tp"] += hits
    n["one_fp"] += len(predicted) - len(pairs)
    n["one_fn"] += sum(g["level"] >= SHOULD for g in gold) - hits


def _count_prediction(tally: _Tally, row: Row, gold: Sequence[Row]) -> None:
    covered = [g for g in gold if covers(row, g)]
    good = is_right(row, gold)
    tally.n["good"] += good
    tally.n["atomic"] += good and sum(g["level"] >= SHOULD for g in covered) <= 1
    worth, text = row.get("check_worthiness"), row.get("claim_text")
    if worth is not None:
        tally.ranked.append((worth, any(g["level"] == MUST for g in covered)))
    if text:
        tally.pronouns.append(_PRONOUN.match(text.strip()) is not None)


def _count_gold(tally: _Tally, row: Row, predicted: Sequence[Row]) -> None:
    n, size = tally.n, row["end"] - row["start"]
    best = best_cover(row, predicted)
    found = best is not None
    n["gold_3"] += row["level"] == MUST
    n["gold_2"] += row["level"] >= SHOULD
    n["hit_3"] += found and row["level"] == MUST
    n["hit_2"] += found and row["level"] >= SHOULD
    if best is None:
        return
    n["covered"] += 1
    tally.tight.append(min(1.0, size / max(1, best["end"] - best["start"])))
    n["kind"] += best.get("kind") == row.get("kind")
    _count_claimant(n, row, best.get("claimant") or "")
    _count_bag(n, "dates", wanted=row.get("dates") or (), got=best.get("dates") or ())
    _count_bag(
        n,
        "quantities",
        wanted=_amounts(row.get("quantities") or ()),
        got=_amounts(best.get("quantities") or ()),
    )
    if best.get("claim_text"):
        want = _content(row.get("standalone") or "")
        tally.alone.append(len(want & _content(best["claim_text"])) / max(1, len(want)))


def _count_claimant(n: Counter[str], row: Row, claimant: str) -> None:
    speaker = row.get("speaker")
    if not speaker:
        n["unsaid"] += 1
        n["nobody"] += not claimant
    elif row.get("kind") == "statement":
        n["said"] += 1
        n["claimant"] += same_name(speaker, claimant)


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


def _amounts(rows: Iterable[Row]) -> list[tuple[float | None, str | None]]:
    return [(_number(q.get("value")), q.get("comparator")) for q in rows]


def _number(value: Any) -> float | None:
    """The value as a number; None where a labeller wrote words, which then agree with other words."""
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return None


def _count_bag(
    n: Counter[str], name: str, *, wanted: Iterable[Hashable], got: Iterable[Hashable]
) -> None:
    want, have = Counter(wanted), Counter(got)
    right = (want & have).total()
    n[f"{name}_tp"] += right
    n[f"{name}_fp"] += have.total() - right
    n[f"{name}_fn"] += want.total() - right


def _average_precision(ranked: Iterable[tuple[float, bool]]) -> float | None:
    """Over predictions by falling worth; equals keep the order of the text."""
    hits, total = 0, 0.0
    for place, (_, right) in enumerate(sorted(ranked, key=lambda r: -r[0]), start=1):
        if right:
            hits += 1
            total += hits / place
    return round(total / hits, 3) if hits else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _f1(n: Counter[str], name: str) -> float | None:
    right, wrong, missed = n[f"{name}_tp"], n[f"{name}_fp"], n[f"{name}_fn"]
    total = 2 * right + wrong + missed
    return round(2 * right / total, 3) if total else None
