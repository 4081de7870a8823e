"""Where the claims of an article stand: found by the rules' clauses, or by the trained encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.extract.grammar.clauses import clauses
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_words
from claims.extract.segment import Found, segment
from claims.extract.span_signs import find_stretches
from claims.extract.span_words import read_span_words
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
        return {i: [Found(span) for span in parts_of(article, i).clauses] for i in sentences}


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
        layers, tags, chosen = self.encoder.layers, None, None
        if layers is not None:
            parts = [parts_of(article, i) for i in sentences]
            cut = [part.clauses for part in parts]
            tags = layers.tags.scores(tag_features(article.text, reading, cut))
            verbs = {verb for part in parts for verb in part.verbs}
            words = read_span_words(article.text, reading, tags, cut, verbs)
            chosen = layers.spans.choose(find_stretches(words, tags))
        by_place = segment(article.text, reading, tags, chosen)
        return {sentences[place]: found for place, found in by_place.items()}


@dataclass(frozen=True, slots=True)
class Parts:
    """The rules' clauses of a sentence, and where its finite verbs begin, in offsets of the article."""

    clauses: tuple[Span, ...]
    verbs: tuple[int, ...]


def parts_of(article: Article, sentence: int) -> Parts:
    """The parts of one sentence, whatever tags, capitals and unseen signs were left in it."""
    span = article.sentences[sentence]
    words = span.of(article.text)
    own = post_words(words)
    plain = calm(without_unseen(own.of(words)))
    start = span.start + own.start
    verbs = zip(tokens(plain), finite_words(plain), strict=True)
    return Parts(
        tuple(clause.shift(start) for clause in clauses(plain)),
        tuple(start + word.start for word, finite in verbs if finite),
    )
