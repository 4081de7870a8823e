"""Claims by a linear model's word tags: a rival of the encoder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression

from claims.extract.grammar.clauses import clauses
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import Token, tokens
from claims.extract.grammar.verbs import is_finite
from claims.extract.reading import TAG, WIDTH, Reading, log_softmax
from claims.extract.segment import Found, segment
from claims.text.sentences import sentence_spans
from claims.text.shouting import calm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claims.extract.article import Article
    from claims.model.span import Span
    from train.sets import LabelledArticle

    Read = Callable[[str, tuple[Span, ...]], Reading]

WINDOW = 3
PENALTY = 0.5
"""The inverse of the penalty on large weights, chosen on half of the training articles."""


@dataclass(frozen=True, slots=True)
class Tagger:
    """Logistic regression over hashed features of a word and its neighbours, one word at a time."""

    hasher: FeatureHasher
    model: LogisticRegression
    name: str = "linear"

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The log-probabilities of each word's tags, in the encoder's shape."""
        read = [tokens(calm(span.of(text))) for span in sentences]
        made = [
            f
            for words, span in zip(read, sentences, strict=True)
            for f in features(words, span.of(text))
        ]
        logits = np.zeros((len(made), WIDTH), np.float32)
        if made:
            logits[:, TAG] = self.model.predict_log_proba(self.hasher.transform(made))
        placed = [
            (s.start, w, i)
            for i, (words, s) in enumerate(zip(read, sentences, strict=True))
            for w in words
        ]
        return Reading(
            np.array([at + w.start for at, w, _ in placed], int),
            np.array([at + w.end for at, w, _ in placed], int),
            np.array([i for _, _, i in placed], int),
            logits,
        )


@dataclass(frozen=True, slots=True)
class ByTags:
    """The best tiling of each sentence by the scores of a tagger, as for the encoder."""

    read: Read
    balance: tuple[float, float]
    name: str = "linear"

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The claims that the tags make likeliest."""
        reading = self.read(article.text, tuple(article.sentences[i] for i in sentences))
        offsets = np.array([*self.balance, 0.0])
        found = segment(article.text, reading, log_softmax(reading.logits[:, TAG]) + offsets)
        return {sentences[place]: claims for place, claims in found.items()}


def features(words: Sequence[Token], sentence: str) -> list[list[str]]:
    """What the tagger sees of each word of a sentence, as names to hash."""
    begins = {clause.start for clause in clauses(calm(sentence))}
    own = [_own(words, i, begins) for i in range(len(words))]
    whole = [f"sentence ends {sentence.strip()[-1:]}", f"sentence of {min(len(words) // 8, 6)}"]
    out, since = [], 0
    quoted = False
    for i, word in enumerate(words):
        since = i if i and not words[i - 1].is_word else since
        quoted = (
            (not quoted) if word.text == '"' else (quoted or word.text == "“") and word.text != "”"
        )
        seen = [
            f"{d}{f}"
            for d in range(-WINDOW, WINDOW + 1)
            for f in _at(own, i + d, near=d in {-1, 0, 1})
        ]
        ahead = next((w.text for w in words[i:] if not w.is_word), "")
        here = [w.lower for w in words[max(0, i - 1) : i + 2]]
        seen += [f"pair {p}" for p in (here[:2], here[1:])]
        seen += [
            f"from mark {min(i - since, 8)}",
            f"mark ahead {ahead}",
            f"word {min(i, 12)}",
            f"quoted {quoted}",
        ]
        out.append(seen + whole)
    return out


def _own(words: Sequence[Token], i: int, begins: set[int]) -> list[str]:
    """Form, shape and signs of one word; its beginning and end last."""
    word = words[i]
    shape = "".join(
        "9" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word.text
    )
    signs = [
        name
        for name, there in (
            (" finite", is_finite(words, i)),
            (" clause", word.start in begins),
            (" reports", word.lower in REPORTING),
            (" mark", not word.is_word),
        )
        if there
    ]
    squeezed = "".join(c for c, _ in groupby(shape))
    return [
        f" {word.lower}",
        f" shape {squeezed}",
        *signs,
        f" {word.lower[:3]}-",
        f" -{word.lower[-3:]}",
        f" -{word.lower[-2:]}",
    ]


def _at(own: Sequence[list[str]], i: int, *, near: bool) -> list[str]:
    if not 0 <= i < len(own):
        return [" no word"]
    return own[i] if near else own[i][:-3]


def train_tagger(articles: Sequence[LabelledArticle]) -> Tagger:
    """The tagger of these articles."""
    hasher = FeatureHasher(2**18, input_type="string", alternate_sign=False)
    seen: list[list[str]] = []
    tags: list[int] = []
    for article in articles:
        for span in sentence_spans(article.text):
            words = tokens(calm(span.of(article.text)))
            seen += features(words, span.of(article.text))
            tags += _gold_tags(article, [span.start + w.start for w in words])
    model = LogisticRegression(C=PENALTY, max_iter=200, tol=1e-3)
    return Tagger(hasher, model.fit(hasher.transform(seen), tags))


def _gold_tags(article: LabelledArticle, places: Sequence[int]) -> list[int]:
    tags = [0] * len(places)
    for claim in article.gold:
        inside = [i for i, place in enumerate(places) if claim["start"] <= place < claim["end"]]
        for i in inside:
            tags[i] = 1 if i == inside[0] else 2
    return tags
