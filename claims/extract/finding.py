"""Where the claims of an article stand: found by the rules' clauses, or by the trained encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.extract.grammar.clauses import clauses
from claims.extract.segment import Found, segment
from claims.extract.tag_weights import tag_features
from claims.text.shouting import calm
from claims.text.tags import post_words
from claims.text.unseen import without_unseen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.article import Article
    from claims.extract.reading import Encoder
    from claims.model.span import Span


class Finder(Protocol):
    """Finds claim spans in the sentences of an article."""

    @property
    def name(self) -> str:
        """Names the method and its version, for the record of a run."""

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The claims of the sentences with these numbers, in order; a sentence may have none."""


@dataclass(frozen=True, slots=True)
class ByRules:
    """Every clause of the rules is a claim: the baseline, and what is left without the weights."""

    name: str = "rules-2"

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The clauses of each sentence."""
        return {i: [Found(span) for span in clauses_of(article, i)] for i in sentences}


@dataclass(frozen=True, slots=True)
class ByEncoder:
    """The encoder says where each claim begins and ends."""

    encoder: Encoder

    @property
    def name(self) -> str:
        """The encoder's own."""
        return self.encoder.name

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The claims that the encoder's word scores make likeliest."""
        spans = [article.sentences[i] for i in sentences]
        reading = self.encoder.read(article.text, spans)
        scores = None
        if self.encoder.layers is not None:
            cut = [clauses_of(article, i) for i in sentences]
            scores = self.encoder.layers.tags.scores(tag_features(article.text, reading, cut))
        by_place = segment(article.text, reading, scores)
        return {sentences[place]: found for place, found in by_place.items()}


def clauses_of(article: Article, sentence: int) -> list[Span]:
    """The rules' clauses of one sentence, whatever tags, capitals and unseen signs were left in it.

    In offsets of the article.
    """
    span = article.sentences[sentence]
    words = span.of(article.text)
    own = post_words(words)
    calmed = calm(without_unseen(own.of(words)))
    return [clause.shift(span.start + own.start) for clause in clauses(calmed)]
