"""Two stretches of tokens to what changed between them: a word diff, and of what kind the changes are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from claims.anchor.said import denials, negates, numbers, said
from claims.anchor.telling_words import NEGATIVE_PREFIXES, NUMBER_WORDS, OPENERS, SENTENCE_SIGNS
from claims.anchor.tokens import Tokens, is_word, tokens


class Change(Enum):
    """What kind of thing changed between a quote and the words that stand there now."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    WORDS = "words"
    LETTER_CASE = "letter_case"
    PUNCTUATION = "punctuation"
    LINES_BETWEEN = "lines_between"


MATERIAL = frozenset({Change.NUMBER, Change.NEGATION, Change.NAME})
"""The kinds that a reader should be told of at once."""

LIKE_A_TYPO, INSIDE, TELLING = 0.5, 0.75, 5
"""How near words are that count in part; and within longer ones, for words of so many letters."""

SAME_SAID = 0.95
"""How much of a piece is kept that says the same in other letters: a headline in capitals, five for 5."""

FULL_STOPS, RUNS_ON = frozenset(".!?"), frozenset(",;:-")

TURNING = frozenset({Change.NUMBER, Change.NEGATION})
"""The kinds that a mere space can bring about."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """One piece of a word diff: `op` is equal, replace, insert or delete."""

    op: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Differences:
    """A word diff, the kinds of change in it, how alike both sides are and how much of the old is kept."""

    hunks: tuple[Hunk, ...]
    changes: tuple[Change, ...]
    alike: float
    kept: float


def differences(old: str, new: str) -> Differences:
    """What changed from `old` to `new`, word by word; no changes where only typing differs.

    >>> [c.value for c in differences("It is 15,000.", "It is not 15,051.").changes]
    ['number', 'negation']
    >>> differences("“Yes, to day”", '"Yes, today"').changes
    ()
    >>> differences("He was not able", "He was notable").changes[0].value
    'negation'
    """
    one, other = tokens(old), tokens(new)
    hunks: list[Hunk] = []
    changes: set[Change] = set()
    kept = 0.0
    for op, i, j, k, m in _hunks(one, other):
        was, now = _shown(old, one, i, j), _shown(new, other, k, m)
        kinds = _kinds(one, (i, j), other, (k, m)) if op != "equal" else set()
        if _only_spaced(one.words[i:j], other.words[k:m]) and not kinds & TURNING:
            hunks.append(Hunk("equal", was, now))
            kept += _size(one.words[i:j])
        else:
            hunks.append(Hunk(op, was, now))
            changes |= kinds
            kept += _partly(one.words[i:j], other.words[k:m])
    if changes == {Change.PUNCTUATION} and _runs_on(one, other):
        changes = {Change.WORDS}
    if changes and _lines_between(old, one, new):
        changes = {Change.LINES_BETWEEN}
    return Differences(
        tuple(hunks),
        tuple(c for c in Change if c in changes),
        _alike(kept, _size(one.words), _size(other.words)),
        kept / max(1, _size(one.words)),
    )


def marked(hunks: tuple[Hunk, ...]) -> str:
    """A word diff in one line, as git writes it: what went in [-…-], what came in {+…+}.

    >>> marked(differences("16,000 men died", "15,051 men died").hunks)
    '[-16,000-]{+15,051+} men died'
    """
    told = [
        " ".join(hunk.new.split())
        if hunk.op == "equal"
        else (f"[-{' '.join(hunk.old.split())}-]" if hunk.old else "")
        + (f"{{+{' '.join(hunk.new.split())}+}}" if hunk.new else "")
        for hunk in hunks
    ]
    return " ".join(told)


def _alike(kept: float, old: int, new: int) -> float:
    """1 when all is kept and nothing added; words put in between count a third of words lost."""
    if not old or not new:
        return float(old == new)
    return (kept / old) * (2 + kept / new) / 3


def _runs_on(one: Tokens, other: Tokens) -> bool:
    """Whether a sentence that ended with the quote goes on behind it now."""
    ends = ("".join(words.words[-2:]).rstrip("\"'") for words in (one, other))
    was, now = (end[-1:] for end in ends)
    return was in FULL_STOPS and now in RUNS_ON


def _lines_between(old: str, quote: Tokens, new: str) -> bool:
    """Whether whole lines came in between the quote's sentences, and nothing else changed.

    An advert, a box or a caption that stands there denies nothing, whatever its own words are.
    """
    lines = [line for part in new.splitlines() if (line := tokens(part).words)]
    at = 0
    for number, line in enumerate(lines):
        after = at + len(line)
        if quote.words[at:after] == line:
            at = after
        elif number in {0, len(lines) - 1} or not _break(old, quote, at):
            return False
    return at == len(quote)


def _break(old: str, quote: Tokens, at: int) -> bool:
    """Whether a sentence or a line of the quote ends before token `at`."""
    if not 0 < at < len(quote):
        return False
    return (
        quote.words[at - 1] in SENTENCE_SIGNS or "\n" in old[quote.ends[at - 1] : quote.starts[at]]
    )


def _only_spaced(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether the letters are the same, as in "to day" and "today" (and in "not able" and "notable").

    A space between digits is no mere space: 1 200 may be two numbers.
    """
    numbers_of = [[word for word in words if word[:1].isdigit()] for words in (old, new)]
    return "".join(old) == "".join(new) and numbers_of[0] == numbers_of[1]


