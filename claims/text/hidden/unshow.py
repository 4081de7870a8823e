"""A parsed page to the same page without what no reader sees, and a finding for each way of hiding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model.finding import Finding, FindingKind
from claims.text.hidden.cascade import Style, style_of
from claims.text.hidden.controls import controlled, opens
from claims.text.hidden.standing import Standing, below, page_standing
from claims.text.hidden.style_sheet import StyleSheet, style_sheet
from claims.text.hidden.ways import Way, fades_in, hides, hides_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.text.html_element import Element

MAX_FINDINGS = 50
EXCERPT = 120
FEW = 8
"""Words from which a part that is not displayed is prose rather than a label."""

SHORT = 12
"""Words that a label for screen readers may have: "Skip to content", "opens in a new window"."""

LONG = 40
DEEP = 12
"""Ancestors that are looked at for what an element belongs to."""

_SILENT = frozenset("script style link meta base math".split())
_ASIDE_TAGS = frozenset("nav footer aside form header dialog menu".split())
_MARKS = ("style", "hidden", "aria-hidden")
_SPOKEN = "descendant-or-self::*[not(self::script or self::style)]/text()"
_OPENED = frozenset(
    {
        FindingKind.NOT_DISPLAYED,
        FindingKind.NO_ROOM,
        FindingKind.INVISIBLE,
        FindingKind.TRANSPARENT,
    }
)
_USUAL = _OPENED - {FindingKind.TRANSPARENT}
_LABELS = frozenset({FindingKind.CLIPPED, FindingKind.OFF_SCREEN, FindingKind.NO_ROOM})
_FURNITURE = re.compile(
    r"modal|popup|pop-up|menu|nav|cookie|consent|gdpr|tooltip|dropdown|drop-down|overlay|share|social"
    r"|newsletter|subscri|lightbox|toast|search|login|signin|account|mobile|desktop|print|tab-|tabs"
    r"|spinner|loading|error|alert|toc|sidebar|footer|header|banner|promo|advert|-ad-|ads|widget"
    r"|template|player|caption|gallery|slide|carousel|comment|related|noexcerpt|metadata|navbox"
    r"|paywall|form|notice|message|success|dialog",
    re.IGNORECASE,
)
_FURNITURE_TAGS = frozenset(
    "nav footer aside form header dialog menu datalist select option template figure button label".split()
)


@dataclass(slots=True)
class _Seen:
    """What the walk gathers."""

    gone: list[tuple[Element, Way]] = field(default_factory=list)
    blank: list[tuple[Element, str]] = field(default_factory=list)
    findings: dict[tuple[FindingKind, str], Finding] = field(default_factory=dict)

    def note(self, found: Finding) -> None:
        """Add a finding to the one of its kind and cause."""
        key = (found.kind, found.why)
        before = self.findings.get(key)
        if before is None:
            if len(self.findings) < MAX_FINDINGS:
                self.findings[key] = found
            return
        longer = max(before, found, key=lambda one: len(one.excerpt))
        self.findings[key] = Finding(
            found.kind,
            before.concealed or found.concealed,
            before.kept,
            found.why,
            before.words + found.words,
            longer.excerpt,
            before.times + 1,
        )


def unshow(tree: Element) -> tuple[Finding, ...]:
    """Take what no reader sees out of the tree; what was found, those that alarm first.

    >>> from lxml.html import document_fromstring
    >>> page = document_fromstring("<p>Seen.</p><p style='display:none'>Not seen.</p>")
    >>> [found.why for found in unshow(page)], page.text_content()
    (['display: none by its style attribute'], 'Seen.')
    """
    sheet = style_sheet(_sheet_texts(tree))
    scripted = bool(tree.xpath("boolean(//script[not(contains(@type, 'json'))])"))
    if scripted:
        _with_scripts(tree)
    walk = _Walk(sheet, controlled(tree), scripted=scripted)
    elsewhere = bool(
        tree.xpath("boolean(//link[contains(@rel, 'stylesheet')])")
        or any("@import" in (one.text or "") for one in tree.xpath("//style"))
    )
    walk.through(tree, page_standing(elsewhere=elsewhere))
    walk.take_out(tree)
    if sheet.too_large:
        why = "its style sheets are too large to be read whole, so that hidden words may be left"
        walk.seen.note(Finding(FindingKind.STYLE_TOO_LARGE, True, True, why, 0, "", 1))  # noqa: FBT003 - the record's fields
    found = walk.seen.findings.values()
    return tuple(sorted(found, key=lambda one: (not one.concealed, -one.words, one.why)))


def _with_scripts(tree: Element) -> None:
    """Put right the class by which pages tell browsers without scripts from others."""
    for element in tree.xpath("/html[@class] | //body[@class]"):
        classes = ["js" if one == "no-js" else one for one in (element.get("class") or "").split()]
        element.attrib["class"] = " ".join(classes)


def _sheet_texts(tree: Element) -> Iterator[str]:
    """The texts of the style elements; one that is for some screens alone says so in an attribute."""
    for one in tree.xpath("//style[not(ancestor::noscript)]"):  # readers have scripts
        media = (one.get("media") or "").strip()
        yield f"@media {media}{{{one.text or ''}}}" if media else one.text or ""


@dataclass(slots=True)
class _Walk:
    """The way through one page."""

    sheet: StyleSheet
    targets: frozenset[str]
    scripted: bool
    seen: _Seen = field(default_factory=_Seen)

    def through(self, tree: Element, standing: Standing) -> None:
        """Look at every element, those around before those inside. No recursion: pages are deep."""
        waiting: list[tuple[Element, Standing, Standing]] = [(tree, standing, standing)]
        while waiting:
            element, narrow, wide = waiting.pop()
            if not isinstance(element.tag, str) or element.tag in _SILENT:
                continue
            looked = self._look(element, narrow, wide)
            if looked is None:
                continue
            waiting += [(child, *looked) for child in reversed(list(element))]

    def _look(
        self, element: Element, narrow: Standing, wide: Standing
    ) -> tuple[Standing, Standing] | None:
        """What holds inside the element on both screens, or None when all of it is hidden."""
        rules = self.sheet.meaning(element) if self.sheet.rules else []
        style = style_of(element, [rule for rule in rules if rule.wide])
        here = below(wide, element, style)
        way = hides(element, style, here)
        words = hides_words(here)
        if not self.sheet.by_width:
            there = here
        else:
            small = style_of(element, [rule for rule in rules if rule.narrow])
            there = below(narrow, element, small)
            way = way if hides(element, small, there) else None
            words = words if hides_words(there) else None
        if way and self._takes(element, style, way):
            self.seen.gone.append((element, way))
            return None
        if way and way.kind is FindingKind.WHOLE_PAGE:
            return narrow, wide
        if words:
            self._blank(element, words)
        return there, here

    def _takes(self, element: Element, style: Style, way: Way) -> bool:
        """Whether the element is to be taken out; what stays in is noted here."""
        if element.tag in {"html", "body"}:
            why = f"the whole page is hidden until a script shows it ({way.why})"
            self._keep(element, Way(FindingKind.WHOLE_PAGE, why))
            return False
        if way.kind in _OPENED and opens(element, self.targets) and not _is_aside(element):
            self._keep(element, Way(FindingKind.COLLAPSED, f"a part that readers open ({way.why})"))
            return False
        if way.kind is FindingKind.TRANSPARENT and self.scripted and fades_in(element, style):
            self._keep(element, Way(FindingKind.FADES_IN, f"a script lets it appear ({way.why})"))
            return False
        return True

    def _keep(self, element: Element, way: Way) -> None:
        for mark in _MARKS:  # or the finder of the main text would leave it out
            element.attrib.pop(mark, None)
        words = _words(element)
        if words:
            self.seen.note(_finding(way, words, concealed=False, kept=True))

    def _blank(self, element: Element, way: Way) -> None:
        """Words directly in the element: its text, and what stands between its children."""
        pieces = []
        if (element.text or "").strip():
            pieces.append(element.text or "")
            self.seen.blank.append((element, "text"))
        for child in element:
            if (child.tail or "").strip():
                pieces.append(child.tail or "")
                self.seen.blank.append((child, "tail"))
        words = " ".join(pieces).split()
        if way.kind is FindingKind.INVISIBLE:
            element.attrib.pop("style", None)  # a child may be visible again
        if not words:
            return
        if way.kind in _OPENED and opens(element, self.targets):
            way = Way(FindingKind.COLLAPSED, f"a part that readers open ({way.why})")
            for _ in pieces:
                self.seen.blank.pop()
            self.seen.note(_finding(way, words, concealed=False, kept=True))
            return
        heading = way.kind is FindingKind.OFF_SCREEN and len(words) <= SHORT
        usual = way.kind in _USUAL and (len(words) < FEW or _is_furniture(element))
        self.seen.note(_finding(way, words, concealed=not (heading or usual), kept=False))

    def take_out(self, tree: Element) -> None:
        """Take out what the walk found, unless a script shows just that: then the page is all of it."""
        total = len(_words(tree)) if self.seen.gone else 0
        title = len(_words_of_title(tree))
        for element, way in self.seen.gone:
            words = _words(element)
            if total - len(words) <= title and self._shows_late(words, way):
                why = f"the whole page is hidden until a script shows it ({way.why})"
                self.seen.note(
                    _finding(Way(FindingKind.WHOLE_PAGE, why), words, concealed=False, kept=True)
                )
                continue
            if words:
                self.seen.note(_judged(element, way, words))
            _remove(element)
        for holder, part in self.seen.blank:
            setattr(holder, part, " ")

    def _shows_late(self, words: list[str], way: Way) -> bool:
        """Whether a page that holds nothing else at all may be shown by its scripts."""
        return self.scripted and way.kind in _OPENED and len(words) >= LONG and not self.seen.blank


def _judged(element: Element, way: Way, words: list[str]) -> Finding:
    """The finding for an element that is taken out: alarming where honest pages have no use for it."""
    label = way.kind in _LABELS and len(words) <= SHORT
    if label:
        way = Way(FindingKind.FOR_SCREEN_READERS, way.why)
        return _finding(way, words, concealed=False, kept=False)
    if way.kind is FindingKind.FOR_SCREEN_READERS:
        return _finding(way, words, concealed=len(words) > LONG, kept=False)
    if way.kind is FindingKind.CLOSED_DIALOGUE:
        return _finding(way, words, concealed=False, kept=False)
    usual = way.kind in {*_USUAL, FindingKind.TRANSPARENT, FindingKind.NOT_RENDERED}
    if usual and (len(words) < FEW or _is_furniture(element) or _asks_for_scripts(words)):
        return _finding(way, words, concealed=False, kept=False)
    return _finding(way, words, concealed=True, kept=False)


def _asks_for_scripts(words: list[str]) -> bool:
    return len(words) <= LONG and "javascript" in " ".join(words).lower()


def _is_furniture(element: Element) -> bool:
    """Whether the element or one close around it is a part that pages hide as a matter of course."""
    near: Element | None = element
    for _ in range(4):
        if near is None or near.tag in {"body", "html", "article", "main"}:
            return False
        names = f"{near.get('class') or ''} {near.get('id') or ''} {near.get('role') or ''}"
        if near.tag in _FURNITURE_TAGS or _FURNITURE.search(names):
            return True
        near = near.getparent()
    return False


def _is_aside(element: Element) -> bool:
    """Whether it belongs to what stands around an article rather than to the article."""
    near: Element | None = element
    for _ in range(DEEP):
        if near is None:
            return False
        if near.tag in _ASIDE_TAGS:
            return True
        near = near.getparent()
    return False


def _finding(way: Way, words: list[str], *, concealed: bool, kept: bool) -> Finding:
    excerpt = " ".join(words[:EXCERPT])
    if len(excerpt) > EXCERPT:
        excerpt = excerpt[: EXCERPT - 1] + "…"
    return Finding(way.kind, concealed, kept, way.why, len(words), excerpt, 1)


def _words(element: Element) -> list[str]:
    pieces: Iterator[str] = element.xpath(_SPOKEN)
    return " ".join(pieces).split()


def _words_of_title(tree: Element) -> list[str]:
    return [word for title in tree.xpath("//head/title") for word in _words(title)]


def _remove(element: Element) -> None:
    """Take the element out and leave what follows it in place."""
    parent = element.getparent()
    if parent is None:
        return
    tail = " " + (element.tail or "") if element.tail is not None else ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
