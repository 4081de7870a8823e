"""An article in questions and answers to its turns: who speaks where, though no verb tells.

Interviews, transcripts, press conferences. Labels before the words tell it, or questions in lines of their
own after an introduction that names who is asked. An ordinary article has no turns.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.grammar.roles import is_speaker_like
from claims.extract.speakers.cues import find_cues
from claims.extract.speakers.interviewees import interviewee_in, persons_in, talks
from claims.extract.speakers.label_names import LabelNames
from claims.extract.speakers.pieces import Piece, is_aside, is_first_person, is_note, pieces_of
from claims.extract.speakers.source_phrases import SOURCE
from claims.extract.speakers.speeches import speech_in
from claims.extract.speakers.talks import (
    answers_are_quoted,
    answers_speak,
    bare_questions,
    is_question,
    labels_of_talk,
)
from claims.model.claim import Attribution, Mode
from claims.model.document import SkipReason
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.segment import Found
    from claims.extract.skipping.skips import Why
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.cues import Cue
    from claims.extract.speakers.labels import Label

_START = attrgetter("start")
_SPEECH = frozenset(["said", "announced", "claimed", "denied", "admitted", SOURCE])
_ASKED = "an interviewer's words"
_REQUEST = re.compile(
    r"\W*(?:please|tell|describe|explain|talk|give|let|thanks?|welcome|good\s(?:morning|afternoon|evening|day))\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\b(?:said|told|according\sto)\b")
_MOST_PARAGRAPHS = 4  # of an answer, without any word in the first person
_OPENS = re.compile(r"\s+[A-Z“\"]")
_OPENS_SPEECH = re.compile(r"\s+(?:I|We|My|Our|Yes|No|Well|Thanks?)\b")
_FEWEST = 2  # letters of initials
_MUCH = 1000  # characters of a paragraph that show whose it is
_SURER = frozenset([SkipReason.QUESTION, SkipReason.BOILERPLATE, SkipReason.OTHER_LANGUAGE])
_YOU = re.compile(r"\b[Yy]our?\b")
_OWN = re.compile(
    r"(?:I|My|We|Our|You|Your|It|This|That|These|Those|They|Their|And|But|So|As|If|Yes|No)\b"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of one speaker: `span` with the label, `words` without.

    `asks` says that an interviewer speaks, whose questions go to `speaker`; otherwise it is `speaker` who
    speaks, null when the article does not name them.
    """

    span: Span
    words: Span
    speaker: str | None
    asks: bool
    label: Label | None
    cue: str = ""  # the label as it is written

    def shown(self) -> Attribution | None:
        """The record of what shows who speaks: the label; null where only the question before does."""
        if self.label is None:
            return None
        return Attribution(self.cue, Mode.DIRECT, self.label.shown, self.label.close, role=None)


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of an article in order; none for an ordinary one."""

    turns: tuple[Turn, ...] = ()
    _starts: tuple[int, ...] = field(default=())

    def at(self, offset: int) -> Turn | None:
        """The turn in which an offset of the article lies."""
        i = bisect_right(self._starts, offset) - 1
        return self.turns[i] if i >= 0 and offset < self.turns[i].span.end else None

    def unlabelled(self, text: str, sentence: Span) -> str:
        """The words of a sentence with blanks in the place of its label."""
        turn = self.at(sentence.start)
        if turn is None or sentence.start >= turn.words.start:
            return sentence.of(text)
        gap = min(turn.words.start, sentence.end) - sentence.start
        return " " * gap + text[sentence.start + gap : sentence.end]

    def addressed(self, cues: tuple[Cue, ...], words: str, start: int) -> tuple[Cue, ...]:
        """The cues of the sentence at `start`; "you said" of a question tells what is answered."""
        turn = self.at(start)
        if turn is None or not turn.asks or _YOU.search(words) is None:
            return cues
        kept = [cue for cue in cues if _YOU.match(cue.speaker) is None]
        if turn.speaker is not None:
            told = (cue for cue in find_cues(words) if cue.speaker.lower() == "you")
            kept += [replace(cue, speaker=turn.speaker) for cue in told]
        return tuple(sorted(kept, key=_START))

    def without_labels(self, found: Sequence[Found]) -> tuple[Found, ...]:
        """Stretches found in one sentence, without the label that stands before the words."""
        kept = []
        for one in found:
            turn = self.at(one.span.start)
            if turn is None or one.span.start >= turn.words.start:
                kept.append(one)
            elif one.span.end > turn.words.start:
                kept.append(replace(one, span=Span(turn.words.start, one.span.end)))
        return tuple(kept)

    def request(self, text: str, sentence: Span) -> Why | None:
        """Why an interviewer's sentence is not to be read, when it asks without a question mark."""
        turn = self.at(sentence.start)
        if turn is None or not turn.asks:
            return None
        asks = _REQUEST.match(text, max(turn.words.start, sentence.start), sentence.end)
        return (SkipReason.QUESTION, _ASKED) if asks else None

    def asked(self, sentence: Span, why: Why | None) -> Why | None:
        """Why a sentence has no claim, when it is an interviewer's; else `why`."""
        turn = self.at(sentence.start)
        if why is None or turn is None or not turn.asks or why[0] in _SURER:
            return why
        return SkipReason.QUESTION, _ASKED


