"""Who says each sentence and each quotation of an article, short names and pronouns resolved."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claims.extract.article import LONGEST
from claims.extract.grammar.given_names import gender_by_role
from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.names import bodies, people
from claims.extract.grammar.syntax import read
from claims.extract.grammar.title_case import is_title_case
from claims.extract.grammar.verbs import first_finite
from claims.extract.speakers.acting_bodies import group_meant, owner_meant
from claims.extract.speakers.attribution import is_of_thing
from claims.extract.speakers.cast import Cast
from claims.extract.speakers.checked import claim_cue, maker_of
from claims.extract.speakers.cues import Cue, find_cues
from claims.extract.speakers.genders import FIRST, PERSONAL, PRONOUN, acts_on_another, learn_from
from claims.extract.speakers.heard_again import heard_again
from claims.extract.speakers.lives import life_told
from claims.extract.speakers.memory import Memory
from claims.extract.speakers.mentions import SHORT, mentions_in
from claims.extract.speakers.pronoun_cues import (
    acted_before,
    acting_group,
    firm_acting,
    same_speaker,
)
from claims.extract.speakers.source_phrases import SOURCE
from claims.extract.speakers.turns import Turns, find_turns
from claims.extract.speakers.unnamed import (
    gender_of_one_name,
    one_person,
    opens_with_one,
    who_acts,
)
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.speakers.focus import Mention

_GROUP = frozenset(["they", "them", "it"])
_SEVERAL = _GROUP | {"both"}
_SUBJECTS = re.compile(r"\b(?:he|she|they|it)\b", re.IGNORECASE)
_FRONTED = re.compile(
    r"(?:(?:When|While|As|If|Although|Though|Because)"
    r"|(?:In|On|At|By|Between|After|Before|During|Since|From|Until|Last|Earlier|Later|That|This)\b"
    r"(?:\s(?:[\da-z]|[A-Z][a-z]+day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[\w-]*,?){1,6}?)"
    r"\s(he|she)\s"
)
"""A sentence whose subject is a pronoun behind a time or place without a name: "In 2016 he"."""
_AUX = r"(?:(?:had|has|have|would|could|did|not|never|once|often|later|then|also)\s){0,3}"
_OF_TWO = {  # "she had seen her": the two are not one
    "m": re.compile(rf"\bhe\s{_AUX}\w+\shim\b", re.IGNORECASE),
    "f": re.compile(
        rf"\bshe\s{_AUX}(?:(?:seen|saw|heard|watched)\sher\b"
        r"|\w+\sher(?=[.,;]|\s(?:to|in|on|at|with|for|as|after|before|that|and|of|from|when|by)\b))",
        re.IGNORECASE,
    ),
}
_TELLS = re.compile(r"[\s—–-]*(?:[a-zà-þ]|(?:He|She|They|It|That|This|So|Thus|Such)\b)")
_ENDS = (".", "!", "?", ":", "…", "”", '"', "’", "'", ")")
_LOOK_BACK = 2  # sentences in which the speaker of a quotation without a cue is looked for
_FAR_QUOTES = 4  # sentences on from one quotation to the next, whose speaker may still be the same
_OFFICE = 80  # characters behind a name in which its office is told
_BESIDE = 40  # characters behind a name in which "a spokeswoman" tells of it


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one sentence: its cues, each with its speaker by the fullest name given.

    `person` is the one that "he" or "she" at its beginning can mean, null when none or several.
    `quotes` are the quotations in it, in offsets of the sentence; `subject` is the person whom its
    first words name or mean.
    """

    cues: tuple[Cue, ...]
    person: str | None
    quotes: tuple[Span, ...] = ()
    subject: str | None = None
    meant: tuple[tuple[str, str], ...] = ()  # pronouns in it, and whom each most likely means
    unheard: bool = False  # somebody speaks in it who is not known


@dataclass(slots=True)
class Speakers:
    """The voices of an article, by number of sentence and of quotation."""

    voices: list[Voice] = field(default_factory=list)
    by_quote: list[str | None] = field(default_factory=list)
    turns: Turns = field(default_factory=Turns)  # of an interview or transcript
    cast: Cast = field(default_factory=Cast)


