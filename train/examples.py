"""Labelled articles and sentences to token ids with targets for every head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.encoder.windows import windows
from claims.encoder.words import FIRST, LAST
from claims.extract.dates.mentions import dates
from claims.extract.reading import KINDS
from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from train.sets import LabelledArticle, LabelledSentence

IGNORED = -100
LONGEST_SENTENCE = 96
"""Tokens; debate sentences beyond it are cut."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A gold claim over tokens `[start, end)` with its labels."""

    start: int
    end: int
    kind: int
    must_check: bool
    said: bool
    dated: int  # 0 no date, 1 one of its own words, 2 one from elsewhere


@dataclass(slots=True)
class Example:
    """A window's token ids; which begin a word; their tags; the gold claims; sentence labels."""

    ids: list[int]
    begins: list[bool]
    tags: list[int] = field(default_factory=list)
    spans: list[GoldSpan] = field(default_factory=list)
    worthy: float | None = None
    factual: float | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sentence's token ids, their places in the article and which begin a word."""

    ids: list[int]
    places: list[int]
    begins: list[bool]


def read_tokens(article: LabelledArticle, tokenizer: Tokenizer) -> list[Tokens]:
    """The tokens of every sentence that is more than white space."""
    spans = [s for s in sentence_spans(article.text) if s.of(article.text).strip()]
    found = tokenizer.encode_batch([s.of(article.text) for s in spans], add_special_tokens=False)
    return [
        Tokens(
            code.ids,
            [span.start + place for place, _ in code.offsets],
            _begins(code.word_ids),
        )
        for code, span in zip(found, spans, strict=True)
    ]


def article_examples(
    article: LabelledArticle, sentences: Sequence[Tokens], rng: random.Random | None = None
) -> list[Example]:
    """The article cut into windows; with `rng` at other places and lengths every time."""
    gold = [(claim, _dated(article, claim)) for claim in article.gold]
    lengths = [len(s.ids) for s in sentences]
    limit = rng.choice([256, 256, 192, 128]) if rng else 256
    skipped = rng.randrange(max(1, len(sentences) // 3)) if rng else 0
    cuts = [*windows(lengths[:skipped], limit=limit), *_moved(lengths, skipped, limit)]
    return [_example([_part(sentences[s], a, b) for s, a, b in cut], gold) for cut in cuts]


def sentence_example(sentence: LabelledSentence, tokenizer: Tokenizer, head: str) -> Example:
    """A sentence alone, labelled for the head "worthy" or "factual"."""
    code = tokenizer.encode(sentence.text, add_special_tokens=False)
    ids, begins = code.ids[:LONGEST_SENTENCE], _begins(code.word_ids)[:LONGEST_SENTENCE]
    made = Example([FIRST, *ids, LAST], [False, *begins, False])
    setattr(made, head, float(sentence.label))
    return made


def _moved(lengths: Sequence[int], skipped: int, limit: int) -> list[list[tuple[int, int, int]]]:
    return [
        [(s + skipped, a, b) for s, a, b in cut] for cut in windows(lengths[skipped:], limit=limit)
    ]


def _part(sentence: Tokens, start: int, stop: int) -> Tokens:
    return Tokens(
        sentence.ids[start:stop], sentence.places[start:stop], sentence.begins[start:stop]
    )


def _example(parts: Sequence[Tokens], gold: Sequence[tuple[dict[str, Any], int]]) -> Example:
    places = [-1, *(p for part in parts for p in part.places), -1]
    made = Example(
        [FIRST, *(i for part in parts for i in part.ids), LAST],
        [False, *(b for part in parts for b in part.begins), False],
    )
    made.tags = [0 if begins else IGNORED for begins in made.begins]
    for claim, dated in gold:
        inside = [i for i, p in enumerate(places) if claim["start"] <= p < claim["end"]]
        words = [i for i in inside if made.begins[i]]
        if not words:
            continue
        for i in words:
            made.tags[i] = 1 if i == words[0] else 2
        made.spans.append(
            GoldSpan(
                words[0],
                inside[-1] + 1,
                KINDS.index(claim["kind"]),
                claim["level"] == 3,  # noqa: PLR2004 - the guide's highest
                bool(claim.get("speaker")),
                dated,
            )
        )
    return made


def _dated(article: LabelledArticle, claim: dict[str, Any]) -> int:
    if not claim["dates"]:
        return 0
    words = article.text[claim["start"] : claim["end"]]
    own = {m.edtf for m in dates(words, published=article.published)}
    return 1 if own & set(claim["dates"]) else 2


def _begins(word_ids: Sequence[int | None]) -> list[bool]:
    return [
        word is not None and (i == 0 or word != word_ids[i - 1]) for i, word in enumerate(word_ids)
    ]