def _partly(old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """How much of a replaced piece is kept, in characters: a mended typo keeps most, wherever it stands."""
    one, other = "".join(old), "".join(new)
    if not one or not other:
        return 0.0
    if said(old) == said(new):
        return SAME_SAID * len(one)
    near = Indel.normalized_similarity(one, other, score_cutoff=LIKE_A_TYPO)
    if len(one) >= TELLING and len(other) > len(one):
        near = max(near, fuzz.partial_ratio(one, other, score_cutoff=100 * INSIDE) / 100)
    return near * len(one)


def _size(words: tuple[str, ...]) -> int:
    return sum(map(len, words))


def _hunks(one: Tokens, other: Tokens) -> list[tuple[str, int, int, int, int]]:
    """Opcodes over tokens, a deletion beside an insertion told as one replacement."""
    merged: list[tuple[str, int, int, int, int]] = []
    for op in Indel.opcodes(one.words, other.words):
        if merged and op.tag != "equal" and merged[-1][0] != "equal":
            _, i, _, k, _ = merged.pop()
            merged.append(("replace", i, op.src_end, k, op.dest_end))
        else:
            merged.append((op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end))
    return [
        (("insert" if i == j else "delete" if k == m else op) if op != "equal" else op, i, j, k, m)
        for op, i, j, k, m in merged
    ]


def _shown(text: str, found: Tokens, first: int, after: int) -> str:
    return found.span(first, after).of(text)


def _kinds(one: Tokens, lost: tuple[int, int], other: Tokens, came: tuple[int, int]) -> set[Change]:
    old, new = one.words[slice(*lost)], other.words[slice(*came)]
    kinds: set[Change] = set()
    if numbers(old) != numbers(new) or _minuses(one, lost) != _minuses(other, came):
        kinds.add(Change.NUMBER)
    if denials(old) != denials(new) or _turned(old, new):
        kinds.add(Change.NEGATION)
    if {w.casefold() for w in old if is_word(w)} == {w.casefold() for w in new if is_word(w)}:
        same_case = [w for w in old if is_word(w)] == [w for w in new if is_word(w)]
        return kinds or {Change.PUNCTUATION if same_case else Change.LETTER_CASE}
    if _names(one, lost) != _names(other, came):
        kinds.add(Change.NAME)
    return kinds or {Change.WORDS}


def _minuses(found: Tokens, piece: tuple[int, int]) -> int:
    """How many dashes of the piece are a minus: right before a number, with room before them."""
    return sum(
        found.words[at] == "-"
        and found.starts[at + 1 : at + 2] == found.ends[at : at + 1]
        and found.words[at + 1][:1].isdigit()
        and (at == 0 or found.ends[at - 1] < found.starts[at])
        for at in range(*piece)
    )


def _turned(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether a word became its opposite by a prefix: likely, unlikely."""
    one, other = {w.casefold() for w in old}, {w.casefold() for w in new}
    return any(
        prefix + word in there
        for here, there in ((one - other, other - one), (other - one, one - other))
        for word in here
        if len(word) > 3  # noqa: PLR2004 - "it" and "unit" are no pair
        for prefix in NEGATIVE_PREFIXES
    )


def _names(found: Tokens, piece: tuple[int, int]) -> list[str]:
    """Words with a capital, but for the usual openers of a sentence where one begins."""
    first, after = piece
    return sorted(
        word
        for at, word in enumerate(found.words[first:after], first)
        if word[:1].isupper()
        and word.casefold() not in NUMBER_WORDS
        and not negates(word)
        and not (word.casefold() in OPENERS and (at == 0 or found.words[at - 1] in SENTENCE_SIGNS))
    )