def find_speakers(article: Article) -> Speakers:
    """Read the sentences in order and note who speaks in each, then in each quotation.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Ann Lee died. She said it was hard.", published=None)
    >>> [[c.speaker for c in v.cues] for v in find_speakers(a).voices]
    [[], ['Ann Lee']]
    """
    memory = Memory()
    speakers = Speakers(cast=memory.cast)
    spans = [s.trim(article.text) for s in article.sentences]
    told = [_tells_names(article, span) for span in spans]
    _meet(article, [s for s, ok in zip(spans, told, strict=True) if ok], memory)
    speakers.turns = find_turns(article, memory.cast)
    life = life_told(article)
    if life is not None:
        memory.focus.hero = memory.cast.fullest(life.name)
        memory.cast.learn(life.name, life.gender)
    for i, span in enumerate(spans):
        if not told[i]:
            speakers.voices.append(Voice((), None))
        else:
            turn = speakers.turns.at(span.start)
            if turn is not None and turn.span.start >= span.start:
                memory.body = None  # "it" and "they" are whoever this one tells of
            memory.focus.absent = turn.speaker if turn is not None else None
            words = speakers.turns.unlabelled(article.text, span)
            memory.focus.turn(paragraph=article.starts_paragraph(span))
            voice = _listen(words, _quotes_in(article, span), memory)
            cues = speakers.turns.addressed(voice.cues, words, span.start)
            claimed = claim_cue(article.text, span)
            if claimed is not None:
                cues = (replace(claimed, speaker=memory.cast.fullest(claimed.speaker)), *cues)
            speakers.voices.append(replace(voice, cues=cues) if cues != voice.cues else voice)
    _hear_quotes(article, spans, speakers)
    return speakers


def _tells_names(article: Article, span: Span) -> bool:
    """Whether a sentence stands in the body and its capitals show what is a name."""
    body = span.start < article.body_end and len(span) <= LONGEST
    return body and not is_title_case(span.of(article.text))


def _quotes_in(article: Article, span: Span) -> tuple[Span, ...]:
    """The quotations of a sentence, cut to it, in its own offsets."""
    first = max(0, bisect_right(article.quotes, Span(span.start, span.start)) - 1)
    found = []
    for quote in article.quotes[first:]:
        if quote.start >= span.end:
            break
        if quote.end > span.start:
            found.append(
                Span(max(quote.start, span.start), min(quote.end, span.end)).shift(-span.start)
            )
    return tuple(found)


def _meet(article: Article, spans: list[Span], memory: Memory) -> None:
    """Note everybody named anywhere, and what pronouns tell of them where only one can be meant."""
    alone: str | None = None
    cast = memory.cast
    for span in spans:
        cast.firms.note(span.of(article.text))
    cast.note(p for p in heard_again(article.text) if p.name not in cast.firms)
    for span in spans:
        sentence = span.of(article.text)
        found = [p for p in people(sentence) if p.name not in cast.firms]
        cast.note(found)
        cast.note_small(sentence)
        memory.described.note_loose(sentence)
        cast.alone(
            m[0]
            for m in SHORT.finditer(sentence)
            if not any(p.start <= m.start() < p.end for p in found)
        )
        for person in found:
            role = gender_by_role(sentence[person.end : person.end + _BESIDE])
            if sentence[person.end : person.end + 1] == ",":
                cast.learn(person.name, role)
                cast.entitle(person.name, sentence[person.end : person.end + _OFFICE])
        for person in found:
            if person.title:
                cast.serve(person.name, sentence[max(0, person.start - _BESIDE) : person.end])
            memory.described.note(sentence, cast.fullest(person.name), person.start, person.end)
        alone = learn_from(sentence, _quotes_in(article, span), found, cast, alone)


def _listen(sentence: str, quotes: tuple[Span, ...], memory: Memory) -> Voice:
    cast = memory.cast
    mentions = mentions_in(sentence, cast)
    cast.note(p for p in people(sentence) if p.title)
    cast.note_bodies(bodies(sentence), sentence)
    distinct = tuple(dict.fromkeys(m.name for m in mentions if cast.is_sure(m.name)))
    person = _the_one(sentence, memory)
    pronouns = _meant(sentence, memory)
    cues: list[Cue] = []
    spoke: list[str] = []
    group: str | None = None  # the body or group heard last in this sentence
    unheard = False
    for cue in find_cues(sentence, quotes):
        cast.hide_behind(cue.start)
        speaker = group if cue.speaker.lower() in _GROUP else None
        if cue.speaker.lower() in _GROUP and speaker is None:
            speaker = acting_group(sentence, cue, cast)
        speaker = speaker or same_speaker(cue, cues[-1:], mentions, cast)
        speaker = speaker or acted_before(sentence[: cue.start], cue, mentions)
        speaker = speaker or firm_acting(sentence, cue, cast)
        if not _is_open(sentence, cue, memory):
            speaker = speaker or _resolve(cue, memory, [m for m in mentions if m.start < cue.start])
        if speaker == memory.focus.absent:
            speaker = None  # "the Deputy said": another than the one who speaks
        if speaker is not None and not cast.firms.is_law(speaker):
            cues.append(replace(cue, speaker=speaker))
            spoke.append(speaker)
            group = memory.hear(speaker, group, source=cue.stance == SOURCE)
        unheard |= speaker is None and cue.after
    memory.keep_written(sentence, cues)
    opened = FIRST.match(sentence) or _FRONTED.match(sentence)
    subject = _kept(opened, memory) or _acting(sentence, quotes, mentions)
    memory.focus.note(mentions)
    memory.focus.heard([s for s in spoke if cast.is_person(s)])
    _note_unnamed(sentence, quotes, memory, spoke)
    if distinct or not opened:
        memory.recent = () if _names_more(sentence, mentions, distinct) else distinct
    memory.end(sentence, (c.speaker for c in cues if not c.after and c.stance != SOURCE))
    return Voice(tuple(cues), person, quotes, subject, pronouns, unheard)


