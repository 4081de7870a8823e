"""Whom a pronoun means: persons weighed by how lately they were named, and as what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.extract.speakers.cast import Cast

_AS_SUBJECT, _AS_SPEAKER, _AS_OTHER = 1.0, 0.6, 0.3
_EACH_SENTENCE = 0.75  # how much less a person weighs one sentence later
_KNOWN = 0.8  # how much a gender that is known to fit counts
_UNTOLD = 0.5  # how much a person without a name counts, whose gender is not told
_FARTHEST = 12  # sentences
_SOON = 2  # sentences in which one without a name is forgotten


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at `start` of a sentence, and whether as one who acts."""

    name: str
    start: int
    subject: bool


@dataclass(slots=True)
class Focus:
    """The persons in mind while an article is read, sentence by sentence."""

    _weights: dict[str, tuple[int, float]] = field(default_factory=dict)  # (sentence, weight)
    _now: int = 0
    _since: int = 0  # the sentence from which others than the hero can be meant
    _unnamed: set[str] = field(default_factory=set)
    absent: str | None = None
    """Who speaks, or is spoken to, in the present sentence of a talk: "I" or "you", never "he"."""

    hero: str = ""
    """The person whose life is told, whom a pronoun means unless another has just acted."""

    def turn(self, *, paragraph: bool = False) -> None:
        """Go on to the next sentence, which may begin a paragraph."""
        self._now += 1
        self._since = self._now if paragraph else self._now - 1
        if self._now % _FARTHEST == 0:
            self._weights = {
                n: w for n, w in self._weights.items() if self._now - w[0] <= _FARTHEST
            }

    def note(self, mentions: Sequence[Mention]) -> None:
        """The persons named in the present sentence; the first that can be its subject weighs most."""
        first = next((m for m in mentions if m.subject), None)
        for mention in mentions:
            self._raise(mention.name, _AS_SUBJECT if mention is first else _AS_OTHER)

    def heard(self, names: Iterable[str]) -> None:
        """The persons who speak in the present sentence."""
        for name in names:
            at, weight = self._weights.get(name, (0, 0.0))
            base = weight if at == self._now else 0.0
            self._weights[name] = (self._now, max(base, _AS_OTHER) + _AS_SPEAKER)

    def keep(self, name: str) -> None:
        """A pronoun has spoken of this person again."""
        self._raise(name, _AS_SUBJECT)

    def tell(self, noun: str, *, speaks: bool = False) -> None:
        """One without a name, "the captain", acts or speaks; they are soon out of mind.

        >>> from claims.extract.speakers.cast import Cast
        >>> focus = Focus()
        >>> focus.tell("the captain")
        >>> focus.who("f", Cast())
        'the captain'
        """
        self._unnamed.add(noun)
        self._raise(noun, _AS_SUBJECT + (_AS_SPEAKER if speaks else 0.0))

    def who(self, gender: str, cast: Cast, *, here: Sequence[Mention] = ()) -> str | None:
        """The person most in mind whose gender fits; `here` are those named before in the sentence.

        >>> from claims.extract.speakers.cast import Cast
        >>> focus = Focus()
        >>> focus.note([Mention("Ann Lee", 0, subject=True)])
        >>> focus.who("f", Cast())
        'Ann Lee'
        """
        best: tuple[float, str] | None = None
        last: str | None = None  # who acted or spoke in the sentence before
        first = next((m.name for m in here if m.subject), None)
        names = {**self._weights, **({first: (self._now, _AS_SUBJECT)} if first else {})}
        if self.hero != self.absent and cast.gender(self.hero) == gender:
            acted = (n for n, (at, w) in names.items() if at >= self._since and w >= _AS_SUBJECT)
            if not any(n != self.hero and cast.gender(n) in {"", gender} for n in acted):
                return self.hero
        for name, (at, weight) in names.items():
            known = cast.gender(name)
            farthest = _SOON if name in self._unnamed else _FARTHEST
            if weight <= _AS_OTHER:
                farthest = _SOON  # named in passing
            if name == self.absent or known not in {"", gender} or self._now - at > farthest:
                continue
            if self._now - at == 1 and weight > _AS_SPEAKER:
                last = name
            fits = _KNOWN if known else (_UNTOLD if name in self._unnamed else 0.0)
            score = weight - _EACH_SENTENCE * (self._now - at) + fits
            if best is None or score > best[0]:
                best = (score, name)
        if best is not None and last is not None and self._now - names[best[1]][0] > 1:
            return last  # though nothing tells the gender
        return best[1] if best else None

    def lately(self, cast: Cast) -> str | None:
        """The person most in mind of the nearest of the last sentences, man or woman; no one without a name.

        >>> from claims.extract.grammar.names import people
        >>> from claims.extract.speakers.cast import Cast
        >>> cast, focus = Cast(), Focus()
        >>> cast.note(people("Ann Lee left."))
        >>> focus.note([Mention("Ann Lee", 0, subject=True)])
        >>> focus.lately(cast)
        'Ann Lee'
        """
        able = [
            (at, weight, name)
            for name, (at, weight) in self._weights.items()
            if self._now - at <= _SOON and cast.is_person(name)
        ]
        return max(able)[2] if able else None

    def near(self, gender: str, cast: Cast) -> int:
        """How many persons of this and the sentence before a pronoun can mean.

        >>> from claims.extract.speakers.cast import Cast
        >>> focus = Focus()
        >>> focus.note([Mention("Ann Lee", 0, subject=True), Mention("Eva Roth", 9, subject=False)])
        >>> focus.near("f", Cast())
        2
        """
        return sum(
            self._now - at <= 1 and cast.gender(name) in {"", gender} and name != self.absent
            for name, (at, _) in self._weights.items()
        )

    def _raise(self, name: str, weight: float) -> None:
        at, old = self._weights.get(name, (0, 0.0))
        self._weights[name] = (self._now, max(weight, old if at == self._now else 0.0))
