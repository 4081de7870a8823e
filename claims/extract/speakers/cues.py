"""Reporting cues of one sentence: "X said", "according to X", "…, said X", "was announced by X"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.noun_phrases import following_phrase, speaker_in
from claims.extract.grammar.reporting_verbs import CONTENT, FOUND, PARTICIPLES, REPORTING, Reporting
from claims.extract.grammar.roles import is_document, is_finding, is_speaker_like
from claims.extract.grammar.stretches import TIMES
from claims.extract.grammar.subjects import Subject, is_counted, subject_of
from claims.extract.grammar.syntax import Reading, read
from claims.extract.grammar.tokens import quote_spans
from claims.extract.speakers.agents import AS_SAYING, SAYING_AHEAD, SPOKEN, by_whom
from claims.extract.speakers.deeds import acting_verb, is_act, is_appended
from claims.extract.speakers.further_cues import adds_nothing, can_go_on
from claims.extract.speakers.owners import is_owned, with_owner, without_words
from claims.extract.speakers.reported_speech import (
    ends,
    is_inserted,
    is_no_report,
    is_passive,
    is_under_way,
    opens,
    reports,
    shares_passive,
)
from claims.extract.speakers.silence import silences
from claims.extract.speakers.source_phrases import cited, source_phrases
from claims.extract.speakers.speech_nouns import speech_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.span import Span

_PREPOSITIONS = frozenset(
    "in on at by to of for with from as when after before about into within".split()
)
_MEANT = frozenset(
    """say announce express thank accuse deny urge condemn criticize criticise praise warn explain
    tell report confirm call apologise apologize suggest reject defend claim""".split()
)
_MEANS = frozenset(
    """took used wrote spoke appeared continued proceeded came held tweeted phoned called seemed seems
    appears began started sought tried rushed""".split()
)
_JOINING, _TELLING = frozenset(["and", "but", ","]), frozenset(["told", "tells", "tell"])
_LED_BY_QUOTE = re.compile(r"[A-Z]\w+ing\s[^“”\"]*[“\"][^“”\"]*[”\"],?\s")
_QUOTE_BEFORE = re.compile(r"[\"”’'»“«」』],?\s+$")
_GOING = frozenset(["went", "goes", "go"])
_CUE_WORDS = frozenset([*REPORTING, *PARTICIPLES]) | _GOING
_QUOTED = frozenset("quoted quotes cited cites".split())
_NAMED, _WHILE = frozenset(["named", "called"]), frozenset("upon on while".split())
_REPUTED = frozenset("said reported alleged believed thought understood".split())
_OWN, _FEW = ("'s", "’s"), 4
_NEAR, _FAR = 10, 25  # words to a form's own noun; in "quoted X, the head of Y, as saying"


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or phrase at `[start, end)` of its sentence, and the words for who says it.

    `after` says whether the reported words follow it; `both` that they stand on both sides. A
    pronoun speaker is kept as written; `relative` marks "…, who said …".
    """

    start: int
    end: int
    speaker: str
    stance: str
    after: bool
    both: bool = False
    relative: bool = False


def find_cues(sentence: str, quotes: Sequence[Span] | None = None) -> tuple[Cue, ...]:
    """The reporting cues of a sentence, in order; `quotes` are its quotations where they are known.

    >>> [(c.speaker, c.stance) for c in find_cues("Sergey Lavrov said in July that he knew.")]
    [('Sergey Lavrov', 'said')]
    """
    quotes = quote_spans(sentence) if quotes is None else quotes
    r = read(sentence, quotes)
    found = [
        Cue(p.start, p.end, p.speaker, p.stance, after=p.after, both=p.both)
        for p in source_phrases(r)
    ]
    shouted = sentence.isupper()
    last: str | None = None
    for i, word in enumerate(r.words):
        if word.lower not in _CUE_WORDS or r.speech[i] or (i and word.is_capital and not shouted):
            continue
        cue = _cue_at(r, i, last=last)
        if cue is not None and not _names(r, i):
            found.append(cue)
            last = cue.speaker if last is None or can_go_on(cue, quotes) else last
    found += [
        Cue(one.start, one.end, one.speaker, "said", after=True, relative=True)
        for one in silences(r)
        if all(c.start != one.start and (c.after or c.start < one.end) for c in found)
    ]
    found += _by_nouns(r, found)
    found.sort(key=lambda c: c.start)
    return tuple(c for i, c in enumerate(found) if not adds_nothing(sentence, found[:i], c))


