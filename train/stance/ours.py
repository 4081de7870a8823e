"""Pairs of our own about numbers, dates and deeds, and what may be made of them without another label.

`labels/pairs.jsonl` holds claims with passages that show them right, wrong, or settle nothing, written by
a large language model and checked by no person; facts in them are mostly invented. `labels/trials.jsonl`
holds such pairs that the quantity engine was tried with, and its tables are learned from, too. Passages
that settle nothing are cheap, and a search finds more of them than of any others: a passage about another
claim with some of the same words (`mixed`), and another sentence of a claim's own article with another
number (`news`).
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from claims.evidence.compare import Measured, if_alike
from claims.extract.dates.mentions import dates
from claims.extract.quantities.mentions import quantities
from claims.model.evidence import Agreement
from claims.text.sentences import sentence_spans
from train import sets
from train.stance.pairs import REFUTES, SUPPORTS, UNSURE, Pair

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

TOP = Path(__file__).resolve().parents[2]
LABELS = TOP / "train" / "labels" / "pairs.jsonl"
TRIALS = TOP / "train" / "labels" / "trials.jsonl"
TABLES = TOP / "tests" / "tables"
PAIRS, TRIED, TABLE, MIXED, NEWS = "pairs", "trials", "tables", "mixed", "news"

_LETTERS = (("a", SUPPORTS), ("x", REFUTES), ("n", UNSURE))
_OUTCOMES = {"agrees": SUPPORTS, "clashes": REFUTES, "not_comparable": UNSURE}
_WORD = re.compile(r"[a-z]{4,}")
COMMON = 0.05
"""Share of the passages from which on a word in them tells nothing of their subject."""
TWIN = 0.6
"""Share of a claim's words from which on another claim may say the same."""
NEAREST, LOOKED_AT = 60, 14
"""Passages that share the most words with a claim, and those of them about other claims that are compared."""
OTHERS, SHORTEST, LONGEST = 6, 30, 300
"""Sentences of an article that are compared with a claim of it, and the characters of such a one."""
HELD_IN = 12
"""Of so many claims one is held out."""


@dataclass(frozen=True, slots=True)
class Ours:
    """Pairs that are learned from, and those of each twelfth claim, which are not."""

    seen: list[Pair]
    held: list[Pair]


def ours(labels: Path = LABELS) -> Ours:
    """The pairs of `labels`; which claims are held out is told by their digests."""
    seen, held = [], []
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        out = int(sha256(row["c"].encode()).hexdigest(), 16) % HELD_IN == 0
        (held if out else seen).extend(_group(row, PAIRS))
    return Ours(seen, held)


def trials(labels: Path = TRIALS) -> list[Pair]:
    """Pairs that were written to try the quantity engine with, and stand in none of its tables."""
    rows = (json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines())
    return [pair for row in rows for pair in _group(row, TRIED)]


def _group(row: dict[str, Any], source: str) -> Iterator[Pair]:
    for letter, target in _LETTERS:
        yield from (Pair(row["c"], one, target, source) for one in row.get(letter, ()))


def tables(folder: Path = TABLES) -> list[Pair]:
    """The pairs of the quantity engine's tables; where two outcomes are right, none is learned."""
    rows = (
        row
        for path in sorted(folder.glob("compare_*.yaml"))
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    )
    return [
        Pair(row["claim"], row["passage"], _OUTCOMES[row["outcome"]], TABLE)
        for row in rows
        if "passage" in row and "also" not in row and row.get("outcome") in _OUTCOMES
    ]


def mixed(pairs: Sequence[Pair]) -> list[Pair]:
    """Claims beside a passage about another claim: one whose numbers agree if alike, one whose clash."""
    by_claim: dict[str, set[str]] = defaultdict(set)
    about: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        by_claim[pair.claim].add(pair.passage)
        about[pair.passage].add(pair.claim)
    passages = sorted(about)
    places: dict[str, list[int]] = defaultdict(list)
    for place, passage in enumerate(passages):
        for word in _words(passage):
            places[word].append(place)
    telling = {w: p for w, p in places.items() if len(p) < COMMON * len(passages)}
    found = []
    for claim in sorted(c for c in by_claim if quantities(c)):
        near = _near(claim, passages, telling)
        others = [p for p in near if not any(_may_be_same(claim, c) for c in about[p])]
        for kind in (Agreement.AGREES, Agreement.CLASHES):
            first = next((p for p in others[:LOOKED_AT] if _alike(claim, p) is kind), None)
            found += [Pair(claim, first, UNSURE, MIXED)] if first else []
    return found


def news(data: Path) -> list[Pair]:
    """Claims of the articles beside another sentence of their article that has another number.

    Of the articles with gold of the data folder; those that we labelled ourselves are left out.
    """
    chosen = random.Random(4)
    found = []
    for article in (*sets.articles(data, "train"), *sets.articles(data, "dev")):
        spans = list(sentence_spans(article.text))
        for gold in article.gold:
            claim = (gold.get("standalone") or "").replace("[", "").replace("]", "")
            if not claim or not quantities(claim):
                continue
            others = [
                article.text[s.start : s.end].strip()
                for s in spans
                if (s.end <= gold["start"] or s.start >= gold["end"])
                and SHORTEST < s.end - s.start < LONGEST
            ]
            chosen.shuffle(others)
            clash = (o for o in others[:OTHERS] if _alike(claim, o) is Agreement.CLASHES)
            found += [Pair(claim, one, UNSURE, NEWS) for one in [next(clash, None)] if one]
    return found


def without(pairs: Iterable[Pair], held: Collection[Pair]) -> list[Pair]:
    """The pairs but for those whose claim or passage is held out."""
    claims, passages = {p.claim for p in held}, {p.passage for p in held}
    return [p for p in pairs if p.claim not in claims and p.passage not in passages]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _near(claim: str, passages: Sequence[str], places: dict[str, list[int]]) -> list[str]:
    """Passages by the words they share with a claim, rare ones most."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted(_words(claim)):
        for place in places.get(word, ()):
            shared[place] += math.log(len(passages) / len(places[word]))
    nearest = sorted(shared, key=lambda place: (-shared[place], place))
    return [passages[place] for place in nearest[:NEAREST]]


def _may_be_same(claim: str, other: str) -> bool:
    mine = _words(claim)
    return claim == other or len(mine & _words(other)) >= TWIN * len(mine)


def _alike(claim: str, passage: str) -> Agreement:
    told = tuple(m.edtf for m in dates(claim, published=None))
    return if_alike(Measured(claim, quantities(claim), told), passage, published=None).agreement
