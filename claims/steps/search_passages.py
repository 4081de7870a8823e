"""A claim to the stored passages that may bear on it, by shared words and by meaning.

The rarest words are looked up first, and no more of the common ones than the time allows: over a million
passages a word like "people" says little and stands in a hundred thousand of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.encoder.meaning import shipped_meaning
from claims.evidence.nearness import joined, likeness, nearest, positions_of, positions_within
from claims.evidence.rank import nearness
from claims.evidence.terms import search_terms
from claims.evidence.wordings import Weighed, shares, stands_in
from db import fts, passages

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray
    from sqlite_utils import Database

    from claims.evidence.terms import Term

LOOKED_UP = 40_000
"""Entries of the index that are read for the words of one claim."""

BY_WORDS = 150
BY_MEANING = 150
FOUND_FOR = 100
"""Passages taken by each way, and by each among the copies that were found for the claim itself."""

READ = 60
"""Passages that are read in full, the nearest by their codes."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a claim that stand in the index, and where those that were looked up stand."""

    weighed: tuple[Weighed, ...]
    holders: tuple[NDArray[np.int64] | None, ...]


class PassageSearch:
    """Searches the indexed passages of a database; what was indexed later needs a new one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._table = shipped_meaning()
        stored = passages.codes_of(database, self._table.name)
        self._codes = joined(stored, size=self._table.size)

    def find(self, claim: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Rows of passages for a claim (a row), nearest first, each with what of the claim it holds.

        The claim's own article is left out. `words` and `names` are shares of the claim's, 0 to 1;
        `meaning` is a likeness; `found_for` says whether a search for this very claim named the page.
        """
        text = f"{claim['claim_text'] or claim['exact']}"
        figures = [(f"{q['exact']}", float(q["value"])) for q in claim["quantities"]]
        words = self._look_up(search_terms(text, figures))
        vector = self._table.vectors([text])[0]
        own = set(passages.of_the_article(self._database, claim["document"]))
        tied = [key for key in passages.found_for(self._database, claim["id"]) if key not in own]
        numbers = set(self._by_words(words, passages.numbers_of(self._database, tied)))
        numbers |= self._by_meaning(vector, tied)
        found = [
            row
            for row in passages.numbered(self._database, sorted(numbers))
            if row["snapshot"] not in own
        ]
        self._weigh(found, words, vector, set(tied))
        found.sort(key=_nearest_first)
        return self._read(found[:READ], vector) + found[READ:]

    def _read(
        self, found: list[dict[str, Any]], vector: NDArray[np.float32]
    ) -> list[dict[str, Any]]:
        """The rows by what their words mean in full, where their codes only gave a first idea."""
        texts = [
            f"{row['title']}. {row['exact']}" if row["title"] else row["exact"] for row in found
        ]
        meanings = (self._table.vectors(texts) @ vector).tolist()
        read = [{**row, "meaning": near} for row, near in zip(found, meanings, strict=True)]
        return sorted(read, key=_nearest_first)

    def _look_up(self, terms: Sequence[Term]) -> _Words:
        """The words that the index knows, rarest first; the common ones as far as the time allows."""
        parts = sorted({part for term in terms for form in term.forms for part in form})
        stems = dict(zip(parts, passages.stems(self._database, parts), strict=True))
        # A sign of another script may be no letter to the index; a word that falls apart is no word
        single = {part: found[0] for part, found in stems.items() if len(found) == 1}
        counts = passages.counts(self._database, set(single.values()))
        total = max(1, passages.count(self._database))
        weighed = []
        for term in terms:
            forms = [f for f in term.forms if all(counts.get(single.get(p, "")) for p in f)]
            held = min(total, sum(min(counts[single[p]] for p in f) for f in forms))
            if held:
                rarity = math.log(1 + (total - held + 0.5) / (held + 0.5))
                weighed.append(Weighed(term.shown, tuple(forms), held, rarity, term.name))
        weighed.sort(key=lambda one: (one.holders, one.shown))
        return _Words(tuple(weighed), tuple(self._holders(weighed)))

    def _holders(self, weighed: Sequence[Weighed]) -> list[NDArray[np.int64] | None]:
        left = LOOKED_UP
        found: list[NDArray[np.int64] | None] = []
        for one in weighed:
            if one.holders > left:
                left = 0
                found.append(None)
                continue
            left -= one.holders
            numbers = passages.holding(self._database, _match(one), limit=LOOKED_UP)
            found.append(np.array(numbers, np.int64))
        return found

    def _by_words(self, words: _Words, tied: Sequence[int]) -> list[int]:
        """The passages that hold most of the claim's words, the rare ones counting most."""
        listed = [(one, at) for one, at in zip(words.weighed, words.holders, strict=True)]
        known = [(one.rarity, at) for one, at in listed if at is not None and len(at)]
        if not known:
            return self._with_common(words.weighed)
        numbers, inverse = np.unique(np.concatenate([at for _, at in known]), return_inverse=True)
        weights = np.concatenate([np.full(len(at), rarity) for rarity, at in known])
        scores = np.asarray(np.bincount(inverse, weights), np.float64)
        best = _best(numbers, scores, BY_WORDS)
        among = np.isin(numbers, np.array(tied, np.int64))
        return [*best, *_best(numbers[among], scores[among], FOUND_FOR)]

    def _with_common(self, weighed: Sequence[Weighed]) -> list[int]:
        """Passages that hold several words at once, where all of them are common."""
        found: list[int] = []
        for together in range(min(4, len(weighed)), 0, -1):
            match = " AND ".join(f"({_match(one)})" for one in weighed[:together])
            found = passages.holding(self._database, match, limit=BY_WORDS)
            if found:
                break
        return found

    def _by_meaning(self, vector: NDArray[np.float32], tied: Sequence[str]) -> set[int]:
        everywhere = nearest(vector, self._codes, limit=BY_MEANING)
        among = positions_within(self._codes, tied)
        here = nearest(vector, self._codes, limit=FOUND_FOR, among=among)
        positions = sorted({*everywhere.tolist(), *here.tolist()})
        places = [self._codes.place(position) for position in positions]
        return set(passages.numbers_at(self._database, places))

    def _weigh(
        self,
        found: list[dict[str, Any]],
        words: _Words,
        vector: NDArray[np.float32],
        tied: Collection[str],
    ) -> None:
        """Give the rows their shares of words and names and their likeness in meaning."""
        numbers = np.array([row["number"] for row in found], np.int64)
        held = np.zeros((len(found), len(words.weighed)), bool)
        texts = [f"{row['title'] or ''} {row['exact']}".lower() for row in found]
        for column, (one, at) in enumerate(zip(words.weighed, words.holders, strict=True)):
            if at is None:
                held[:, column] = [stands_in(one, text) for text in texts]
            else:
                held[:, column] = np.isin(numbers, at)
        places = positions_of(self._codes, [(r["snapshot"], r["ordinal"]) for r in found])
        near = np.where(places >= 0, likeness(vector, self._codes, np.maximum(places, 0)), 0.0)
        for row, holds, meaning in zip(found, held, near.tolist(), strict=True):
            share = shares(words.weighed, holds.tolist(), length=len(row["exact"]))
            row |= {"words": share.words, "names": share.names, "shared": share.shared}
            row |= {"meaning": meaning, "found_for": row["snapshot"] in tied}


def _nearest_first(row: Mapping[str, Any]) -> tuple[float, str]:
    return -nearness(row), row["id"]


def _match(one: Weighed) -> str:
    return " OR ".join(f"({fts.all_of(form)})" for form in one.forms)


def _best(numbers: NDArray[np.int64], scores: NDArray[np.float64], limit: int) -> list[int]:
    """The numbers with the highest scores; equal ones in their order."""
    found: list[int] = numbers[np.lexsort((numbers, -scores))[:limit]].tolist()
    return found
