"""Which reporting cue credits a clause, and the record of it: mode and role of the claimant.

Direct speech stands mostly in quotation marks, mixed in part, indirect not at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.people_nouns import is_plural
from claims.extract.grammar.reporting_verbs import FOUND
from claims.extract.grammar.roles import is_finding, is_speaker_like
from claims.extract.grammar.tokens import quote_spans, tokens
from claims.extract.grammar.verbs import (
    AUXILIARIES,
    finite_from,
    first_finite,
    is_adverb,
    is_finite,
)
from claims.extract.speakers.source_phrases import SOURCE
from claims.model.claim import Attribution, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.cues import Cue
    from claims.model.span import Span

DIRECT_SHARE = 0.55
_LONGEST_ROLE = 120
_CLOSE = 60
_REPORTS = frozenset(["said", "claimed", "found"])  # stances that a clause follows
_TWO = 2
_MARKED = re.compile(r'[“”";:]')
_OWN_WORDS = frozenset(["said", "says", "told"])
_WORDS = frozenset("warned warns promised promises".split())  # that, and no demand
_BESIDE = 7  # words between a clause and a cue inserted behind it
_NOT_REPORTED = re.compile(
    r"(?:(?:in|for|of|to|with|from|at|by|on|during)\s)?(?:who|which|whose|whom|where|located|known|nicknamed|including|meaning|following)\b",
    re.IGNORECASE,
)
_ON_WORDS = re.compile(
    r"(?:(?:numbers|figures|claims|words|charges|accusations|allegations)"
    r"|an?\s(?:figure|number|claim|boast|charge|accusation|statement|description|view|promise|phrase"
    r"|finding|word|remark|comment|quip|verdict|slogan|lie|joke|allegation))\sthat\b"
)
"""What begins a judgement on reported words: "numbers that nobody could check"."""
_NEXT_ACT = re.compile(r"\s(?:and|but)\s[a-z]+,\s")
"""A second verb of which alone a source is named: "lasted a year and killed, by the army's count, 40"."""
_TEMPORAL = re.compile(r"(?:When|After|Before|Since|Following|Until|when|after|before|since)\b")
_APPOSED = re.compile(r"(?:an?|the|his|her|their|its|formerly|now|then|one|\d)\b", re.IGNORECASE)
_NO_ROLE = re.compile(
    r"(?:among|including|like|in|on|at|by|with|for|from|after|before|when|while|as|amid|despite|also|however|too|though"
    r"|meanwhile|asked|reached|quoted|contacted|interviewed|pictured|based"
    r"|(?!acting|outgoing|incoming|sitting|managing|leading|founding|ruling|reigning)\w+ing)\b"
)
"""An aside behind a name that is no role: "speaking in Leeds", "among them two ministers"."""
_NAMED_APPOSED = re.compile(r"^[A-Z][^,]{1,60}, (?:an?|the|his|her|their|its|formerly|now)\s")
_SPEAKS_LAST = re.compile(r"\b(?:said|says|according to)$", re.IGNORECASE)
_BACKSHIFT = re.compile(r"\b(?:will|would|could|should|might|may|must|cannot)\b")
_EARLIER = re.compile(r"(?:[\w’'-]+\s){0,6}?had\b")
_TOLD = re.compile(r"\w+(?:ed|aid|old|rote)$")
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b")
_INSERTED = re.compile(r",\s(?:who|whom|which|whose)\b[^,]*$")
_THAT = re.compile(r"\s(?:[\w’'-]+\s){0,6}?that\b")
_AND_THAT = re.compile(r"\band\sthat\s$")
_BUT = re.compile(r"\bbut\s$")
_BUT_THAT = re.compile(r"\bbut\sthat\s$")
_TOLD_TO = re.compile(r"(?:told|tells)\s(?:[\w’'-]+\s){1,5}to\s")
_TELLS = frozenset(["said", "claimed"])
_ASSERTS = frozenset(["said", "claimed", SOURCE])
_SUBORDINATE = re.compile(r"\W*(?:When|After|Before|Although|While|As|If|Because|Since)\b[^,]*$")
_TURNED = re.compile(r",\sbut\s")
_TURN = re.compile(r"\b(?:but|while|although|though|whereas)\s*$|;\s*$")


def cue_of(sentence: str, cues: Sequence[Cue], clause: Span, *, quoted: bool = False) -> Cue | None:
    """The cue that credits `clause` (offsets in `sentence`), or None for the article's own voice.

    A verb in the clause comes first, then a phrase such as "according to", then a cue whose reported
    words run on into this clause.

    >>> from claims.extract.speakers.cues import find_cues
    >>> from claims.model.span import Span
    >>> text = "It burned, officials said."
    >>> cue_of(text, find_cues(text), Span(0, 9)).speaker
    'officials'
    """
    inside = [c for c in cues if clause.start <= c.start < clause.end]
    before = [c for c in cues if c.end <= clause.start and (c.after or c.both)]
    if before and before[-1].after and all(_yields(c, before[-1]) for c in inside):
        inside = []  # "Ann said the remark showed malice"
    if inside and not _is_temporal(sentence, clause, inside[0]):
        return _told_behind(sentence, cues, clause, inside) or _cue_inside(sentence, clause, inside)
    if not quoted and (inside or _is_own_voice(sentence, clause)):
        return None
    behind = [
        c
        for c in cues
        if c.start >= clause.end
        and not c.after
        and ";" not in sentence[clause.end : c.start]
        and not (c.stance == SOURCE and ": " in sentence[clause.end : c.start])
        and not (c.stance == SOURCE and _NEXT_ACT.fullmatch(sentence, clause.end, c.start))
        and (quoted or not c.both or _is_near(sentence[clause.end : c.start]))
    ]
    last = _outer(sentence, before, clause)
    if last is not None and (quoted or _runs_on(sentence, last, clause)):
        return last
    return behind[0] if behind else None


def _yields(cue: Cue, outer: Cue) -> bool:
    """Whether a cue in reported words yields to who reports them: "Ann said members felt that"."""
    if is_of_thing(cue):
        return True
    inner = cue.stance in {FOUND, "thought"} and outer.stance in {"said", "claimed"}
    return inner and cue.speaker[:1].islower() and not is_finding(cue.speaker)


def is_of_thing(cue: Cue) -> bool:
    """Whether what a cue credits only shows something, and can neither speak nor be read.

    >>> from claims.extract.speakers.cues import Cue
    >>> is_of_thing(Cue(0, 6, "the remark", FOUND, after=True))
    True
    """
    if cue.stance not in {FOUND, SOURCE} or any(w[:1].isupper() for w in cue.speaker.split()[1:]):
        return False
    who = cue.speaker
    return who[:1].islower() and not (
        who in PRONOUNS or is_speaker_like(who) or is_finding(who) or is_plural(who)
    )


def _is_near(between: str) -> bool:
    """Whether a cue inserted behind a clause is not too far from it: a few words, or no clause of its own."""
    return len(between.split()) <= _BESIDE or first_finite(between) is None


def _outer(sentence: str, before: Sequence[Cue], clause: Span) -> Cue | None:
    """The cue before a clause that it goes on from: "but that" goes back over what another promised."""
    if not before:
        return None
    back = _BUT_THAT.search(sentence[: clause.start]) or (
        clause.of(sentence).startswith("that ") and _BUT.search(sentence[: clause.start])
    )
    if before[1:] and _is_passed_on(sentence, before[-2], before[-1], clause):
        return before[-2]
    said = [c for c in before if _THAT.match(sentence, c.end)] or before
    if before[0].stance == SOURCE and before[0].after and before[-1].stance == FOUND:
        return before[0]  # "According to Ann, the match shows this and that it …"
    if before[1:] and before[-1].stance == FOUND and _AND_THAT.search(sentence[: clause.start]):
        that = _THAT.match(sentence, before[-1].end, clause.start - len("that "))
        return before[-1 if that else -2]  # "Ann said tests had found nothing, and that it …"
    return said[0] if back else before[-1]


def _is_passed_on(sentence: str, outer: Cue, inner: Cue, clause: Span) -> bool:
    """Whether words without a verb hang on what one tells of: "Ann said staff had reported gaps, 40"."""
    if not outer.after or outer.stance not in _TELLS or not inner.speaker[:1].islower():
        return False
    held = sentence[outer.end : inner.start]
    return held.endswith(" had ") and "," not in held and first_finite(clause.of(sentence)) is None


def _told_behind(
    sentence: str, cues: Sequence[Cue], clause: Span, inside: Sequence[Cue]
) -> Cue | None:
    """The cue right behind a clause that tells of an order or request: "Ann told them to go, police said"."""
    first = inside[0]
    asks = first.stance == "asked" or _TOLD_TO.match(sentence, first.start) is not None
    if not asks or len(inside) > 1:
        return None
    return next(
        (c for c in cues if c.start >= clause.end and not c.after and c.stance in _ASSERTS), None
    )


def _cue_inside(sentence: str, clause: Span, inside: Sequence[Cue]) -> Cue:
    """Which of the cues in a clause credits it."""
    promised = inside[0].stance == "asked" and inside[-1].stance == SOURCE  # an act that X tells of
    verbs = [c for c in inside if c.stance != SOURCE and not promised] or (
        inside[-1:] if promised else inside
    )
    last = _told_last(sentence, clause, inside)
    if last is not None:
        return last
    if inside[0].stance == SOURCE and _is_source_of(sentence, clause, inside, verbs[0]):
        return inside[0]  # "According to Ann, the match shows …"
    passed_on = len(verbs) > 1 and (
        _passes_on(sentence, verbs[0], verbs[1])
        or _tells_who(verbs[0], verbs[1])
        or _is_inserted(sentence, clause, verbs[0], verbs[1])
    )
    return verbs[1] if passed_on else verbs[0]


def _told_last(sentence: str, clause: Span, inside: Sequence[Cue]) -> Cue | None:
    """The cue behind a comma that tells of all before it: "The bank had asked for time, Ann Lee said"."""
    last = inside[-1]
    if last.after or last.stance not in _TELLS or len(inside) < _TWO:
        return None
    if inside[0].stance == SOURCE or (last.both and inside[0].stance in _TELLS):
        return None
    ahead = sentence[clause.start : last.start]
    return last if "," in ahead and not _MARKED.search(ahead) else None


def _is_source_of(sentence: str, clause: Span, inside: Sequence[Cue], verb: Cue) -> bool:
    """Whether a source tells it, not the subject: "Officials, according to Ann, have noted"."""
    if inside[0].after:
        demands = verb.stance == "asked" and sentence[verb.start : verb.end] not in _WORDS
        return demands or verb.stance == FOUND
    if len(inside) < _TWO:
        return False
    if sentence[inside[1].start : inside[1].end] in _OWN_WORDS:
        return False  # "Witnesses, according to Ann, said"
    ahead = sentence[clause.start : inside[0].start].strip(" ,")
    return ahead == inside[1].speaker


def _is_temporal(sentence: str, clause: Span, cue: Cue) -> bool:
    """Whether a cue only tells when something else happened: "When she announced her retreat"."""
    before = sentence[clause.start : cue.start]
    if not before[:1].isupper() and "," not in sentence[cue.end : clause.end]:
        return False  # "…, after the bank disclosed the loss" is a claim of its own
    return cue.stance != SOURCE and "," not in before and _TEMPORAL.match(before) is not None


def _passes_on(sentence: str, outer: Cue, inner: Cue) -> bool:
    """Whether a medium only passes on another's words: "The Post reported Ann Lee said"."""
    between = sentence[outer.end : inner.start]
    word = sentence[outer.start : outer.end]
    return (
        word in {"reported", "reports", "revealed", "noted", "wrote"}
        and inner.stance in {"said", "claimed", "denied"}
        and len(between) < _CLOSE
        and not re.search(r"\b(?:might|would|could|may)\b", between)
    )