def _by_nouns(r: Reading, found: Sequence[Cue]) -> list[Cue]:
    """The cues of nouns such as "criticism from X" in stretches where no verb reports."""
    cues = []
    for noun in speech_nouns(r):
        near = (
            c for c in found if "," not in r.text[min(c.end, noun.end) : max(c.start, noun.start)]
        )
        if next(near, None) is None:
            cues.append(Cue(noun.start, noun.end, noun.speaker, noun.stance, after=True))
    return cues


def _cue_at(r: Reading, i: int, *, last: str | None) -> Cue | None:
    word = r.words[i]
    if word.lower in REPORTING:
        return _verb_cue(r, i, REPORTING[word.lower], last=last)
    if word.lower in PARTICIPLES:
        return _participle_cue(r, i, PARTICIPLES[word.lower], last=last)
    return _going_on(r, i)


def _going_on(r: Reading, i: int) -> Cue | None:
    """The cue of "“…,” she went on.": behind what it tells, a mark behind it."""
    if r.lows[i + 1 : i + 2] != ("on",) or i + 2 >= len(r.words) or r.words[i + 2].is_word:
        return None
    subject = subject_of(r, i)
    speaker = _named(r, subject) if subject is not None and subject.told else None
    if speaker is None:
        return None
    both = r.words[i + 2].text == ","
    return Cue(r.words[i].start, r.words[i + 1].end, speaker, "said", after=False, both=both)


def _participle_cue(r: Reading, i: int, row: Reporting, *, last: str | None) -> Cue | None:
    """The cue of "…, adding that", "Calling it a joke, Ann Lee …", "with the bank responding that"."""
    if is_act(r, i):
        return None  # "defending his title"
    at = i
    while at > 1 and r.lows[at - 1] in {"also", "not", "only", "even"}:
        at -= 1
    before = r.lows[at - 1] if at else ""
    speaker: str | None = None
    if i == 0 or before in {"“", '"'}:
        comma = next((k for k in range(i, len(r.words)) if r.words[k].text == ","), len(r.words))
        verb = r.acts(comma, len(r.words))
        speaker = _named(r, subject_of(r, verb)) if verb is not None else None
    elif before == "as":
        speaker = _quoted_as(r, i - 1)
    elif is_passive(r, i):
        tells = reports(r, i, row) and not is_under_way(r, i)
        speaker = _named(r, subject_of(r, i)) if tells else None
    elif not reports(r, i, row) and not _is_with(r, i):
        return None
    elif before in {",", "and", "but", "by", "before"} or r.words[i - 1].end == r.words[i].start:
        speaker = last or _first_subject(r, i)
    else:
        k = next((k for k in range(i - 1, max(-1, i - 8), -1) if r.words[k].lower == "with"), None)
        if k and r.acts(k, i) is None and before not in _WHILE:
            speaker = speaker_in(r.of(k + 1, i))
        elif before in _WHILE:
            verb = next((k for k in range(i - 1, -1, -1) if r.finite[k] and not r.speech[k]), None)
            speaker = last or (_named(r, subject_of(r, verb)) if verb is not None else None)
        elif any(is_document(r.lows[k]) for k in range(max(0, i - _FEW - 1), i)):
            speaker = last or _first_subject(r, i)
    if speaker is None:
        return None
    return Cue(r.words[i].start, r.words[i].end, speaker, row.stance, after=True)


def _is_with(r: Reading, i: int) -> bool:
    """Whether "with" and nothing but one who speaks stand before a participle: "with papers reporting"."""
    near = range(i - 1, max(-1, i - _FEW - 1), -1)
    k = next((k for k in near if r.lows[k] == "with"), None)
    return k is not None and r.lows[i] == "reporting" and all(w.is_word for w in r.words[k:i])


def _quoted_as(r: Reading, stop: int) -> str | None:
    """The speaker of "X was quoted as saying" or "The Post quoted X as saying"."""
    k = next((k for k in range(stop - 1, max(-1, stop - _FAR), -1) if r.lows[k] in _QUOTED), None)
    if k is not None and k + 1 < stop and r.lows[k + 1] != "by":  # "quoted by his office as saying"
        return speaker_in(r.of(k + 1, stop))
    return None if k is None else _named(r, subject_of(r, k))