def passes_on(cue: Cue | None, *, inside: bool) -> bool:
    """Whether one who answers only passes on what somebody else, who is named, has said.

    `inside` says that the cue stands in the clause itself, or that the clause is quoted.
    """
    if cue is None or not inside or cue.stance not in _SPEECH:
        return False
    words = cue.speaker.split()
    named = (
        len(words) == 1 or any(w[0].isupper() for w in words[1:]) or is_speaker_like(cue.speaker)
    )
    return cue.speaker[:1].isupper() and named and _OWN.match(cue.speaker) is None


def find_turns(article: Article, cast: Cast) -> Turns:
    r"""The turns of an article that is a talk, the speakers by the fullest name that it gives.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.speakers.cast import Cast
    >>> text = "Ann Lee spoke with us.\n\nQ: How long is it?\n\nA: It has 90 metres."
    >>> cast = Cast()
    >>> found = find_turns(read_article(text, published=None), cast)
    >>> [(turn.speaker, turn.asks) for turn in found.turns]
    [('Ann Lee', True), ('Ann Lee', False)]
    """
    labels = labels_of_talk(article, cast)
    bare = () if labels else bare_questions(article)
    if not labels and not bare:
        return _speech(article, cast)
    pieces = pieces_of(article, labels)
    reader = _Reader(
        article,
        cast,
        pieces,
        LabelNames(article.text, pieces, cast),
        frozenset(p.span.start for p in bare),
    )
    turns = tuple(_addressed(reader.read()))
    if bare and not any(turn.speaker for turn in turns):
        return Turns()
    return Turns(turns, tuple(turn.span.start for turn in turns))


def _speech(article: Article, cast: Cast) -> Turns:
    """The paragraphs of a speech that is printed in full; none for an ordinary article."""
    found = speech_in(article, pieces_of(article, ()), cast)
    if found is None:
        return Turns()
    who, spoken = found
    turns = tuple(Turn(p.span, p.words, who, asks=False, label=None) for p in spoken)
    return Turns(turns, tuple(turn.span.start for turn in turns))


def _addressed(turns: list[Turn]) -> list[Turn]:
    """The turns with each question addressed to whoever answers it."""
    answers: str | None = None
    found: list[Turn] = []
    for turn in reversed(turns):
        if turn.asks:
            found.append(replace(turn, speaker=answers or turn.speaker))
        else:
            answers = turn.speaker
            found.append(turn)
    return found[::-1]


