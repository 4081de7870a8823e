"""The extractor and the sentence scorer held against gold files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.extract.claim_pairs import missed, unfounded
from claims.extract.scoring import score_pairs
from claims.extract.worth.sentence_scores import THRESHOLD, reliability, score_sentences
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.steps.engine import engine, predictions
from claims.steps.gold_files import TABLE, GoldArticle, read_article, read_sentences
from claims.steps.judge import score_line
from claims.steps.report import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from claims.steps.engine import Engine, Extract

    Rows = list[dict[str, Any]]

EVERY = 50
"""Sentences between two ticks."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an evaluation fills: figures by name, then what stands behind them."""

    figures: dict[str, float | int | None] = field(default_factory=dict)
    missed: Rows = field(default_factory=list)
    false: Rows = field(default_factory=list)
    reliability: Rows = field(default_factory=list)


def evaluate(
    gold: Sequence[Path], *, published: str | None, into: Outcome, using: Engine | None = None
) -> Iterator[Tick]:
    """Score the gold files, pooled: articles with gold claims, or tables of labelled sentences.

    Articles are read with the engine that is handed in, else with the one that people get.

    Raises BadInput when a file is missing, holds something else, or is of another kind than the rest.
    """
    tables = [path for path in gold if path.name.endswith(TABLE)]
    if tables and len(tables) < len(gold):
        raise BadInput(
            f"{tables[0]}: sentences and articles have different figures; score them apart"
        )
    if tables:
        return _of_sentences(tables, into)
    return _of_articles(gold, published, into=into, extractor=(using or engine()).extract)


def _of_articles(
    gold: Sequence[Path], published: str | None, *, into: Outcome, extractor: Extract
) -> Iterator[Tick]:
    pairs, nots = [], []
    for done, path in enumerate(gold, start=1):
        article = read_article(path, published=published)
        made = predictions(article, extractor)
        pairs.append((article.gold, made))
        nots.append(article.not_claims)
        into.missed.extend(_named(article, row, "core") for row in missed(article.gold, made))
        into.false.extend(_named(article, row, "exact") for row in unfounded(article.gold, made))
        yield Tick("eval", done, len(gold))
    into.figures.update(score_pairs(pairs, nots))


def _named(article: GoldArticle, row: Mapping[str, Any], words: str) -> dict[str, Any]:
    """A case as it is listed: which article, where, how important, and the words."""
    names = ("start", "end", "level") if "level" in row else ("start", "end")
    return {"article": article.name} | {n: row[n] for n in names} | {words: row.get(words)}


def _of_sentences(tables: Sequence[Path], into: Outcome) -> Iterator[Tick]:
    sentences = [sentence for path in tables for sentence in read_sentences(path)]
    if len({sentence.score for sentence in sentences}) > 1:
        raise BadInput("check-worthy and factual are different questions; score the tables apart")
    judged = []
    for done, sentence in enumerate(sentences, start=1):
        score = float(score_line(sentence.text)[sentence.score])
        judged.append((score, sentence.label))
        if (score >= THRESHOLD) is not sentence.label:
            wrong = into.missed if sentence.label else into.false
            wrong.append({"text": sentence.text, "score": score})
        if done % EVERY == 0 or done == len(sentences):
            yield Tick("eval", done, len(sentences))
    into.figures.update(score_sentences(judged))
    into.reliability.extend(plain(b) for b in reliability(judged))