def _first_subject(r: Reading, i: int) -> str | None:
    """The speaker out of the subject of the sentence's first verb, when a capital begins it."""
    verb = acting_verb(r, i)
    subject = subject_of(r, verb) if verb else None
    named = _named(r, subject)
    if subject is None or named is None or r.words[subject.start].is_capital:
        return named
    return named if any(c.isupper() for c in named) or is_speaker_like(named) else None


def _named(r: Reading, subject: Subject | None) -> str | None:
    if subject is None:
        return None
    start = subject.start - is_counted(r, subject.start)
    if start and r.lows[start - 1] == "whose" and not is_speaker_like(r.of(start, subject.stop)):
        return None  # "the law, whose preamble refers to"
    words = without_words(_LED_BY_QUOTE.sub("", r.of(start, subject.stop)))
    open_ = words.count('"') % 2 or words.count("“") != words.count("”")
    return None if open_ else with_owner(r, start, words)


def _verb_cue(r: Reading, i: int, row: Reporting, *, last: str | None) -> Cue | None:
    """The cue at reporting verb `i`, when it has a speaker and reports something."""
    before = r.words[i - 1].lower if i else ""
    make = _Maker(r, i, row)
    passive = is_passive(r, i) or shares_passive(r, i)
    if passive or before == "to":
        return _of_no_subject(make, passive=passive)
    other, sure = _of_another(make)
    if sure or is_no_report(r, i, row) or (before == "as" and r.lows[i].endswith("ed")):
        return other
    subject = subject_of(r, i)
    asked = subject is None or subject.shared or _names_behind(r, i)
    behind = _after_verb(r, i) if asked else None
    if behind is not None:
        return make.cue(behind, after=False)
    told = subject is not None and subject.told and ends(r, i)
    if not _says(r, i, row, subject=subject, told=told):
        return None
    speaker = _named(r, subject)
    if before in _JOINING and (speaker is None or (subject and subject.shared and last)):
        speaker = last
    if speaker is None or subject is None:
        return make.cue(speaker, after=True)
    postposed = told and not (subject.start > 1 and opens(r, subject.start))
    inserted = subject.stop == i and is_inserted(r, subject.start, i)
    relative = subject.relative or is_owned(r, subject.start)
    return make.cue(speaker, after=not (postposed or inserted), relative=relative)


def _of_no_subject(make: _Maker, *, passive: bool) -> Cue | None:
    """The cue of a passive ("was announced by X") or of an infinitive ("took to the radio to say")."""
    r, i, row = make.r, make.i, make.row
    if not passive:
        return make.cue(_aim_of(r, i), after=True)
    if row.needs and (row.needs - {CONTENT} or CONTENT not in row.needs):
        told_of = not (row.needs | SPOKEN).isdisjoint(r.lows[max(0, i - _NEAR) : i])
        if not told_of and not reports(r, i, row):
            return None  # "was hit by", "the bill was dismissed by"
    return make.cue(by_whom(r, i, row), after=False)


def _reputed(make: _Maker) -> Cue | None:
    """The cue of "X is said to have complained"."""
    k = make.i - 3
    if k < 1 or make.r.lows[k + 1 : k + 3] != ("to", "have") or make.r.lows[k] not in _REPUTED:
        return None
    if not is_passive(make.r, k):
        return None
    subject = subject_of(make.r, k)
    return make.cue(_named(make.r, subject), after=subject is None or not subject.told)


def _names(r: Reading, i: int) -> bool:
    """Whether the form only gives a name to one who speaks: "A student named Wong said"."""
    if r.lows[i] not in _NAMED or i + 2 >= len(r.words) or not r.words[i + 1].is_capital:
        return False
    if (not r.finite[i] and not is_passive(r, i)) or (i and r.lows[i - 1] == ","):
        return True  # "a baker called Ann Lee, who", "the seal, named Lime, was"
    if i > 2 and r.lows[i - 3] == "by" and r.lows[i - 2] in {"a", "an"}:  # noqa: PLR2004 - "by a firm"
        return True
    k = next((k for k in range(i + 2, len(r.words)) if not r.words[k].is_capital), None)
    owned = k is not None and r.lows[k - 1].endswith(_OWN)  # "called Ann Lee's proposed law"
    return k is not None and not owned and r.lows[k] in REPORTING