def _tells_who(first: Cue, second: Cue) -> bool:
    """Whether a cue only tells who the next one's speaker is: "Those who asked for it said"."""
    return first.relative and second.speaker.startswith(f"{first.speaker} who")


def _is_inserted(sentence: str, clause: Span, first: Cue, second: Cue) -> bool:
    """Whether a cue stands in a relative clause before the verb: "Traders, whom farmers accuse, deny it"."""
    ahead, behind = sentence[clause.start : first.start], sentence[first.end : second.start]
    return _INSERTED.search(ahead) is not None and behind.rstrip().endswith(",")


def _is_own_voice(sentence: str, clause: Span) -> bool:
    """Whether a clause only hangs on a name: a relative clause, an apposition, an aside in dashes."""
    words = clause.of(sentence)
    if _NOT_REPORTED.match(words):
        return first_finite(words.partition(",")[2]) != 0  # "which they had seen, would allow it"
    front, back = sentence[: clause.start].rstrip(), sentence[clause.end :].lstrip()
    if front.endswith(",") and _ON_WORDS.match(words):
        return True
    if front.endswith(("—", "–", "(")) and back.startswith(("—", "–", ")")):
        return True
    if first_finite(words) is not None:
        return False
    verbless = first_finite(front) is None
    open_ = re.search(r"\w", back) is None and verbless
    lead = verbless or _SPEAKS_LAST.search(front)
    hangs = not open_ and front.endswith((",", "—", "–", "(")) and _APPOSED.match(words)
    named = lead and _NAMED_APPOSED.search(words)
    return bool(hangs or named)


