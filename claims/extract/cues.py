"""Reporting cues of one sentence: "X said", "according to X", "…, said X", "was announced by X"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.names import person_in
from claims.extract.reporting_verbs import NEED_CONTENT, NEED_NOUN, PARTICIPLES, REPORTING, STANCES
from claims.extract.tokens import Token, quote_spans, tokens
from claims.extract.verbs import AUXILIARIES, BE, finite_from, is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

PRONOUNS = frozenset(["he", "she", "they", "i", "we", "it"])
SOURCE = "source"  # stance of a phrase that credits a source for a fact

_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_FRONTED = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s reported by|[Ii]n the words of|[Pp]er(?=\s(?:the\s)?[A-Z])"
    r"|[Bb]y(?=\s[\w’']+[’']s?\s(?:report|account|count|estimate)))\s"
)
_NP_END = re.compile(
    r"[,;:()—–“”\"]|(?<!Dr)(?<!Mr)(?<!Ms)(?<!Gen)(?<!Sen)(?<!Mrs)(?<!\b[A-Z])\.(?:\s|$)"
    r"|\s(?:that|which|who|and\s(?:was|were|is|has)|was|were|is|are|has|have|had|said|told|will"
    rf"|would|on\s{_DAYS}|as|but|while)\b"
)
_LEAD = re.compile(
    r"^(?:(?:In|On|At|During|After|Before|By|As|Since|For|Despite|With|Following|Under|To|From|Amid"
    r"|The\s(?:previous|next|following|same)|This|That|Earlier|Later|Last|Shortly|Specifically|Namely"
    r"|However|Meanwhile|Indeed|Upon|Also|Reportedly|\w+ing|\w+ly|\d{4})\b[^,]*,\s*)+",
    re.IGNORECASE,
)
_DAY_LEAD = re.compile(
    rf"^(?:(?:[Oo]n|Last|Early|Later|Late|Earlier|This|Yesterday|Today|Meanwhile|However|Also"
    rf"|Reportedly|Subsequently|Additionally)\s?(?:on\s)?(?:{_DAYS}|week|month|year|night|morning"
    rf"|(?:{_MONTHS})\s\d{{1,2}})?(?:\s(?:morning|night|afternoon|evening))?,?\s+)+"
)
_TAIL = re.compile(
    rf"\s(?:(?:on|in|at)\s(?:{_DAYS}|{_MONTHS})|yesterday|today|later|also|has|have|had|reportedly"
    r"|publicly|recently|then|subsequently|previously|further|in\sa\s(?:statement|tweet|report))\b[\w\s]*$"
)
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,]*(?:,|$)")
_SPOKESMAN = re.compile(
    r"(?:[Aa]n?|[Tt]he)?\s?(?:\w+\s){0,3}(?:spokes\w+|officials?|representatives?)\s(?:for|of|from)\b"
)
_NOBODY = frozenset("it this that there which who what as".split())
_BREAKS = frozenset("but that because while although though and when however where if".split())
_BREAK_MARKS = frozenset([";", ":", "—", "“", "”", '"'])
_NOT_BEFORE = frozenset("be been being to a an the its his her their of or reported more".split())
_PREPOSITIONS = frozenset("in on at by to of for with from as when after before".split())
_NAMING = frozenset("called named labeled labelled described considered".split())
_NOUNS = frozenset("reports report estimates estimate claims comments notes demands".split())
_APART = frozenset([",", "also", "formerly", "previously", "now", "so"])
_GOING = frozenset(["reported", "spoke", "told"])
_SPOKEN_NOUN = re.compile(
    r"(?:\s\w+){0,4}\s(?:statements?|warnings?|advisory|alert|apology|condolences|message|Twitter"
    r"|Facebook|Instagram|social)\b"
)
_CONTENT = re.compile(r"[^.;]{0,60}?(?:\bthat\b|[“\"])|:|,?\s*[“\"]")
_BY = frozenset(
    "announced claimed reported confirmed condemned criticized criticised described".split()
)
_SUBJECT_WORDS = 40
_LONGEST_SUBJECT = 300


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or phrase at `[start, end)` of its sentence, and the words for who says it.

    `after` says whether the reported words follow it. A pronoun speaker is kept as written.
    """

    start: int
    end: int
    speaker: str
    stance: str
    after: bool


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """The reporting cues of a sentence, in order.

    >>> [(c.speaker, c.stance) for c in find_cues("Sergey Lavrov said in July that he knew.")]
    [('Sergey Lavrov', 'neutral')]
    """
    found = _phrases(sentence)
    words = tokens(sentence)
    quotes = quote_spans(sentence)
    last: str | None = None
    for i, word in enumerate(words):
        if word.lower not in REPORTING and word.lower not in PARTICIPLES:
            continue
        if any(q.start < word.start < q.end for q in quotes):
            continue
        cue = _verb_cue(sentence, words, i, last=last)
        if cue is not None:
            found.append(cue)
            last = cue.speaker
    return tuple(sorted(found, key=lambda c: c.start))


