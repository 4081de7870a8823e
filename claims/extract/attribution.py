"""Which reporting cue credits a clause, and the record of it: mode and role of the claimant.

Direct speech stands mostly in quotation marks, mixed in part, indirect not at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.cues import PRONOUNS, SOURCE, Cue
from claims.extract.tokens import quote_spans, tokens
from claims.extract.verbs import is_adverb, is_finite
from claims.model.claim import Attribution, Mode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.span import Span

DIRECT_SHARE = 0.55
_LONGEST_ROLE = 120
_NOT_REPORTED = re.compile(r"(?:who|which|whose|where|located|including)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\W*(?:When|After|Before|Although|While|As|If|Because|Since)\b[^,]*$")
_TURN = re.compile(r"\b(?:but|while|although|though|whereas)\s*$|;\s*$")


def cue_of(sentence: str, cues: Sequence[Cue], clause: Span, *, quoted: bool = False) -> Cue | None:
    """The cue that credits `clause` (offsets in `sentence`), or None for the article's own voice.

    A verb in the clause comes first, then a phrase such as "according to", then a cue whose reported
    words run on into this clause.

    >>> from claims.extract.cues import find_cues
    >>> from claims.model.span import Span
    >>> text = "It burned, officials said."
    >>> cue_of(text, find_cues(text), Span(0, 9)).speaker
    'officials'
    """
    inside = [c for c in cues if clause.start <= c.start < clause.end]
    if inside:
        verbs = [c for c in inside if c.stance != SOURCE] or inside
        passed_on = len(verbs) > 1 and sentence[verbs[0].start : verbs[0].end] == "reported"
        return verbs[1] if passed_on else verbs[0]
    if not quoted and _NOT_REPORTED.match(clause.of(sentence)):
        return None
    before = [c for c in cues if c.end <= clause.start and c.after]
    behind = [
        c
        for c in cues
        if c.start >= clause.end and not c.after and ";" not in sentence[clause.end : c.start]
    ]
    if before and (quoted or _runs_on(sentence, before[-1], clause)):
        return before[-1]
    return behind[0] if behind else None


def _runs_on(sentence: str, cue: Cue, clause: Span) -> bool:
    """Whether unquoted words after a cue's own clause are still what is reported."""
    if _SUBORDINATE.match(sentence[: cue.start]) or _TURN.search(sentence[: clause.start]):
        return False
    return cue.stance == SOURCE or not _only_predicate(clause.of(sentence))


def mode_of(sentence: str, content: Span) -> Mode:
    """Whether the words at `content` are quoted wholly, in part or not at all.

    >>> from claims.model.span import Span
    >>> mode_of('He said “we won”.', Span(0, 16)).value
    'mixed'
    """
    inside = sum(content.overlap(q) for q in quote_spans(sentence))
    if inside == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if inside / max(1, len(content)) > DIRECT_SHARE else Mode.MIXED


def attribution_of(sentence: str, cue: Cue, content: Span, *, offset: int) -> Attribution:
    """The record of a cue; `offset` is where the sentence begins in the document.

    >>> from claims.extract.cues import find_cues
    >>> from claims.model.span import Span
    >>> text = "Ann Lee, the mayor, said it fell."
    >>> attribution_of(text, find_cues(text)[0], Span(0, 32), offset=100)
    Attribution(cue='said', mode=<Mode.INDIRECT: 'indirect'>, start=120, end=124, role='the mayor')
    """
    return Attribution(
        cue=sentence[cue.start : cue.end],
        mode=mode_of(sentence, content),
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
    if behind and not re.search(r"\b(?:said|told|who|which|is|was|were|are)\b", behind[1]):
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
    return bool(words) and is_finite(words, first) and not words[first].is_capital