def _names_more(sentence: str, mentions: list[Mention], known: tuple[str, ...]) -> bool:
    """Whether a sentence has two who may be "he" next, whoever is `known`: "Farid, a cook, met Lee"."""
    if any(acts_on_another(sentence, m.start) for m in mentions):
        return True
    alone = opens_with_one(sentence) if known else None
    return alone is not None and all(alone not in name.split() for name in known)


def _acting(sentence: str, quotes: tuple[Span, ...], mentions: list[Mention]) -> str | None:
    """The first named outside quotations, in a line that ends with a stop or a quotation or has a verb."""
    own = (m.name for m in mentions if m.subject and not _is_inside(quotes, m.start))
    found = next(own, None)
    acts = found and (sentence.endswith(_ENDS) or first_finite(sentence) is not None)
    return found if acts else None


def _is_inside(quotes: tuple[Span, ...], at: int) -> bool:
    """Whether a place of a sentence lies in a quotation."""
    return any(quote.start < at < quote.end for quote in quotes)


def _kept(opened: re.Match[str] | None, memory: Memory) -> str | None:
    """Whom the pronoun that is the subject of a sentence means, who stays in mind."""
    meant = memory.focus.who(PERSONAL[opened[1].lower()], memory.cast) if opened else None
    if meant is not None:
        memory.focus.keep(meant)
    return meant


def _note_unnamed(
    sentence: str, quotes: tuple[Span, ...], memory: Memory, spoke: list[str]
) -> None:
    """Keep in mind who acts or speaks without a name: "The captain had no permit. He said …"."""
    acts = who_acts(read(sentence, quotes))
    called = next((n for n in spoke if f"{acts} surnamed {n}" in sentence), None)
    if acts and called:
        memory.cast.learn(called, one_person(acts) or "")
        memory.focus.tell(called, speaks=True)
        return
    for name in dict.fromkeys([*([acts] if acts else []), *spoke]):
        gender = gender_of_one_name(name, sentence)
        gender = one_person(name) if gender is None else gender
        if gender is not None and not memory.cast.is_person(memory.cast.fullest(name)):
            memory.cast.learn(name, gender)
            memory.focus.tell(name, speaks=name in spoke)


def _is_open(sentence: str, cue: Cue, memory: Memory) -> bool:
    """Whether a second "her" beside "she" shows that there are two, either of whom may speak."""
    gender = PERSONAL.get(cue.speaker.lower())
    if gender is None or _OF_TWO[gender].search(sentence) is None:
        return False
    return memory.focus.near(gender, memory.cast) > 1


def _meant(sentence: str, memory: Memory) -> tuple[tuple[str, str], ...]:
    """The pronouns of a sentence that can be its subject, and whom each means."""
    found = []
    for low in dict.fromkeys(m.lower() for m in _SUBJECTS.findall(sentence)):
        cue = Cue(0, 0, low, "said", after=True)
        who = None if _is_open(sentence, cue, memory) else _resolve(cue, memory, [])
        if who is not None:
            found.append((low, who))
    owner = owner_meant(sentence, memory)
    return (*found, *([("its", owner)] if owner is not None else []))


def _the_one(sentence: str, memory: Memory) -> str | None:
    """The only person that "he" or "she" at the beginning can mean."""
    opened = PRONOUN.match(sentence.lstrip("“\"'‘([ "))
    gender = PERSONAL[opened[0].lower()] if opened else ""
    able = [n for n in memory.recent if n != memory.focus.absent]
    fitting = [n for n in able if not gender or memory.cast.gender(n) in {"", gender}]
    return fitting[0] if len(fitting) == 1 else None