def _runs_on(sentence: str, cue: Cue, clause: Span) -> bool:
    """Whether unquoted words after a cue's own clause are still what is reported."""
    words = clause.of(sentence)
    between = sentence[cue.end : clause.start]
    if cue.relative and "," in between and not between.rstrip(" ,").endswith(("that", "and")):
        return False
    if _SUBORDINATE.match(sentence[: cue.start]):
        return False
    if _BACKSHIFT.search(words[:80]) or _is_earlier(sentence, cue, words):
        return True
    if _TURN.search(sentence[: clause.start]) or _TURNED.search(between):
        return False
    if cue.both or cue.stance == SOURCE or _RELATIVE.search(between):
        return True
    return not _only_predicate(words) or _is_second_predicate(between, cue)


def _is_earlier(sentence: str, cue: Cue, words: str) -> bool:
    """Whether words in the pluperfect go on from a cue in the past: "said it had cranes but had no fuel"."""
    told = cue.stance in _ASSERTS and _TOLD.search(sentence[cue.start : cue.end]) is not None
    earlier = sentence[: cue.start].endswith("had ")  # "had said it, and had left"
    return told and not earlier and _EARLIER.match(words) is not None


def _is_second_predicate(between: str, cue: Cue) -> bool:
    """Whether a clause without a subject carries on a clause that is reported: "said it fell and broke"."""
    parts = tokens(between)
    reported = finite_from(parts, 1, len(parts)) is not None
    return reported and cue.stance in _REPORTS


