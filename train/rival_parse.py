"""Claims as the clauses of a spaCy dependency tree: a rival of the encoder."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy

from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.segment import Found
from claims.model.span import Span
from claims.text.shouting import calm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

    from claims.extract.article import Article

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])
SET_OFF = frozenset(", ; : ( — – -- -".split())  # noqa: RUF001 - newspaper typography
SHORTEST = 3
"""Words of a piece that may stand alone."""


def load_parser(name: str) -> Language:
    """The tagger and parser of an installed spaCy pipeline, without what clauses do not need."""
    return spacy.load(name, exclude=["ner", "lemmatizer"])


@dataclass(frozen=True, slots=True)
class ByParse:
    """Each clause of a dependency tree is a claim; reported speech stays with its verb."""

    parser: Language
    name: str = "parse"

    def find(self, article: Article, sentences: Sequence[int]) -> Mapping[int, Sequence[Found]]:
        """The clauses of each sentence."""
        spans = [article.sentences[i] for i in sentences]
        docs = self.parser.pipe(calm(span.of(article.text)) for span in spans)
        return {
            i: [Found(part.shift(span.start)) for part in parsed_clauses(doc)]
            for i, span, doc in zip(sentences, spans, docs, strict=True)
        }


def parsed_clauses(doc: Doc) -> list[Span]:
    """From the first to the last word of each clause; one that stands inside another overlaps it."""
    owner: dict[int, int] = {}
    pieces: dict[int, list[Node]] = defaultdict(list)
    for node in doc:
        if not (node.is_punct or node.is_space or node.dep_ == "cc"):
            pieces[_owner(node, owner)].append(node)
    edges = [(p[0].idx, p[-1].idx + len(p[-1])) for p in pieces.values() if len(p) >= SHORTEST]
    return sorted(_with_marks(doc.text, start, end) for start, end in edges)


def _owner(node: Node, known: dict[int, int]) -> int:
    """The head of the clause that a token belongs to."""
    path = []
    while node.i not in known and node.dep_ != "ROOT" and not _begins_clause(node):
        path.append(node.i)
        node = node.head
    head = known.setdefault(node.i, node.i)
    known.update(dict.fromkeys(path, head))
    return head


def _begins_clause(node: Node) -> bool:
    """Whether a token heads a clause that says something of its own.

    Appositions stay whole: cutting them lowered claim_f1 on half of the training articles.
    """
    finite = node.tag_ in FINITE or any(
        c.tag_ in FINITE for c in node.children if c.dep_[:3] == "aux"
    )
    own = finite and any(c.dep_ in SUBJECTS for c in node.children)
    aside = _is_set_off(node)
    match node.dep_:
        case "conj":
            return own or (finite and node.head.pos_ in {"VERB", "AUX"})
        case "advcl":
            return own or (aside and node.tag_ in {"VBG", "VBN"})
        case "relcl" | "acl":
            return aside
        case "ccomp":
            return own and aside and node.head.lower_ not in REPORTING
        case "parataxis":
            return own
    return False


def _is_set_off(node: Node) -> bool:
    """Whether a mark stands before all that hangs on the token, or after it where it comes first."""
    before, after = node.left_edge.i - 1, node.right_edge.i + 1
    doc = node.doc
    if before < node.sent.start:
        return after < len(doc) and doc[after].text in SET_OFF
    return doc[before].text in SET_OFF or doc[before].is_quote


def _with_marks(text: str, start: int, end: int) -> Span:
    start -= start > 0 and text[start - 1] in '"“$€£'
    end += end < len(text) and text[end] in '"”%'
    return Span(start, end)
