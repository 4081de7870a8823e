"""A verb in a sentence to the words for who acts: lead-ins, asides and relative clauses passed over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.extract.grammar.appositions import (
    LONGEST_NAME,
    RELATIVES,
    has_relative,
    is_it_of_noun,
    is_laid_on,
    is_role,
)
from claims.extract.grammar.countries import COUNTRIES
from claims.extract.grammar.documents import acts_itself, document_start
from claims.extract.grammar.lead_ins import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    before_listing,
    is_object,
    past_lead,
)
from claims.extract.grammar.name_lists import list_start
from claims.extract.grammar.names import is_body_word
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.roles import is_document, is_speaker_like
from claims.extract.grammar.stretches import (
    COMMAS,
    FURTHEST,
    SPAN,
    ends_in_name,
    floor_of,
    is_span,
    name_start,
    past_agent,
    stretches,
)
from claims.extract.grammar.verbs import AUXILIARIES, is_adverb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.syntax import Reading

_BREAKS = frozenset("that because while although though whereas when if where but what".split())
_HANGERS = frozenset("along together like unlike alongside including such born of".split())
_LANDS = frozenset("island islands county city province region state states republic".split())
_AT = frozenset("of in at from near the".split())
_JOINING = frozenset(["and", "after", "before", "since", "until", "as"])
_PASSING = frozenset("reported reports said says that".split())
_NOMINATIVE = frozenset(["he", "she", "they", "we"])
_ASIDES = (
    RELATIVES
    | PREPOSITIONS
    | DETERMINERS
    | frozenset("former aged then now also inc ltd jr sr phd md llc plc".split())
)
_ADVERBIAL = frozenset(
    "not been reportedly further earlier long since sometimes often always today yesterday".split()
)
_TELLING = frozenset(["told", "tells", "tell"])
_ARTICLES = frozenset("the a an his her their its".split())
_OPENERS = frozenset("after before since until when".split())
_SELVES = frozenset("himself herself itself themselves".split())
_NESTED = 2
_TRIED = 3  # verbs further left whose subject may be shared
_FEWEST = 3  # words of a clause whose verb may be unknown


@dataclass(frozen=True, slots=True)
class Subject:
    """The words `[start, stop)` for who acts; `told` says that a clause or speech stands before them.

    `relative`: the verb stands in "…, who said"; `shared`: it is the second of two verbs.
    """

    start: int
    stop: int
    told: bool = False
    relative: bool = False
    shared: bool = False


def subject_of(r: Reading, verb: int, *, depth: int = 0) -> Subject | None:
    """Who does what the verb at word `verb` says.

    >>> from claims.extract.grammar.syntax import read
    >>> r = read("In a note, Ann Lee, a baker, said no.", ())
    >>> r.of(*[(s.start, s.stop) for s in [subject_of(r, 10)]][0])
    'Ann Lee, a baker'
    """
    end = before_listing(r, _before_auxiliaries(r, verb))
    if end == 0 or r.speech[end - 1] or (end == verb and is_object(r, verb)):
        return None
    last = r.lows[end - 1]
    if last in {"and", "but", "or", ";"} or (last == "," and _joined(r, end)):
        return _shared(r, end - 1, depth=depth, reports=r.lows[verb] in REPORTING)
    floor = floor_of(r, end)
    if last in RELATIVES or last == "that":
        return _antecedent(r, floor, end - 1, depth=depth)
    segments = stretches(r, floor, end)
    if segments and (r.words[end - 1].text in COMMAS or _is_county(r, segments, len(segments) - 1)):
        return _past_asides(r, segments)
    return _before_verb(r, segments) if segments else None


def _before_verb(r: Reading, segments: Sequence[tuple[int, int]]) -> Subject | None:
    """The subject that touches its verb."""
    a, b = segments[-1]
    if r.lows[b - 1] in _NOMINATIVE or is_it_of_noun(r, a, b):
        return Subject(b - 1, b, told=_told(r, b - 1))  # "the tale he told"
    start = past_lead(r, _inner_start(r, a, b), b)
    if start >= b and r.lows[a] in _OPENERS and a + 1 < b and r.words[a + 1].text[0].isalpha():
        start = a + 1  # "…, after engineers warned"
    if start >= b:
        return _past_asides(r, segments[:-1]) if len(segments) > 1 else None
    outer = list_start(r, segments)
    if outer is None:
        outer = _restrictive(r, a, b)
    if outer is None:
        outer = document_start(r, start, b)  # "a report published on Monday says"
    if outer is not None:
        return Subject(outer, b, told=_told(r, outer))
    if any(r.lows[i] in RELATIVES for i in range(start + 1, b)):  # "a man who spoke to us said"
        return Subject(start, b, told=_told(r, start))
    verbs = [i for i in range(start, b - 1) if r.finite[i]]  # two finite verbs never touch
    reporting = [i for i in verbs if r.lows[i] in REPORTING and r.lows[i + 1] != "by"]
    if reporting:
        start = _past_told(r, reporting[-1], b)
    elif any(r.lows[i] in AUXILIARIES for i in verbs) or (verbs and verbs[0] == start and start):
        return None
    return Subject(start, b, told=_told(r, start)) if start < b else None


def _past_told(r: Reading, verb: int, b: int) -> int:
    """After a reporting verb and whom it was told: "told the court the two", "reports from the hospital"."""
    start = verb + 1
    if r.lows[verb] in _TELLING:
        return next((i for i in range(b - 1, start, -1) if r.lows[i] in _ARTICLES), start)
    return start + (r.lows[start] == "from" and start + 1 < b)


def _restrictive(r: Reading, a: int, b: int) -> int | None:
    """Where "a team that toured the mill" begins: a noun phrase, "that" and the verb right behind."""
    start = past_lead(r, a + (r.lows[a] in _BREAKS), b)
    if start >= b:
        return None
    links = {"that", "who"} if r.lows[start] in DETERMINERS else {"who"}
    that = next((i for i in range(start + 1, b - 2) if r.lows[i] in links), None)
    if that is None or r.acts(start, that) is not None:
        return None
    acts = r.finite[that + 1] or r.lows[that + 1].endswith("ed")
    acts = acts or (r.lows[that + 1].endswith("s") and r.lows[that + 2] in _ARTICLES)
    return start if acts and r.acts(that + 2, b) is None else None


def _before_auxiliaries(r: Reading, verb: int) -> int:
    k = verb
    while k > 0 and (
        r.lows[k - 1] in AUXILIARIES
        or r.words[k - 1].lower.endswith("n't")
        or (
            is_adverb(r.lows[k - 1])
            and not (k > 1 and r.words[k - 1].is_capital)
            and not _is_both(r, k - 1)
        )
        or (r.lows[k - 1] in _ADVERBIAL | _SELVES and not (k > 1 and r.words[k - 1].is_capital))
    ):
        k -= 1
    return k - SPAN if is_span(r, k - SPAN) else k


def _is_both(r: Reading, i: int) -> bool:
    """Whether a "both" begins its sentence and can be the subject: "Both denied it"."""
    return r.lows[i] == "both" and not any(word.is_word for word in r.words[:i])


def _joined(r: Reading, end: int) -> bool:
    """Whether the comma before the verb joins predicates: "left, denied it and quit"."""
    segments = stretches(r, floor_of(r, end), end)
    if not segments or r.lows[segments[-1][0]] in _ASIDES or _is_participle(r, segments):
        return False
    return acts_itself(r, *segments[-1]) is not None


def _is_participle(r: Reading, segments: Sequence[tuple[int, int]]) -> bool:
    """Whether the last stretch is an aside such as "accused of fraud" or "noting it was late"."""
    a, _ = segments[-1]
    low = r.lows[a]
    if low.endswith("ing") and not r.words[a].is_capital:
        return True
    if not low.endswith(("ed", "en", "own", "wn")) or len(segments) == 1:
        return False
    return r.acts(*segments[-2]) is None and r.lows[segments[-2][0]] not in RELATIVES


def _past_asides(r: Reading, segments: Sequence[tuple[int, int]]) -> Subject | None:
    """The subject before asides: "Ann Lee, a baker, 40, said"."""
    stop = segments[-1][1]
    outer: int | None = None
    for n in range(len(segments) - 1, -1, -1):
        a, b = segments[n]
        first = r.lows[a]
        lead = past_lead(r, _inner_start(r, a, b), b)
        if not n and outer is not None and past_lead(r, a, b) >= b:
            break  # "In an entry dated a week after the fire, the woman, a cook, writes"
        verb = acts_itself(r, lead, b)
        described = has_relative(r, a, verb) or is_laid_on(r, segments, n, verb)
        if first in RELATIVES or (first in DETERMINERS and described):
            outer = lead if first in DETERMINERS else outer
            continue  # "who runs the mill", "a man who runs the mill"
        if n and (_is_county(r, segments, n) or _is_participle(r, segments[: n + 1])):
            continue  # "of Salem, Oregon"; "named after Ann Lee"
        if lead >= b or (n and first in _HANGERS) or (first in PREPOSITIONS and verb is not None):
            if outer is not None and first in PREPOSITIONS:
                break
            continue  # words of place and time
        if verb is not None and not _is_participle(r, segments[: n + 1]):
            return _hanging(r, segments[n], stop, outer)
        outer = lead
        if r.words[lead].is_capital and first not in _ASIDES and not is_role(r, segments, n):
            if _is_second(r, segments, n):
                continue
            break
    if outer is None:
        return None
    return Subject(outer, stop, told=_told(r, outer))


def _is_second(r: Reading, segments: Sequence[tuple[int, int]], n: int) -> bool:
    """Whether the name at stretch `n` is the second of two: "Ann Lee and the chair of the bank, Bo Chan"."""
    if n == 0 or not ends_in_name(r, segments[n]):
        return False
    a, b = segments[n - 1]
    k = next((k for k in range(a + 1, b - 1) if r.lows[k] == "and"), None)
    pair = k is not None and r.words[k - 1].is_capital and r.lows[k + 1] in DETERMINERS
    return pair and r.acts(a, b) is None


def _hanging(r: Reading, segment: tuple[int, int], stop: int, outer: int | None) -> Subject | None:
    """The name at the end of a clause that an aside hangs on: "It came after Ann Lee, a judge, ruled"."""
    k = name_start(r, segment)
    joined = k > segment[0] and (r.lows[k - 1] in _JOINING or r.lows[k - 1] in _PASSING)
    if joined and segment[1] - k > 1:
        return Subject(k, stop, told=False)
    return Subject(outer, stop, told=True) if outer is not None else None


def _is_county(r: Reading, segments: Sequence[tuple[int, int]], n: int) -> bool:
    """Whether the stretch `n` is where the place before it lies: "Ann Lee of Salem, Oregon, said"."""
    a, b = segments[n]
    if n == 0 or b - a > LONGEST_NAME or not all(r.words[i].is_capital for i in range(a, b)):
        return False
    if is_body_word(r.lows[b - 1]) and r.lows[b - 1] not in _LANDS:
        return False  # "a fire in Leeds, West Yorkshire Police said"
    before = segments[n - 1]
    k = name_start(r, before)
    if k == before[1] or k == before[0] or r.lows[k - 1] not in _AT:
        return False
    if r.lows[before[0]] in {"of", "from"}:
        return n > 1
    start = past_lead(r, *before)
    named = start + 1 < k and (
        r.of(a, b) in COUNTRIES or all(r.words[i].is_capital for i in (start, start + 1))
    )
    return named or (
        n > 1 and r.lows[before[0]] in DETERMINERS and ends_in_name(r, segments[n - 2])
    )


def _inner_start(r: Reading, a: int, b: int) -> int:
    """After the last word in `[a, b)` that begins a clause: "that", "because", "and" behind a verb."""
    start = a
    for i in range(a, b - 1):
        low = r.lows[i]
        if low in _BREAKS or (low in _JOINING and r.acts(start, i) is not None):
            start = i + 1
        elif low in RELATIVES and r.acts(i, b - 1) is None:
            start = i + 1  # "which the bank said"
    return start + (r.lows[start] == "as" and start + 1 < b)


def _told(r: Reading, start: int) -> bool:
    """Whether speech or a clause of its own stands before the subject."""
    if any(r.speech[:start]):
        return True
    for a, b in stretches(r, 0, start):
        if b < start and r.lows[a] not in PREPOSITIONS | RELATIVES | _BREAKS:
            whole = b - a >= _FEWEST and past_lead(r, a, b) < b and r.words[b].text in COMMAS
            if r.acts(a, b) is not None or whole:
                return True
        elif b < start and _is_clause(r, a, b):
            return True
    return False


def _is_clause(r: Reading, a: int, b: int) -> bool:
    """Whether a stretch that a preposition begins holds a main clause: "On Monday 30 men fled"."""
    if r.lows[a] not in PREPOSITIONS or r.lows[a] in _OPENERS:
        return False
    if r.lows[a] == "as" and r.lows[a + 1 : a + 2] not in {("many",), ("much",)}:
        return False
    verb = r.acts(a, b)
    return verb is not None and not has_relative(r, a, verb)


def _shared(r: Reading, k: int, *, depth: int, reports: bool) -> Subject | None:
    """The subject of the verb before "and": "Ann Lee denied it and accused the bank".

    A name or a pronoun further left is preferred to a thing: "Ann Lee said the mill fell and blamed";
    one who reports (`reports`) to one who acts: "She noted that the House had not met, and asked".
    """
    first: Subject | None = None
    if depth >= _NESTED:
        return None
    verbs = [i for i in range(k - 1, max(-1, k - FURTHEST), -1) if r.finite[i] and not r.speech[i]]
    if reports and (r.lows[k] == "," or (k and r.lows[k - 1] == ",")):
        verbs.sort(key=lambda i: not _reports(r, i))
    for i in verbs[:_TRIED]:
        found = subject_of(r, i, depth=depth + 1)
        if reports and found is not None and found.relative and _is_thing(r, found):
            continue  # "put off a trip that was to begin and told parliament"
        if found is not None and (
            r.lows[found.start] in PRONOUNS or _is_named(r, found) or found.start == 0
        ):
            return replace(found, shared=True)
        first = first or found
    return replace(first, shared=True) if first is not None else None


def _is_thing(r: Reading, subject: Subject) -> bool:
    """Whether a phrase in small letters tells of what cannot speak: "off a trip to Lime"."""
    words = r.of(subject.start, subject.stop)
    return words[:2].islower() and not is_speaker_like(words)


def _reports(r: Reading, i: int) -> bool:
    """Whether the verb at word `i` always tells of words: "said", "regrets that", but not "made"."""
    row = REPORTING.get(r.lows[i])
    if row is not None and r.lows[i + 1 : i + 2] == ("that",):
        return True
    return row is not None and not row.needs and r.lows[i + 1 : i + 2] != ("by",)


def _is_named(r: Reading, subject: Subject) -> bool:
    return any(r.words[i].is_capital for i in range(subject.start, subject.stop))


def _antecedent(r: Reading, floor: int, k: int, *, depth: int) -> Subject | None:
    """What a relative clause hangs on: "Ann Lee, who said", "They sent a note which said"."""
    segments = [s for s in stretches(r, floor, k) if s[0] < k]
    while len(segments) > 1 and r.lows[segments[-1][0]].isdigit():
        segments.pop()  # "Bo Chan, 24, who said"
    if not segments or r.lows[segments[-1][1] - 1] in {"and", "or", "but"}:
        return None  # "a firm, which sells gold and which denies it"
    listed = list_start(r, segments, inner=True)
    if listed is not None:
        return Subject(listed, segments[-1][1], relative=True)
    a, b = segments[-1]
    if len(segments) > 1 and r.acts(a, b) is None and r.lows[a] in DETERMINERS:
        before = segments[-2]
        if r.acts(*before) is None and r.words[before[0]].is_capital:
            a = before[0]  # "Ann Lee, the mayor, who said"
        elif ends_in_name(r, before):
            return Subject(
                name_start(r, before), b, relative=True
            )  # "led by Ann Lee, a judge, who"
    a = _inner_start(r, a, b)
    verbs = [i for i in range(a, b) if r.finite[i]]
    start = past_agent(r, verbs[-1] + 1, b) if verbs else past_lead(r, a, b)
    if start >= b and r.lows[a] == "according":
        start = a + 2  # "according to police, who said"
    if start >= b:
        return None
    if r.lows[k] == "who":
        start = _nearest_human(r, start, b)
    if verbs and depth < _NESTED and is_document(r.of(start, b)):
        return subject_of(r, verbs[-1], depth=depth + 1)
    return Subject(start, b, told=False, relative=True)


def _nearest_human(r: Reading, start: int, stop: int) -> int:
    """Where the noun begins that "who" hangs on: "an apology from his lawyers, who said"."""
    for i in range(start + 1, stop):
        if r.lows[i] in PREPOSITIONS:
            if is_speaker_like(r.of(start, i)):
                return start
            start = i + 1
    return start


def is_counted(r: Reading, start: int) -> bool:
    """Whether a number right before says how many they are: "27 percent of women", "In May, 30 men"."""
    if start == 0 or r.words[start].is_capital or not r.lows[start - 1][:1].isdigit():
        return False
    return start == 1 or r.lows[start - 2] == "," or r.lows[start] in {"percent", "per"}
