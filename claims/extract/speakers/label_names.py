"""Labels of a talk to who speaks: initials, capitals and offices to the fullest name, and who only asks."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.names import PARTICLES, TITLES, is_body_word, person_in
from claims.extract.speakers.labels import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.labels import Label
    from claims.extract.speakers.pieces import Piece

_ASKERS = frozenset(
    """q question questioner questions interviewer reporter reporters moderator host journalist
    correspondent press media audience unidentified court""".split()
)
_ANSWERERS = frozenset(["a", "answer", "interviewee", "respondent", "guest"])
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.?[\s-]?){2,4}")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zß-ÿ]\w*")
_MEMBER = re.compile(  # "Ann Lee (Leeds) (Lab)", "Senator Lee"
    r".*\)\s?\(|(?:Deputy(?!\sSpeaker)|Senator|Sen\.|Rep\.|Representative|Congress(?:man|woman)|Councillor|Cllr)\s",
    re.IGNORECASE,
)
_HONOURS = frozenset(["the", "hon", "rt", "right", "honourable", "honorable", "madam"])
_MOSTLY = 0.5  # share of turns that end with a question mark, of one who only asks
_SHORTEST = 3  # letters of a last name
_NEARLY_ALL = 0.8
_FEWER = 0.34  # how much less of the others' turns do


class LabelNames:
    """What the labels of one talk tell, read together."""

    def __init__(self, text: str, pieces: Sequence[Piece], cast: Cast) -> None:
        """Read who asks by how often each one's turns end in a question."""
        self._cast = cast
        self._written = frozenset(_CAPITAL.findall(text))
        labelled = [piece for piece in pieces if piece.label is not None]
        turns = Counter(piece.label.key for piece in labelled if piece.label)
        asked = Counter(piece.label.key for piece in labelled if piece.label and piece.asks)
        share = {key: asked[key] / turns[key] for key in turns}
        least = min(share.values(), default=0.0)
        enough = min(_NEARLY_ALL, max(_MOSTLY, least + _FEWER))
        if least >= _MOSTLY:
            enough = _MOSTLY  # all of them ask, and the answers have no labels
        self._askers = {key for key, part in share.items() if part >= enough}
        self._members: set[str | None] = set()
        self._full = {name.split()[-1].lower(): name for name in _full_names(labelled)}

        self._initials: dict[str, str] | None = None
        sat = (
            p.label
            for p in labelled
            if p.label and _MEMBER.match(text, p.label.shown, p.label.close)
        )
        self._members = {self.name(label) for label in sat}
        answers = {self.name(p.label) for p in labelled if p.label and not self.asks(p.label)}
        self.only = next(iter(answers - {None})) if len(answers - {None}) == 1 else None
        """The only one whose answers are labelled with a name."""

    def asks(self, label: Label) -> bool:
        """Whether it is an interviewer's, of whom only questions are expected."""
        if label.form in {Form.QUESTION, Form.EMPTY}:
            return True
        if label.form in {Form.ANSWER, Form.CHAT} or label.key in _ANSWERERS:
            return False
        if self._members and self.name(label) in self._members:
            return False  # whoever asks in a debate also tells
        first = label.key.removeprefix("the ").split()[0]
        return first in _ASKERS or label.key in self._askers

    def name(self, label: Label) -> str | None:
        """The fullest name for a label, or None where it names nobody: "A.", initials of nobody known."""
        if label.form is Form.ANSWER or label.key in _ANSWERERS:
            return None
        if label.form is Form.CHAT and not label.name[:1].isupper():
            return self._by_handle(label.name)
        words = label.name.split()
        if _is_office(words):
            known = self._cast.fullest(f"the {words[-1].lower()}")
            return known if known[:1].isupper() else " ".join(map(_calm, words))
        if _INITIALS.fullmatch(label.name) and not self._is_surname(label.name):
            return self._by_initials(label.name)
        return self._fullest(_untitled(label.name))

    def is_known(self, label: Label) -> bool:
        """Whether a label names somebody who can speak: a person, an office, a name in capitals."""
        words = label.name.split()
        if self._members and self.name(label) in self._members:
            return True
        if label.form not in {Form.NAME, Form.LINE} or label.key in _ASKERS | _ANSWERERS:
            return True
        if label.name.isupper() or _is_office(words) or words[0].lower().rstrip(".") in TITLES:
            return True
        return self._cast.is_person(self._cast.fullest(words[-1])) or (
            person_in(label.name) is not None and not is_body_word(words[-1])
        )

    def is_person(self, label: Label) -> bool:
        """Whether a label names a person, be it only by the given name."""
        name = _untitled(label.name)
        known = self._cast.is_person(self._cast.fullest(name.split()[-1]))
        return known or person_in(name) is not None or gender_of(name) != ""

    def _by_handle(self, handle: str) -> str:
        """The person for a name in a chat such as "ben.a", or that name as it stands."""
        first, *more = [part for part in re.split(r"[._\d-]+", handle.lower()) if part] or [handle]
        able = [
            one
            for one in self._cast.persons()
            if one.lower().split()[0] == first
            and all(one.lower().split()[-1].startswith(p) for p in more)
        ]
        return able[0] if len(able) == 1 else handle

    def _is_surname(self, name: str) -> bool:
        """Whether a short name in capitals is written in small letters elsewhere: "LEE"."""
        if len(name) < _SHORTEST or "." in name:
            return False
        return name.capitalize() in self._written

    def _fullest(self, name: str) -> str:
        last = name.rsplit(maxsplit=1)[-1].lower()
        calm = _calm(name)
        full = self._full.get(last) or _calm(self._cast.fullest(calm.split()[-1]))
        if set(calm.lower().split()) <= set(full.lower().split()):
            return full
        return calm

    def _by_initials(self, name: str) -> str | None:
        letters = "".join(c.lower() for c in name if c.isalpha())
        if self._initials is None:
            self._initials = {}
            for one in (*self._full.values(), *self._cast.persons()):
                self._initials.setdefault(_letters(one), one)
        return self._initials.get(letters)


def _full_names(labelled: Sequence[Piece]) -> list[str]:
    """The full names that labels give, the longest last."""
    names = {_untitled(p.label.name) for p in labelled if p.label is not None and p.label.name}
    return sorted((name for name in names if person_in(name) is not None), key=len)


def _untitled(name: str) -> str:
    """A name without the titles before it, not in capitals.

    >>> _untitled("GOVERNOR MIA TRENT")
    'Mia Trent'
    """
    words = name.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES | _HONOURS:
        words.pop(0)
    return _calm(" ".join(words))


def _letters(name: str) -> str:
    """The initials of a name, without those of "de" and "van"."""
    kept = (w for w in name.split() if w.lower() not in PARTICLES and w[0].isalpha())
    return "".join(w[0].lower() for w in kept)


def _is_office(words: Sequence[str]) -> bool:
    """Whether a label is an office and no name: "THE PRESIDENT"."""
    bare = [word.lower().rstrip(".") for word in words]
    return bool(bare) and (bare[0] == "the" or len(bare) == 1) and bare[-1] in TITLES


def _calm(name: str) -> str:
    """A name in capitals as it is written elsewhere: "ANN LEE" to "Ann Lee"; short ones are initials."""
    if not name.isupper() or len(name) < _SHORTEST or "." in name:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), name)