def _phrases(sentence: str) -> list[Cue]:
    found = []
    for match in _FRONTED.finditer(sentence):
        rest = sentence[match.end() :]
        stop = _NP_END.search(rest)
        source = rest[: stop.start()] if stop else rest.rstrip(" .")
        source = re.sub(
            r"[’']s?\s(?:report|account|count|estimate|statistics|data)\w*$", "", source
        )
        own = re.search(rf"\bby\s(?:the\s)?([A-Z].*?)(?:\son\s{_DAYS}.*)?$", rest.split(",")[0])
        named = person_in(source) if not source.startswith("the ") else None
        speaker = (named or (own[1] if own else source)).strip()
        if speaker and not speaker.lower().startswith(("plan", "law", "schedule")):
            lead = sentence[: match.start()].strip(' “"').lower()
            found.append(
                Cue(
                    match.start(),
                    match.end() - 1,
                    speaker,
                    SOURCE,
                    after=lead in {"", "but", "and"} or lead.endswith(";"),
                )
            )
    return found


def _verb_cue(sentence: str, words: Sequence[Token], i: int, *, last: str | None) -> Cue | None:
    """The cue at reporting verb `words[i]`, when it has a speaker and reports something."""
    word, before = words[i], words[i - 1].lower if i else ""
    speaker: str | None = None
    after = True
    if word.lower in PARTICIPLES:
        speaker = (last or _first_subject(sentence, words, i)) if before == "," else None
    elif before in BE:
        speaker, after = _by_whom(sentence, words, i), False
    elif before == "to" and i > 2 and words[i - 2].lower == "on":  # noqa: PLR2004 - "went on to say"
        speaker, _ = _subject(sentence, words, i - 3)
    elif before not in _NOT_BEFORE and _reports(sentence, words, i):
        speaker, after = _after_verb(sentence, words, i), False
        if speaker is None:
            speaker, after = _subject(sentence, words, i)
        if speaker is None and _shares_subject(words, i):
            speaker, after = last or _first_subject(sentence, words, i), True
    if speaker is None:
        return None
    return Cue(word.start, word.end, speaker, REPORTING.get(word.lower, "neutral"), after=after)


def _reports(sentence: str, words: Sequence[Token], i: int) -> bool:
    """Whether what follows a verb of many meanings is reported speech."""
    word, rest = words[i].lower, sentence[words[i].end :]
    if word == "say" and rest.startswith(" so"):
        return False
    if word in _NAMING and words[i - 1].lower in _APART:
        return re.match(r"\s(?:it|him|her|them)\b", rest) is not None
    if word in _GOING and re.match(r"\s(?:extensively|on|from|for|to|as)\b", rest):
        return False
    if word in NEED_NOUN:
        return _SPOKEN_NOUN.match(rest) is not None
    return word not in NEED_CONTENT or _CONTENT.match(rest) is not None


def _by_whom(sentence: str, words: Sequence[Token], i: int) -> str | None:
    """The speaker of "was announced by X"."""
    if words[i].lower in _BY and i + 1 < len(words) and words[i + 1].lower == "by":
        rest = sentence[words[i + 1].end :]
        stop = _NP_END.search(rest, 1)
        return _who(rest[: stop.start()] if stop else rest.rstrip(" ."))
    return None


def _after_verb(sentence: str, words: Sequence[Token], i: int) -> str | None:
    """The speaker of "“…,” said X" or "…, said X": what stands after the verb, up to a mark."""
    quoted = re.search(r"[\"”’'],?\s*$", sentence[max(0, words[i].start - 4) : words[i].start])
    if words[i].lower in {"told", "tells"}:  # whom they told
        return None
    told = words[i - 1].text == "," and words[i].lower in STANCES["neutral"]
    if not quoted and not (told and finite_from(words, 0, i - 1) is not None):
        return None
    if i + 1 >= len(words) or not words[i + 1].is_word or words[i + 1].lower in _PREPOSITIONS:
        return None
    rest = sentence[words[i].end :]
    stop = _NP_END.search(rest, 1)
    phrase = rest[: stop.start()] if stop else rest.rstrip(" .")
    parts = tokens(phrase)
    clause = parts[0].lower in PRONOUNS and len(parts) > 1
    if clause or finite_from(parts, 0, len(parts)) is not None:
        return None
    named = any(p.is_capital for p in parts) or parts[0].lower in {"a", "an", "the"}
    return _who(phrase) if quoted or named else None