def mode_of(sentence: str, content: Span, quotes: Sequence[Span] | None = None) -> Mode:
    """Whether the words at `content` are quoted wholly, in part or not at all.

    >>> from claims.model.span import Span
    >>> mode_of('He said “we won”.', Span(0, 16)).value
    'mixed'
    """
    marked = quote_spans(sentence) if quotes is None else quotes
    inside = sum(content.overlap(q) for q in marked)
    if inside == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if inside / max(1, len(content)) > DIRECT_SHARE else Mode.MIXED


def attribution_of(
    sentence: str, cue: Cue, content: Span, *, offset: int, quotes: Sequence[Span] | None = None
) -> Attribution:
    """The record of a cue; `offset` is where the sentence begins in the document.

    `quotes` are its quotations where a longer text has shown them, else it is looked at alone.

    >>> from claims.extract.speakers.cues import find_cues
    >>> from claims.model.span import Span
    >>> text = "Ann Lee, the mayor, said it fell."
    >>> attribution_of(text, find_cues(text)[0], Span(0, 32), offset=100)
    Attribution(cue='said', mode=<Mode.INDIRECT: 'indirect'>, start=120, end=124, role='the mayor')
    """
    return Attribution(
        cue=sentence[cue.start : cue.end],
        mode=mode_of(sentence, content, quotes),
        start=cue.start + offset,
        end=cue.end + offset,
        role=_role(sentence, cue),
    )


def _role(sentence: str, cue: Cue) -> str | None:
    """What the claimant is said to be: the words in apposition to the name, or right before it."""
    at = sentence.find(cue.speaker)
    if at < 0 or cue.speaker.lower() in PRONOUNS or cue.stance == SOURCE:
        return None
    behind = re.match(r",\s([^,“”\"]{3,120}),", sentence[at + len(cue.speaker) :])
    told = behind and re.search(r"\b(?:said|told|who|which|is|was|were|are)\b", behind[1])
    if behind and not told and not _NO_ROLE.match(behind[1]):
        return behind[1]
    front = re.search(
        r"(?:^|[\s“\"])((?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w’'-]+\s){1,12})$", sentence[:at]
    )
    if front is None or len(front[1]) > _LONGEST_ROLE:
        return None
    role = re.search(
        r"(?:^|\s)((?:[Tt]he\s)?(?:[A-Z][\w’'-]*\s|(?:head|minister|mayor|ambassador|envoy|spokes\w+"
        r"|secretary|director|professor|of|the|for|foreign|prime|former|current)\s)+)$",
        front[1],
    )
    words = role[1].strip() if role else ""
    return (
        words
        if re.search(r"[A-Za-z]{4}", words) and not re.match(r"(?:On|In|of|for)\b", words)
        else None
    )


def _only_predicate(clause: str) -> bool:
    """Whether the clause begins with its verb, so that its subject acts and does not report."""
    words = tokens(clause)
    first = next((i for i, w in enumerate(words) if w.is_word and not is_adverb(w.lower)), 0)
    noun = words[first : first + 2][-1:] and words[first : first + 2][-1].lower in AUXILIARIES
    verb = bool(words) and is_finite(words, first) and not words[first].is_capital
    return verb and not (noun and words[first].lower not in AUXILIARIES)  # "talks had failed"
