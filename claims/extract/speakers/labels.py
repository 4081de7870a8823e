"""Sentences to the labels of speakers before them: "((WN))", "Q.", "ANN LEE, HOST:", a name in its own line.

A label here only looks like one. Whether the text is a talk, `turns` decides by all of them together.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.article import Article
    from claims.model.span import Span

_BOLD = r"[*_]{0,3}"
_OPEN = rf"[>#\s]*{_BOLD}"
_PARENTHESES = re.compile(
    rf"{_OPEN}(\(\(\s?(?P<name>[^()\n]{{1,60}}?)\s?\)\)){_BOLD}\s*(?::|[–—-](?=\s))?{_BOLD}\s*"
)
_LETTER = re.compile(
    rf"{_OPEN}(\[?(?P<name>Q|A|Question|Answer|QUESTION|ANSWER)\s?\d{{0,3}}\]?){_BOLD}\s?"
    rf"(?:[.:)]{{1,2}}(?=\s|{_BOLD}\s)|[–—-](?=\s)|(?<=\])(?=\s)){_BOLD}\s*"
)
_CHAT = re.compile(  # "[09:14] maria_l:", "18/11/2026, 09:14 - Maria Lund:", "09:14 <maria>"
    r"\s*\[?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?\]?[\s,–-]{1,3}"
    r"(?:(?P<name>@?\w[\w.-]{1,24}(?:\s[A-ZÀ-Þ][\w’-]{1,24}){0,2})\s?:|<(?P<nick>[^<>\n]{1,30})>:?)(?=\s)\s*"
)
_COLON = re.compile(
    rf"{_OPEN}(?P<name>[^\W\d_][^:\n?!“”\"\[\]*]{{0,110}}?)(?:\s\[[^\[\]\n]{{1,60}}\])?{_BOLD}\s?:(?={_BOLD}(?:\s|$)){_BOLD}\s*"
)
_NOTHING = re.compile(r"\s*:\s+(?=\w)")  # the name before the colon is lost
_LINE = re.compile(rf"{_OPEN}(?P<name>[^\W\d_][^:\n.,;?!“”\"*]{{1,40}}){_BOLD}\s*\n\s*")
_WORD = re.compile(r"[A-ZÀ-Þ][\w.’'-]*|&")
_PARTICLES = frozenset("de da di del der den du la le van von of al bin and y".split())
_MOST_WORDS = 5
_HOLDER = re.compile(  # an office, and who holds it: "The Minister for Trade (Ann Lee)"
    r"[A-ZÀ-Þ][^()]{3,80}\s"
    r"\((?:The\s)?((?:(?:Rt|Hon|Mr|Mrs|Ms|Miss|Sir|Dame|Dr|Lord|Lady|Baroness|Deputy|Senator|Councillor|Cllr)\b\.?\s?){1,3}[A-ZÀ-Þ][^()]+)\)"
)
_AHEAD = 200  # characters in which a label ends
_NO_SPEAKERS = frozenset(
    """note notes image images photo photos picture pictures video videos update updates correction
    clarification source sources credit caption read watch listen more related breaking exclusive live
    opinion analysis editorial warning winner winners score scores result results date time place venue
    where when what who why how which cost price length subject re from to cc tel phone email fax contact
    address tags filed category topic headline key step part chapter figure table fact facts myth verdict
    claim claims rating ps disclaimer example tip tips monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december poll
    also see sign follow download share summary background context total age born died""".split()
)


class Form(Enum):
    """How a label is written."""

    PARENTHESES = "((Name))"
    QUESTION = "Q."
    ANSWER = "A."
    NAME = "Name:"
    LINE = "a line of its own"
    EMPTY = ":"
    CHAT = "[09:14] name:"


@dataclass(frozen=True, slots=True)
class Label:
    """A label from `start` of the text, its words `[shown, close)`, and what is spoken from `end` on."""

    start: int
    shown: int
    close: int
    end: int
    name: str  # whom it names, without office and title in commas or parentheses
    form: Form

    @property
    def key(self) -> str:
        """What two labels of one speaker have in common."""
        return f"{self.form.name}" if not self.name else self.name.lower().replace(".", "")


def labels_of(article: Article) -> tuple[Label, ...]:
    """Whatever could be a speaker's label at the beginning of a sentence, in order.

    >>> from claims.extract.article import read_article
    >>> text = "Q. Why now? A. It was late."
    >>> [label.form.value for label in labels_of(read_article(text, published=None))]
    ['Q.', 'A.']
    """
    found = list(_each(article))
    lines = Counter(label.key for label in found if label.form is Form.LINE)
    return tuple(one for one in found if one.form is not Form.LINE or lines[one.key] > 1)


def _each(article: Article) -> Iterator[Label]:
    for span in article.sentences:
        if span.start >= article.body_end:
            break
        label = _label_at(article, span.trim(article.text), span)
        if label is not None:
            yield label


def _label_at(article: Article, words: Span, sentence: Span) -> Label | None:
    """The label at the beginning of a sentence; within a line only a sure one."""
    text, at = article.text, words.start
    window = text[at : at + _AHEAD]
    opens = article.starts_paragraph(sentence) or article.starts_paragraph(words)
    match = _PARENTHESES.match(window)
    if match is not None:
        return _label(at, match, 1, match["name"].strip(), Form.PARENTHESES)
    match = _LETTER.match(window)
    if match is not None:
        form = Form.QUESTION if match["name"][0] == "Q" else Form.ANSWER
        return _label(at, match, 1, "", form)
    match = _CHAT.match(window) if opens else None
    if match is not None:
        shown = "name" if match["name"] else "nick"
        return _label(at, match, shown, match[shown].lstrip("@"), Form.CHAT)
    match = _COLON.match(window)
    if match is not None:
        name = speaker_named(match["name"])
        sure = opens or (name is not None and name.isupper())
        return _label(at, match, "name", name, Form.NAME) if name and sure else None
    match = _NOTHING.match(window) if opens else None
    if match is not None:
        return _label(at, match, 0, "", Form.EMPTY)
    match = _LINE.match(window) if opens else None
    name = speaker_named(match["name"]) if match is not None else None
    return _label(at, match, "name", name, Form.LINE) if match and name else None


def _label(at: int, match: re.Match[str], shown: int | str, name: str, form: Form) -> Label:
    start, end = match.span(shown)
    return Label(at, at + start, at + end, at + match.end(), name, form)


def speaker_named(words: str) -> str | None:
    """The name in a label without the office behind it, or None where no name can stand.

    >>> speaker_named("ROSS COLE, TV8 HOST"), speaker_named("Ann Lee (mayor)"), speaker_named("Photo")
    ('ROSS COLE', 'Ann Lee', None)
    """
    held = _HOLDER.fullmatch(words.strip())
    head = re.split(r",|\s\(", held[1] if held else words.strip(), maxsplit=1)[0].strip()
    parts = head.split()
    if not 1 <= len(parts) <= _MOST_WORDS or parts[0].lower().rstrip(".") in _NO_SPEAKERS:
        return None
    if re.search(r"\w\.(?:image|photo|picture)s?$", head, re.IGNORECASE):
        return None  # "Ann Lee in May.Image: Mark Dean"
    if not all(_WORD.fullmatch(part) or part in _PARTICLES for part in parts):
        return None
    return head