def _subject(sentence: str, words: Sequence[Token], i: int) -> tuple[str | None, bool]:
    """The words for who speaks, left of the verb; and whether the reported words come after it."""
    k = i - 1
    while k >= 0 and (words[k].lower in AUXILIARIES or is_adverb(words[k].lower)):
        k -= 1
    if k < 0 or words[k].lower in _BREAKS or words[k].text in _BREAK_MARKS:
        return None, True
    if words[k].lower in PRONOUNS:
        return words[k].text, not _ends(words, i)
    phrase = sentence[words[_clause_start(words, k)].start : words[k].end].strip(" ")
    if words[k].lower in {"which", "who", "that"}:
        return _before_relative(phrase), True
    plain = _LEAD.sub("", _ASIDE.sub("", phrase)).strip(" ,")
    if not _has_verb(plain):
        return _who(plain), not _ends(words, i)
    return _from_longer(sentence[: words[k].start], plain, closing=phrase.endswith(","))


def _from_longer(before: str, phrase: str, *, closing: bool) -> tuple[str | None, bool]:
    """The speaker out of words that hold a clause of their own.

    `closing`: "Zoe, on the deck when it fell, said"; otherwise "It fell, officials said".
    """
    name = _LEAD.sub("", before).split(",", 1)[0] if closing else phrase.rpartition(",")[2]
    relayed = re.search(r"\b(?:reported|said)\s(?:that\s)?([A-Z].*)$", phrase)
    if relayed and not _has_verb(relayed[1]):  # "The Post reported Ann Lee said"
        return _who(relayed[1]), True
    if _has_verb(name) or not (closing or "," in phrase):
        return None, True
    return _who(name), closing


def _ends(words: Sequence[Token], i: int) -> bool:
    """Whether the clause ends right after the verb, so that the reported words came before."""
    after = [w.text for w in words[i + 1 : i + 3]]
    return not after or after[0] in {".", ";"} or (after[0] == "," and after[-1] not in {'"', "“"})


def _has_verb(phrase: str) -> bool:
    """Whether a finite verb stands in a phrase; its last word may be a noun such as "reports"."""
    parts = tokens(phrase)
    end = len(parts) - (bool(parts) and parts[-1].lower in _NOUNS)
    return finite_from(parts, 0, end) is not None


def _clause_start(words: Sequence[Token], k: int) -> int:
    """Where the clause whose subject ends at word `k` begins: after a quote, a break or a clause."""
    start = k
    while start > 0 and k - start < _SUBJECT_WORDS:
        mark = words[start - 1]
        if mark.text in _BREAK_MARKS:
            clock = mark.text == ":" and mark.end == words[start].start
            if not clock:
                break
        elif mark.lower in _BREAKS:
            names = mark.lower == "and" and words[start].is_capital and words[start - 2].is_capital
            if not names or start < 2:  # noqa: PLR2004 - a name before and one after
                break
        start -= 1
    return start


def _shares_subject(words: Sequence[Token], i: int) -> bool:
    """Whether the verb follows "and", "but" or a comma, so that its subject stands further left."""
    k = i - 1
    while k > 0 and (words[k].lower in AUXILIARIES or is_adverb(words[k].lower)):
        k -= 1
    return k > 0 and words[k].lower in {"and", "but", ","}


def _first_subject(sentence: str, words: Sequence[Token], i: int) -> str | None:
    """The subject of the sentence's first finite verb, when it stands before word `i`."""
    verb = finite_from(words, 0, i)
    if verb is None or verb == 0:
        return None
    phrase = _LEAD.sub("", _ASIDE.sub("", sentence[: words[verb - 1].end])).strip(" ,")
    return None if _has_verb(phrase) or not phrase[:1].isupper() else _who(phrase)


def _before_relative(phrase: str) -> str | None:
    """The speaker before "…, who said": the name or pronoun that the clause hangs on."""
    pronoun = re.match(r"(?:He|She|They)\b", phrase)
    return pronoun[0] if pronoun else person_in(phrase)


def _who(phrase: str) -> str | None:
    """A speaker out of a noun phrase: the person's name when there is one, else the phrase's head."""
    phrase = _DAY_LEAD.sub("", phrase.strip(" ,")).strip(" ,")
    phrase = re.sub(r"^(?:which|who|whom)\s", "", _TAIL.sub("", phrase).strip(" ,"))
    if not phrase or len(phrase) > _LONGEST_SUBJECT:
        return None
    if _SPOKESMAN.match(phrase):
        body, _, name = phrase.partition(",")
        return person_in(name) or body
    parts = [p.strip() for p in phrase.split(",")]
    named = next((p for p in parts[1:] if person_in(p) == p), None) or person_in(phrase)
    if named is not None:
        return named
    lead = re.match(
        r"(?:With|In|On|At|Since|After|By|From|For|Under)\b.*?((?:[Tt]he\s)?(?:[A-Z]\S*\s?)+)$",
        phrase,
    )
    phrase = lead[1].strip() if lead else phrase
    parts = [p.strip() for p in phrase.split(",")]
    if re.match(r"[Ii]ts?\s", phrase):
        return None
    head = parts[0] if " " in parts[0] or parts[0][:1].isupper() or len(parts) == 1 else parts[-1]
    if head.lower() in _NOBODY | _PREPOSITIONS or not re.search(r"[^\W\d]", head):
        return None
    return head