def _resolve(cue: Cue, memory: Memory, here: list[Mention]) -> str | None:
    """The fullest name for a speaker; a pronoun means whoever was spoken of last."""
    low = cue.speaker.lower()
    if low in PERSONAL:
        known = memory.focus.who(PERSONAL[low], memory.cast, here=here if cue.after else ())
        known = known or memory.focus.who(PERSONAL[low], memory.cast, here=here)
        fitting = {m.name for m in here if memory.cast.gender(m.name) == PERSONAL[low]}
        surer = len(fitting) == 1 and (known is None or not memory.cast.gender(known))
        return next(iter(fitting)) if surer else known
    if low in _SEVERAL:
        return group_meant(low, memory) or (cue.speaker if low == "both" else None)
    if low in PRONOUNS:
        return None
    meant = memory.meant_by(cue.speaker)
    return meant or memory.cast.fullest(cue.speaker)


def _hear_quotes(article: Article, spans: list[Span], speakers: Speakers) -> None:
    """Give each quotation its speaker: the cue beside it, who acts beside it, or who spoke before."""
    starts = [s.start for s in spans]
    before = 0
    last: str | None = None
    for quote in article.quotes:
        maker = maker_of(article.text, quote.start, quote.end)
        who = speakers.cast.fullest(maker) if maker is not None else None
        credit = _CREDIT.match(article.text, quote.end) if who is None else None
        who = speakers.cast.fullest(credit[1]) if credit else who
        who = who or _of_quote(spans, speakers, starts, quote=quote)
        here = max(0, bisect_right(starts, quote.start) - 1)
        holds = speakers.voices[here]
        if who is None and not (holds.unheard and not holds.cues):
            near = article.text.count("\n\n", before, quote.start) <= 1
            near = near and here - bisect_right(starts, before) < _FAR_QUOTES
            earlier = _spoke_between(speakers, starts, before, quote.start) or (
                last if near else None
            )
            i = max(0, bisect_right(starts, quote.end + 1) - 1)
            told = None
            if earlier is None or _is_told(article.text, quote, spans[i]):
                told = _beside(spans[i], speakers.voices[i], quote)
            who = told or _who_acts(spans, speakers, starts, quote) or earlier
        speakers.by_quote.append(who)
        before, last = quote.end, who


_CREDIT = re.compile(  # "“We sat on the roof.” - Jo Lee, 84"
    r"\s{0,3}[–—-]\s?((?:[A-ZÀ-Þ][\w.’'-]*\s(?:(?:de|van|von|der|da|al)\s)?){1,3}[A-ZÀ-Þ][\w.’'-]*)(?:,[^.\n]{0,60})?\s*(?:\n|\Z)"
)


def _is_told(text: str, quote: Span, follows: Span) -> bool:
    """Whether the sentence after a quotation tells whose it was: "he said", "That is what Ann Lee said".

    What opens a paragraph has nobody before it, so any speaker after it will do.
    """
    opens = not text[text.rfind("\n", 0, quote.start) + 1 : quote.start].strip()
    return opens or _TELLS.match(text, follows.start) is not None


def _spoke_between(speakers: Speakers, starts: list[int], begin: int, end: int) -> str | None:
    """The last who spoke or acted in the sentences between two places, the nearest first."""
    first, stop = (max(0, bisect_right(starts, at) - 1) for at in (begin, end))
    for voice in reversed(speakers.voices[max(first, stop - _LOOK_BACK) : stop]):
        if voice.cues:
            return voice.cues[-1].speaker
        if voice.subject is not None and not voice.quotes:
            return voice.subject
    return None


def _of_quote(
    spans: list[Span], speakers: Speakers, starts: list[int], *, quote: Span
) -> str | None:
    """The speaker of the cue in the sentence where the quotation opens, or where it closes."""
    places = [max(0, bisect_right(starts, at) - 1) for at in (quote.start, quote.end - 1)]
    found = (_beside(spans[i], speakers.voices[i], quote) for i in places)
    return next((who for who in found if who is not None), None)


def _beside(span: Span, voice: Voice, quote: Span) -> str | None:
    """The speaker of the cue in a sentence that stands nearest to a quotation."""
    near = [
        (abs(span.start + c.start - quote.start), c.speaker)
        for c in voice.cues
        if not quote.start <= span.start + c.start < quote.end - 1
        and not is_of_thing(c)
        and (c.after or span.start + c.start >= quote.end)
    ]
    return min(near, key=lambda n: n[0])[1] if near else None


def _who_acts(spans: list[Span], speakers: Speakers, starts: list[int], quote: Span) -> str | None:
    """The subject of the sentence in which a quotation stands, unless it opens it."""
    i = max(0, bisect_right(starts, quote.start) - 1)
    return speakers.voices[i].subject if quote.start > spans[i].start + 2 else None
