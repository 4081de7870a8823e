"""Lines without a full stop: which of them are headings, and which are statements that lost theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PREPOSITIONS
from claims.extract.grammar.verbs import AUXILIARIES, BE, MODALS, PAST, is_adverb, is_finite
from claims.extract.skipping import skip_signs as signs
from claims.text.calendar_names import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extract.grammar.tokens import Token
    from claims.model.span import Span

LONGEST_HEADING = 200
_TEXT_SMALL_WORDS = 3  # that show a line without a full stop to be a sentence and no heading
_FEWEST_WORDS = 4  # of a statement in the present, in a text that has no full stops
_FEW_SHOUTED = 4  # words
_MOSTLY = 0.75  # share of lines without a full stop, from which a text has none
_TELLING_LINE = 20  # characters; shorter lines need no full stop
_END = 24  # characters of a line that show whether it is ended

_OPENERS = frozenset(
    "what how why where when who whom whose which that whether while because if".split()
)
"""Words that take the next verb for a clause of their own."""

_OF_NOUN = frozenset("the a an we you they he she it i".split())
"""Behind a bare noun they begin a clause about it: "the day the dam broke"."""

_SUBJECTS = frozenset("he she it they we i".split())
_GO_ON = frozenset(
    """of in on at by for from to with and or but nor than as into over under after before between among
    during against about around near through across per not only all both half that says say said""".split()
)
_TIMES = frozenset("year week month night day morning summer winter ago later time".split())
_POINTING = frozenset("last this that next one same".split())
_OBJECT = frozenset(
    """the a an his her their its our my your this that these those some any no more fewer less most all
    both him them it us me one two three four five six seven eight nine ten nearly almost none nothing
    nobody""".split()
)
_CALLED = frozenset("called named considered deemed declared labelled labeled rendered".split())
_BEHIND = frozenset(
    """yesterday today tomorrow overnight abroad again twice early late here there home away back down out
    off alive dead guilty nearby worldwide online last this next""".split()
)
"""What may stand behind a form that hangs on a noun: "men killed yesterday"."""
_DAYS = re.compile(rf"{WEEKDAY}|{MONTH}")
_ALONE = frozenset(
    """died resigned arrived happened occurred appeared disappeared emerged lived remained existed lasted
    collapsed crashed exploded erupted departed retired escaped voted gathered marched protested
    landed returned failed declined ended started testified apologised apologized stood slept fled felt
    thought meant""".split()
)
"""Past forms that take no object, so that they hang on no noun: unlike "soldiers killed in Helmand"."""

_OPEN_PAST = frozenset(
    """bent bet bled bought bound bred brought built burnt caught dealt dug fed fought found held heard
    hid kept laid led left lent lost made met paid quit sent shot sold sought spent struck stuck swept
    swung taught told understood won set hit put cut beat let shut withheld upheld wound shone""".split()
)
"""Past forms that may as well hang on a noun: "money lost in the flood"."""


def is_heading(text: str, words: Sequence[Token], *, loose: bool | None = None) -> bool:
    """Whether a line of its own reads as a heading; a list item or post with a verb does not.

    `loose` says that it stands among lines without full stops: True in a text that has hardly any, False
    in another; None where text follows that it may be the heading of.

    >>> from claims.extract.grammar.tokens import tokens
    >>> lines = "Soldiers killed in Helmand", "More than 90 soldiers died there"
    >>> [is_heading(line, tokens(line), loose=True) for line in lines]
    [True, False]
    """
    if signs.FULL_STOP.search(text) or len(text) >= LONGEST_HEADING:
        return False
    verbs = [i for i in range(len(words)) if is_finite(words, i)]
    if _is_item(text, verbs) or (verbs and signs.POSTED.search(text)):
        return False
    main = list(_main(words, verbs))
    small = len(signs.SMALL.findall(text))
    if (
        not main
        or _is_shouted(text, words)
        or (loose is None and signs.QUOTED_LINE.fullmatch(text))
    ):
        return True
    if loose is None or small >= _TEXT_SMALL_WORDS:
        return small < _TEXT_SMALL_WORDS
    if any(_is_sure(words, i) for i in main):
        modal = any(words[i].lower in MODALS for i in main)
        return not small and not modal and re.search(r"\d", text) is None
    present = any(words[i].lower not in PAST and not words[i].lower.endswith("ed") for i in main)
    return not (loose and present) or sum(w.is_word for w in words) < _FEWEST_WORDS


def _is_shouted(text: str, words: Sequence[Token]) -> bool:
    """Whether a line is a few words in capitals, no number among them: "THE RADIO WAS SILENT"."""
    few = sum(w.is_word for w in words) <= _FEW_SHOUTED
    return few and text.isupper() and re.search(r"\d", text) is None


def _is_item(text: str, verbs: Sequence[int]) -> bool:
    """Whether a line is the item of a list that says something: it has a verb or tells a level."""
    if signs.BULLET.match(text) is None:
        return False
    return bool(verbs) or signs.MEASURED_ITEM.search(text) is not None


def _main(words: Sequence[Token], verbs: Sequence[int]) -> Iterator[int]:
    """The verbs with a subject that no opening word has taken for a clause about something."""
    opened = at = 0
    for order, verb in enumerate(verbs):
        opened += sum(_opens(words, i) for i in range(at, verb) if i - 1 not in verbs)
        at = verb
        if opened <= order and any(w.is_word for w in words[:verb]):
            yield verb


def _opens(words: Sequence[Token], i: int) -> bool:
    """Whether a clause about something begins with `words[i]`."""
    word = words[i]
    if word.lower in _OPENERS:
        return word.text != "That"
    if word.lower not in _OF_NOUN or (word.is_capital and word.lower != "i") or not i:
        return False
    before = words[i - 1]
    if not before.text.isalpha() or before.is_capital or before.lower in _GO_ON:
        return False
    after = words[i + 1].lower if i + 1 < len(words) else ""
    if word.lower in {"a", "an"} and after in _TIMES:
        return False  # "14,500 vehicles a day"
    pointed = i > 1 and words[i - 2].lower in _POINTING
    return not is_adverb(before.lower) and not (pointed and before.lower in _TIMES)


def _is_sure(words: Sequence[Token], i: int) -> bool:
    """Whether a verb can hang on no noun: "were killed", "rose", "arrested the driver"."""
    word = words[i].lower
    if i and words[i - 1].lower in _SUBJECTS:
        return True
    if word in AUXILIARIES or word in BE or word in _ALONE or word.endswith(("n't", "'ve", "'re")):
        return True
    if word in PAST and word not in _OPEN_PAST:
        return True
    past = word in _OPEN_PAST or word.endswith("ed")
    behind = words[i + 1] if past and i + 1 < len(words) else None
    if behind is None or _DAYS.fullmatch(behind.text) or word in _CALLED:
        return False
    if word.endswith("ed") and _is_object(behind):
        return True
    named = behind.is_capital and behind.text[1:].islower()
    return named or behind.lower in _OBJECT or behind.text[0].isdigit() or behind.text in "$€£¥"


def _is_object(word: Token) -> bool:
    """Whether a bare noun stands behind a verb: "dissolved parliament", not "destroyed by fire"."""
    low = word.lower
    if not word.text.isalpha() or not word.text.islower() or low.endswith(("ed", "ing")):
        return False
    return low not in PREPOSITIONS | _GO_ON | _BEHIND and not is_adverb(low)


def loose_lines(text: str, sentences: Sequence[Span]) -> dict[int, bool]:
    r"""The lines without a full stop, by offset, under which no text stands whose heading they may be.

    True where hardly a line of the whole text has one. A first line is a title, unless that is so.

    >>> from claims.text.sentences import sentence_spans
    >>> text = "Bank\n\nThe bank fell in 1989.\n\nThe bridge fell"
    >>> loose_lines(text, sentence_spans(text))
    {30: False}
    """
    lines = list(_lines(text, sentences))
    telling = [stop for _, stop, length in lines if length >= _TELLING_LINE and stop != "?"]
    bare = not telling or telling.count("") >= _MOSTLY * len(telling)
    below = [*(stop for _, stop, _ in lines), ""][1:]
    return {
        start: bare
        for (start, stop, _), under in zip(lines, below, strict=False)
        if not stop and under in "?:" and (bare or start != lines[0][0])
    }


def _lines(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, str, int]]:
    """Where each line with words begins, the mark that ends it, and its length."""
    start, filled = 0, False
    for i, span in enumerate(sentences):
        words = span.of(text)
        filled |= not words.isspace()
        if i + 1 < len(sentences) and not words.endswith(("\n", "\r")):
            continue
        if filled:
            ended = signs.FULL_STOP.search(words.rstrip()[-_END:])
            yield start, ended[0][0] if ended else "", span.end - start
        start, filled = span.end, False