class _Reader:
    """Goes through the pieces of a talk and says whose each is."""

    def __init__(
        self,
        article: Article,
        cast: Cast,
        pieces: list[Piece],
        names: LabelNames,
        bare: frozenset[int],
    ) -> None:
        self._article, self._cast, self._pieces, self._names = article, cast, pieces, names
        self._bare = bare
        self._told: list[Span] = []  # pieces in the article's own voice since the last turn
        self._asked: str | None = None  # who is interviewed
        self._last: Turn | None = None  # whose turn goes on
        self._long = False  # answers go on in paragraphs without labels
        after = [i for i, p in enumerate(pieces) if self._asks(i)]
        answered = any(p.label is not None and not names.asks(p.label) for p in pieces)
        self._quoted = not answered and answers_are_quoted(article.text, pieces, after)
        speak = self._quoted or answers_speak(article.text, pieces, after)
        self._unlabelled = not answered and speak
        self._stop = max(
            (i for i, p in enumerate(pieces) if p.label or p.span.start in bare), default=0
        )

    def read(self) -> list[Turn]:
        """The turns in order."""
        turns: list[Turn] = []
        for i, piece in enumerate(self._pieces):
            aside = self._last is not None and piece.label is None and is_aside(self._of(piece))
            turn = None if aside else self._turn(i, piece)
            if turn is not None:
                turns.append(turn)
            elif not aside:
                self._told.append(piece.span)
            self._last = self._last if aside else turn
        return turns

    def _turn(self, i: int, piece: Piece) -> Turn | None:
        """Whose a piece is; None for the article's own voice."""
        if piece.label is not None:
            self._introduce()
            if self._names.asks(piece.label):
                return self._spoken(piece, self._asked, asks=True)
            named = self._names.name(piece.label) or self._names.only or self._asked
            self._asked = self._asked or named
            return self._spoken(piece, named, asks=False)
        if self._is_question(i):
            self._introduce()
            return self._spoken(piece, self._asked, asks=True)
        if self._last is None or not self._goes_on(i, self._of(piece)):
            return None
        self._long |= not self._last.asks
        speaker = self._asked if self._last.asks else self._last.speaker
        return self._spoken(piece, speaker, asks=False)

    def _of(self, piece: Piece) -> str:
        return piece.words.of(self._article.text)

    def _spoken(self, piece: Piece, speaker: str | None, *, asks: bool) -> Turn:
        label = piece.label
        if label is None and not asks and self._last is not None and not self._last.asks:
            label = self._last.label  # it goes on
        cue = self._article.text[label.shown : label.close] if label is not None else ""
        words = piece.words if asks else self._past_name(piece.words, speaker or "")
        return Turn(piece.span, words, speaker, asks, label, cue)

    def _past_name(self, words: Span, speaker: str) -> Span:
        """The words without the speaker before them: "MS The results suggest", "Ann Lee I began"."""
        initials = "".join(name[0] for name in speaker.split())
        said = words.of(self._article.text)
        for name, opens in ((speaker, _OPENS_SPEECH), (initials, _OPENS)):
            if len(name) >= _FEWEST and said.startswith(name) and opens.match(said, len(name)):
                return Span(words.start + len(name), words.end).trim(self._article.text)
        return words

    def _asks(self, i: int) -> bool:
        label = self._pieces[i].label
        return self._names.asks(label) if label is not None else self._is_question(i)

    def _is_question(self, i: int) -> bool:
        """Whether a piece without a label is what an interviewer asks."""
        piece = self._pieces[i]
        if piece.span.start in self._bare:
            return True
        if piece.label is not None or not is_question(piece, self._article.text):
            return False
        after = self._pieces[i + 1].label if i + 1 < len(self._pieces) else None
        return after is not None and not self._names.asks(after)

    def _goes_on(self, i: int, words: str) -> bool:
        """Whether a paragraph without a label belongs to the answer before it, or answers a question."""
        last = self._last
        if last is None or (last.asks and not self._unlabelled):
            return False
        if self._quoted and not words.startswith(("“", '"')):
            return False
        speaker = self._asked if last.asks else last.speaker
        if self._is_told(words, speaker) or (self._is_long(i) and not self._quoted):
            return False
        return i < self._stop or last.asks or self._long or is_first_person(words)

    def _is_told(self, words: str, speaker: str | None) -> bool:
        """Whether a paragraph speaks of the one who answers, or of the talk, and is the article's own."""
        words = words[:_MUCH]
        if is_note(words):
            return True
        if is_first_person(words):
            return False
        named = [name for name, _ in persons_in(words, self._cast)]
        return speaker in named or (
            bool(named) and (talks(words) or _REPORTS.search(words) is not None)
        )

    def _is_long(self, i: int) -> bool:
        """Whether too many paragraphs follow for an answer, no label or first person in them."""
        stretch = self._pieces[i : i + _MOST_PARAGRAPHS]
        told = (p.label is None and not is_first_person(self._of(p)) for p in stretch)
        return len(stretch) == _MOST_PARAGRAPHS and all(told)

    def _introduce(self) -> None:
        """Find in what the article has told since the last turn whom it interviews."""
        sentences = self._article.sentences
        told: list[str] = []
        for span in self._told:
            first = bisect_left(sentences, span.start, key=_START)
            stop = bisect_left(sentences, span.end, key=_START)
            told += [one.of(self._article.text) for one in sentences[first:stop]]
        self._told = []
        self._asked = interviewee_in(told, self._cast) or self._asked
