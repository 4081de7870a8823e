"""Labelled articles and sentences to token ids with targets for every head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.encoder.windows import windows
from claims.encoder.words import FIRST, LAST
from claims.extract.dates.mentions import dates
from claims.extract.reading import KINDS
from claims.text.sentences import sentence_spans
from train.soft import SHARE, VIEWS, tag_shares, view_shares

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from train.sets import LabelledArticle, LabelledSentence
    from train.soft import SoftText

    Floats = NDArray[np.float32]

LONGEST_SENTENCE = 96
"""Tokens; debate sentences beyond it are cut."""

LONGEST_UNLABELLED = 120
"""Tokens from which on a sentence of a text without labels is left out: seldom one sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A claim over tokens `[start, end)` of a window, and the shares of what is to be said of it.

    `views` (12): as in `train.soft`; of a label alone they are ones and zeros.
    """

    start: int
    end: int
    views: Floats


@dataclass(slots=True, eq=False)
class Example:
    """A window's token ids; which begin a word; the shares of their tags; its claims; sentence labels.

    `tags` (tokens, 3): outside, first word, further word; a row of zeros where no word begins.
    """

    ids: list[int]
    begins: list[bool]
    tags: Floats | None = None
    spans: list[Stretch] = field(default_factory=list)
    worthy: float | None = None
    factual: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A claim of a text by its places, with what is to be said of it; `marked` where it has a label."""

    start: int
    end: int
    views: Floats
    marked: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sentence's token ids, their places in the article and which begin a word.

    `said` (tokens, 2): what larger networks say of their tags, as log-odds, where they have read the text.
    """

    ids: list[int]
    places: list[int]
    begins: list[bool]
    said: Floats | None = None


def read_tokens(
    article: LabelledArticle, tokenizer: Tokenizer, soft: SoftText | None = None
) -> list[Tokens]:
    """The tokens of every sentence that is more than white space."""
    spans = [s for s in sentence_spans(article.text) if s.of(article.text).strip()]
    found = tokenizer.encode_batch([s.of(article.text) for s in spans], add_special_tokens=False)
    read: list[Tokens] = []
    at = 0
    for code, span in zip(found, spans, strict=True):
        if not article.gold and len(code.ids) >= LONGEST_UNLABELLED:
            continue
        places = [span.start + place for place, _ in code.offsets]
        said = None if soft is None else soft.tags[at : at + len(code.ids)]
        read.append(Tokens(code.ids, places, _begins(code.word_ids), said))
        at += len(code.ids)
    return read


def claims_of(article: LabelledArticle, soft: SoftText | None = None) -> list[Claim]:
    """The marked claims, or those that larger networks see in a text without marks."""
    said: dict[tuple[int, int], Floats] = {}
    if soft is not None:
        rows = view_shares(soft.views)
        said = {(int(a), int(b)): row for (a, b), row in zip(soft.spans, rows, strict=True)}
    if not article.gold:
        return [Claim(*place, row, marked=False) for place, row in said.items()]
    found = []
    for claim in article.gold:
        place = claim["start"], claim["end"]
        views = _marked(claim, _dated(article, claim))
        if place in said:
            views = (1 - SHARE) * views + SHARE * said[place]
        found.append(Claim(*place, views, marked=True))
    return found


def article_examples(
    claims: Sequence[Claim], sentences: Sequence[Tokens], rng: random.Random | None = None
) -> list[Example]:
    """The article cut into windows; with `rng` at other places and lengths every time."""
    lengths = [len(s.ids) for s in sentences]
    limit = rng.choice([256, 256, 192, 128]) if rng else 256
    skipped = rng.randrange(max(1, len(sentences) // 3)) if rng else 0
    cuts = [*windows(lengths[:skipped], limit=limit), *_moved(lengths, skipped, limit)]
    return [_example([_part(sentences[s], a, b) for s, a, b in cut], claims) for cut in cuts]


def sentence_example(
    sentence: LabelledSentence, tokenizer: Tokenizer, head: str, share: float | None = None
) -> Example:
    """A sentence alone, labelled for the head "worthy" or "factual", with `share` in place of its label."""
    code = tokenizer.encode(sentence.text, add_special_tokens=False)
    ids, begins = code.ids[:LONGEST_SENTENCE], _begins(code.word_ids)[:LONGEST_SENTENCE]
    made = Example([FIRST, *ids, LAST], [False, *begins, False])
    setattr(made, head, float(sentence.label) if share is None else share)
    return made


def _moved(lengths: Sequence[int], skipped: int, limit: int) -> list[list[tuple[int, int, int]]]:
    return [
        [(s + skipped, a, b) for s, a, b in cut] for cut in windows(lengths[skipped:], limit=limit)
    ]


def _part(sentence: Tokens, start: int, stop: int) -> Tokens:
    return Tokens(
        sentence.ids[start:stop],
        sentence.places[start:stop],
        sentence.begins[start:stop],
        None if sentence.said is None else sentence.said[start:stop],
    )


def _example(parts: Sequence[Tokens], claims: Sequence[Claim]) -> Example:
    places = np.array([-1, *(p for part in parts for p in part.places), -1])
    made = Example(
        [FIRST, *(i for part in parts for i in part.ids), LAST],
        [False, *(b for part in parts for b in part.begins), False],
    )
    begins = np.array(made.begins)
    tags = np.where(begins, 0, -1)
    for claim in claims:
        inside = np.nonzero((places >= claim.start) & (places < claim.end))[0]
        words = inside[begins[inside]]
        if not len(words):
            continue
        if claim.marked:
            tags[words[1:]] = 2
            tags[words[0]] = 1
        made.spans.append(Stretch(int(words[0]), int(inside[-1]) + 1, claim.views))
    made.tags = _tag_targets(tags, parts, marked=any(claim.marked for claim in claims))
    return made


def _tag_targets(tags: NDArray[np.int64], parts: Sequence[Tokens], *, marked: bool) -> Floats:
    """Tags by number, -1 where no word begins, to shares, softened where larger networks have read on."""
    shares = np.eye(3, dtype=np.float32)[tags] * (tags >= 0)[:, None]
    said = [part.said for part in parts]
    if said and all(rows is not None for rows in said):
        none = np.zeros((1, 2), np.float32)
        soft = tag_shares(np.concatenate([none, *(r for r in said if r is not None), none]))
        share = SHARE if marked else 1.0
        shares = (1 - share) * shares + share * soft * (tags >= 0)[:, None]
    return shares


def _marked(claim: dict[str, Any], dated: int) -> Floats:
    """A label as ones and zeros."""
    kinds, must, said, dates = VIEWS
    views = np.zeros(dates.stop, np.float32)
    views[kinds][KINDS.index(claim["kind"])] = 1
    views[must] = claim["level"] == 3  # noqa: PLR2004 - the guide's highest
    views[said] = bool(claim.get("speaker"))
    views[dates][dated] = 1
    return views


def _dated(article: LabelledArticle, claim: dict[str, Any]) -> int:
    """0 no date, 1 one of its own words, 2 one from elsewhere."""
    if not claim["dates"]:
        return 0
    words = article.text[claim["start"] : claim["end"]]
    own = {m.edtf for m in dates(words, published=article.published)}
    return 1 if own & set(claim["dates"]) else 2


def _begins(word_ids: Sequence[int | None]) -> list[bool]:
    return [
        word is not None and (i == 0 or word != word_ids[i - 1]) for i, word in enumerate(word_ids)
    ]