def _of_another(make: _Maker) -> tuple[Cue | None, bool]:
    """(the cue that credits another than the subject, whether the matter is settled by it)."""
    r, i = make.r, make.i
    if r.lows[i] not in _QUOTED and r.lows[i + 1 : i + 2] != ("by",):
        reputed = _reputed(make)
        return reputed, reputed is not None
    if r.lows[i] in _QUOTED:
        if AS_SAYING.search(r.text, r.words[i].end, r.words[i].end + SAYING_AHEAD):
            return None, True  # the cue is "saying"
        one = cited(r, i)
        return (make.cue(one, after=True), True) if one is not None else (None, False)
    if not r.lows[i].endswith("ed") or (i and r.lows[i - 1] == "as"):
        return None, False
    agent = by_whom(r, i, make.row)  # "a man identified by police as …"
    if not i and make.row.stance == "asked":
        agent = None  # "Asked by Ann Lee, he said"
    if (
        agent is None
        or agent.split()[0].lower() in TIMES
        or not (agent[:1].isupper() or is_speaker_like(agent))
    ):
        return None, False
    return make.cue(agent, after=False), True


def _says(r: Reading, i: int, row: Reporting, *, subject: Subject | None, told: bool) -> bool:
    """Whether the verb reports something, its subject known."""
    if subject is None:
        return reports(r, i, row)
    if not subject.shared and is_appended(r, subject.start, subject.stop, i):
        return False
    if row.stance == FOUND and is_finding(r.of(subject.start, subject.stop)):
        return True
    closed = any(
        r.words[k].text == "," for k in range(max(0, subject.start - 1), min(subject.stop, i - 1))
    )
    return reports(r, i, row, told=told, closed=closed)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the cue of one verb."""

    r: Reading
    i: int
    row: Reporting

    def cue(self, speaker: str | None, *, after: bool, relative: bool = False) -> Cue | None:
        """The cue, when there is a speaker."""
        if speaker is None:
            return None
        word = self.r.words[self.i]
        both = not after and any(
            self.r.words[k].text == ","
            for k in range(self.i + 1, min(self.i + 12, len(self.r.words)))
        )
        return Cue(
            word.start,
            word.end,
            speaker,
            self.row.stance,
            after=after,
            both=both,
            relative=relative,
        )


def _aim_of(r: Reading, i: int) -> str | None:
    """The speaker of "went on to say", "took to the radio to announce", "used her speech to accuse"."""
    if r.words[max(0, i - 2)].lower == "on" and i > _FEW - 2:
        return _named(r, subject_of(r, i - 3))
    if r.words[i].lower not in _MEANT:
        return None
    for k in range(i - 2, max(-1, i - 14), -1):
        if r.finite[k] and not r.speech[k]:
            return _named(r, subject_of(r, k)) if r.words[k].lower in _MEANS else None
    return None


def _names_behind(r: Reading, i: int) -> bool:
    """Whether a name ends the sentence behind ", said": "The blast, a big one, killed 12, said Ann Lee."."""
    if r.lows[i] not in {"said", "says"} or r.words[i - 1].text != ",":
        return False
    phrase, marked = following_phrase(r.text[r.words[i].end : r.words[i].end + 300])
    words = phrase.split()
    return marked and len(words) > 1 and all(w[:1].isupper() for w in words[-2:])


def _after_verb(r: Reading, i: int) -> str | None:
    """The speaker of "“…,” said X" or "…, said X": what stands after the verb, up to a mark."""
    word = r.words[i]
    if word.lower in _TELLING or i + 1 >= len(r.words):  # whom they told
        return None
    quoted = _QUOTE_BEFORE.search(r.text[max(0, word.start - 4) : word.start]) is not None
    told = i > 0 and r.words[i - 1].text in {",", "–", "—"} and r.acts(0, i - 1) is not None
    said = REPORTING[word.lower].stance in {"said", "announced", "claimed", "asked"}
    following = r.words[i + 1]
    if not (quoted or (told and said)) or not following.is_word or following.lower in _PREPOSITIONS:
        return None
    phrase, marked = following_phrase(r.text[word.end : word.end + 300])
    if not marked:
        return None  # "Bo, who was ill, said the mill was shut"
    count = len(phrase.split(",")[0].split())
    inside = range(i + 1, min(i + 1 + count, len(r.words)))
    if any(r.finite[k] for k in inside) or (following.lower in PRONOUNS and count > 1):
        return None
    first = next((k for k in inside if r.words[k].is_capital), None)
    named = following.lower in {"a", "an", "the"} or (
        first is not None and _PREPOSITIONS.isdisjoint(r.lows[i + 1 : first])
    )
    short = word.lower in {"said", "says", "say"} and count <= _FEW
    return speaker_in(phrase) if quoted or named or short else None
