"""An article to the labels of the talk that it is, or to its bare questions; nothing for an ordinary one.

One label proves nothing: "Police: two dead" and "Length: 90 metres" look like one. Several do, when one asks
and another answers.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.speakers.label_names import LabelNames
from claims.extract.speakers.labels import Form, labels_of
from claims.extract.speakers.pieces import is_first_person, is_quotation, pieces_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.labels import Label
    from claims.extract.speakers.pieces import Piece

_NAMES = frozenset([Form.NAME, Form.LINE])
_LETTERS = frozenset([Form.QUESTION, Form.ANSWER])
_FEWEST_TURNS = 3
_FEWEST_QUESTIONS = 3  # in lines of their own, without any label
_FIRST_PERSON = 0.5  # share of the answers to bare questions
_LONGEST_QUESTION = 600  # characters
_LONGEST_PUT = 300  # characters of what an interviewer tells instead of asking
_REPLY = re.compile(  # "Yes, they do.", "And that is right.", "Please don't."
    r"\W*(?:(?:And|But|Well)\W\s?)?(?:(?:Yes|No|True|Right|Exactly|Absolutely|Correct|Indeed|Of\scourse|Not\sreally"
    r"|Please\sdo(?:n[’']t)?)\b|(?:(?:[Tt]hat|[Tt]hey|[Ii]t|[Hh]e|[Ss]he)(?:[’'](?:s|re)|\s(?:is|are))\s(?:not\s|quite\s|partly\s|only\s)?"
    r"(?:right|true|correct|wrong|nonsense|fair)\b)|I\s(?:do(?:n[’']t|\snot)\s(?:doubt|agree|think\sso|believe)|(?:dis)?agree)\b)"
)
_LONG_CHAT = 5  # lines without times
_OWN = 0.25  # share of them
_MOST_LINES = 0.8
_APART = 2  # pieces from a question to its answer


def labels_of_talk(article: Article, cast: Cast) -> tuple[Label, ...]:
    """The labels of a talk; none when those that look like labels make none.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.speakers.cast import Cast
    >>> text = "Q. Why now? A. It was late. Q. And then? A. It fell."
    >>> len(labels_of_talk(read_article(text, published=None), Cast()))
    4
    """
    labels = labels_of(article)
    if not labels:
        return ()
    pieces = pieces_of(article, labels)
    names = LabelNames(article.text, pieces, cast)
    kept: set[Form] = set()
    if sum(label.form is Form.PARENTHESES for label in labels) > 1:
        kept |= {Form.PARENTHESES, Form.EMPTY}
    if _are_letters(pieces):
        kept |= _LETTERS
    able = [x for x in labels if x.form in _NAMES and (names.is_known(x) or names.asks(x))]
    if kept:
        known = _keys_that_answer(pieces, {x.key for x in able if names.is_known(x)})
        return tuple(x for x in labels if x.form in kept or (x.form in _NAMES and x.key in known))
    chat = [x for x in labels if x.form is Form.CHAT]
    chat = chat if _is_chatted(pieces_of(article, chat)) else []
    if not _is_talk(article.text, pieces_of(article, able), names):
        able = [x for x in labels if x.form is Form.NAME and names.is_person(x)]
        able = able if _speak_by_turns(article.text, pieces_of(article, able)) else []
        chair = (x for x in labels if x.form is Form.NAME and x.key.startswith("the "))
        able += [x for x in chair if able and names.is_known(x)]
    return tuple(sorted([*chat, *able], key=attrgetter("start")))


def _is_chatted(pieces: Sequence[Piece]) -> bool:
    """Whether names stand before nearly all lines from the first to the last, one of them again and again."""
    at = [i for i, piece in enumerate(pieces) if piece.label is not None]
    keys = Counter(piece.label.key for piece in pieces if piece.label is not None)
    return (
        len(at) >= _FEWEST_TURNS
        and len(keys) <= len(at) // 2 + 1
        and len(at) >= _MOST_LINES * (at[-1] - at[0] + 1)
    )


def _speak_by_turns(text: str, pieces: Sequence[Piece]) -> bool:
    """The same of names without times, when some of the lines are in the first person: no list of theses."""
    said = [p.words.of(text) for p in pieces if p.label is not None]
    own = sum(is_first_person(words) for words in said)
    return _is_chatted(pieces) and own > 1 and len(said) >= _LONG_CHAT and own >= _OWN * len(said)


def _keys_that_answer(pieces: Sequence[Piece], known: set[str]) -> set[str]:
    """Of names beside surer labels those that stand right behind a question; others may be captions."""
    return {
        after.label.key
        for piece, after in pairwise(pieces)
        if after.label is not None and piece.asks and after.label.key in known
    }


def _are_letters(pieces: Sequence[Piece]) -> bool:
    """Whether "Q." and "A." are what they seem: a question stands first, and one more turn follows."""
    turns = [p for p in pieces if p.label is not None and p.label.form in _LETTERS]
    if len(turns) < 2 or turns[0].label is None:  # noqa: PLR2004 - a question and an answer
        return False
    asked = sum(p.asks for p in turns if p.label is not None and p.label.form is Form.QUESTION)
    return turns[0].label.form is Form.QUESTION and asked > 0


def _is_talk(text: str, pieces: Sequence[Piece], names: LabelNames) -> bool:
    """Whether labels that are names make a talk: one asks, another answers, and one comes again."""
    at = [i for i, piece in enumerate(pieces) if piece.label is not None]
    keys = Counter(piece.label.key for piece in pieces if piece.label is not None)
    if len(keys) == 1:
        return _one_sided(text, pieces, at)
    answered = [
        (first.label, second.label)
        for i, j in pairwise(at)
        for first, second in [(pieces[i], pieces[j])]
        if first.asks and j - i <= _APART and first.label and second.label
        if first.label.key != second.label.key
    ]
    if not answered:
        return False
    if len(at) > _FEWEST_TURNS and len(answered) < 2:  # noqa: PLR2004 - one may be by chance
        return False
    if len(at) >= _FEWEST_TURNS:
        return max(keys.values()) > 1
    asker, answerer = answered[0]
    return names.is_known(answerer) and not names.is_known(asker)


def _one_sided(text: str, pieces: Sequence[Piece], at: Sequence[int]) -> bool:
    """Whether only one side is labelled: the answers to bare questions, or the questions."""
    after = sum(i > 0 and pieces[i - 1].label is None and pieces[i - 1].asks for i in at)
    if after > 1 and not any(pieces[i].asks for i in at):
        return True
    asked = len(at) >= _FEWEST_TURNS and all(pieces[i].asks for i in at)
    return asked and answers_speak(text, pieces, at)


def bare_questions(article: Article) -> tuple[Piece, ...]:
    r"""The questions in lines of their own of a talk without labels; none for an ordinary article.

    >>> from claims.extract.article import read_article
    >>> text = "Why?\n\nI left.\n\nWhen?\n\nMy bus came.\n\nAnd who paid?\n\nWe did."
    >>> len(bare_questions(read_article(text, published=None)))
    3
    """
    pieces = pieces_of(article, ())
    asked = [i for i, piece in enumerate(pieces) if is_question(piece, article.text)]
    alone = [i for i in asked if i + 1 < len(pieces) and not pieces[i + 1].asks]
    if len(alone) < _FEWEST_QUESTIONS:
        return ()
    answered = (answers_speak, answers_are_quoted)
    if not any(how(article.text, pieces, alone) for how in answered):
        return ()
    told = (i for i in range(alone[0], len(pieces)) if _is_put(article.text, pieces, i))
    return tuple(pieces[i] for i in sorted({*asked, *told}) if i >= alone[0])


def _is_put(text: str, pieces: Sequence[Piece], i: int) -> bool:
    """Whether a short paragraph behind an answer is put to who is asked, who agrees or not in the next."""
    if i + 1 >= len(pieces) or any(piece.asks for piece in pieces[i - 1 : i + 2]):
        return False
    words = pieces[i].words.of(text)
    replied = _REPLY.match(pieces[i + 1].words.of(text)) is not None
    return replied and len(words) <= _LONGEST_PUT and not is_first_person(words)


def is_question(piece: Piece, text: str) -> bool:
    """Whether a whole paragraph is what an interviewer asks: no quotation, and not too long."""
    short = len(piece.words) <= _LONGEST_QUESTION
    return piece.asks and short and not piece.words.of(text).startswith(("“", '"'))


def answers_speak(text: str, pieces: Sequence[Piece], questions: Sequence[int]) -> bool:
    """Whether what follows the pieces with these numbers is mostly in the first person."""
    answers = answers_to(text, pieces, questions)
    spoken = sum(is_first_person(answer) for answer in answers)
    return spoken > 1 and spoken >= _FIRST_PERSON * len(answers)


def answers_are_quoted(text: str, pieces: Sequence[Piece], questions: Sequence[int]) -> bool:
    """Whether what follows the pieces with these numbers is mostly nothing but quotations."""
    answers = answers_to(text, pieces, questions)
    quoted = sum(is_quotation(answer) for answer in answers)
    return quoted > 1 and quoted >= _FIRST_PERSON * len(answers)


def answers_to(text: str, pieces: Sequence[Piece], questions: Sequence[int]) -> list[str]:
    """The unlabelled paragraphs right behind the pieces with these numbers."""
    return [
        pieces[i + 1].words.of(text)
        for i in questions
        if i + 1 < len(pieces) and pieces[i + 1].label is None and not pieces[i + 1].asks
    ]
