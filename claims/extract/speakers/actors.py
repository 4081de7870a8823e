"""Who is credited with a clause that no cue credits, though the network is sure that somebody is.

The clause's own subject ("Lime listed ten forks"), else who speaks beside it or in the sentence before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.empty_it import IS_THAT
from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.people_nouns import is_plural
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.roles import is_finding, is_speaker_like
from claims.extract.grammar.subjects import subject_of
from claims.extract.grammar.syntax import read
from claims.extract.grammar.verbs import AUXILIARIES, BE, is_adverb
from claims.extract.speakers.cues import Cue
from claims.extract.speakers.deeds import is_act
from claims.extract.speakers.source_phrases import SOURCE

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.voices import Voice
    from claims.model.span import Span

_ARTICLE = re.compile(r"(?:The|An?|This|These|Those|One)\s")
_QUOTED = re.compile(r"[“”\"]")
_TURN = re.compile(r"\b(?:but|while|although|though|whereas)\s*$")
_OWN = frozenset("i we my our".split())
_EMPTY = re.compile(rf"\s{IS_THAT}")
_LEAD = 2  # words before a pronoun that begins its clause
_REPORTED = re.compile(r"\b(?:would|could|might|had|was|were)\b")


def actor_of(sentence: str, voice: Voice, clause: Span, cast: Cast) -> Cue | None:
    """The verb of `clause` (offsets in `sentence`) with its subject, when that can be credited.

    >>> from claims.extract.speakers.cast import Cast
    >>> from claims.extract.speakers.voices import Voice
    >>> from claims.model.span import Span
    >>> text = "Lime listed ten forks."
    >>> actor_of(text, Voice((), None), Span(0, 21), Cast()).speaker
    'Lime'
    """
    r = read(sentence, voice.quotes)
    inside = [i for i, word in enumerate(r.words) if clause.start <= word.start < clause.end]
    verb = r.acts(inside[0], inside[-1] + 1) if inside else None
    if verb is None or r.lows[verb] in BE or is_act(r, _main(r, verb)):
        return None
    name = _credited(r, verb, voice, cast, first=inside[0])
    if name is None:
        return None
    return Cue(r.words[verb].start, r.words[verb].end, name, "said", after=True)


def _main(r: Reading, verb: int) -> int:
    """The verb that an auxiliary goes with: "claimed" of "has long claimed"."""
    k = verb
    while k + 1 < len(r.words) and (r.lows[k] in AUXILIARIES or is_adverb(r.lows[k])):
        k += 1
    return k


def _credited(r: Reading, verb: int, voice: Voice, cast: Cast, *, first: int) -> str | None:
    """The verb's subject by its fullest name, when it is a person, a body or something written."""
    subject = subject_of(r, verb)
    if subject is None:
        return None
    words = r.of(subject.start, subject.stop)
    name = speaker_in(words)
    if name is None or _QUOTED.search(words):
        return None
    if name.lower() in PRONOUNS:
        empty = name.lower() == "it" and _EMPTY.match(r.text, r.words[subject.stop - 1].end)
        if subject.start > first + _LEAD or empty:
            return None  # "face allegations they failed"; "It is easy to call it a success"
        return dict(voice.meant).get(name.lower())
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    told = article is not None and (is_speaker_like(name) or is_finding(name))
    many = is_speaker_like(name) and is_plural(name)  # "Prosecutors"
    if name.lower() == "you" or cast.firms.is_law(name):
        return None
    known = told or many or _is_name(bare) or cast.is_person(name)
    return cast.fullest(name) if known else None


def _is_name(words: str) -> bool:
    """Whether a capital shows a name: "Lime", "two of the Limes", but not "Scholars" or "Members of it"."""
    first, _, rest = words.partition(" ")
    plural = first.endswith("s") and not first.isupper()
    return any(word[:1].isupper() for word in rest.split()) or (first[:1].isupper() and not plural)


def beside(sentence: str, voice: Voice, clause: Span) -> Cue | None:
    """The cue nearest before a clause of its sentence, or else behind it, whoever it reports."""
    if _TURN.search(sentence[: clause.start]):
        return None
    before = [c for c in voice.cues if c.end <= clause.start and c.stance != SOURCE]
    if before:
        return before[-1]
    behind = [c for c in voice.cues if c.start >= clause.end and not c.after]
    return behind[0] if behind else None


def goes_on(clause: str, before: Voice | None) -> str | None:
    """Who spoke last in the sentence before, when the words of `clause` can be reported speech still.

    >>> goes_on("It would fall", None) is None
    True
    """
    if before is None or not before.cues or _REPORTED.search(clause) is None:
        return None
    who, _, does = clause.strip().lower().partition(" ")
    if who in _OWN:
        return None  # whoever writes speaks for themselves
    if who in PRONOUNS and does.partition(" ")[0] in REPORTING:
        return None  # it tells of a speaker of its own, whoever that is
    return before.cues[-1].speaker
