"""The text of `<style>` elements to rules, and an element to the rules that mean it.

Rules count as on a screen in daylight; those that depend on its width are told apart, so that what a
phone or a desktop shows is not taken for hidden. Sheets that lie elsewhere are not fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.text.hidden.declarations import Declaration, declarations
from claims.text.hidden.selectors import Selector, around_fits, fits, selector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.text.html_element import Element

MAX_CHARACTERS = 1_000_000
MAX_RULES = 8_000
MAX_TRIES = 800_000
"""Selectors tried on elements of one page; large real pages need a tenth."""

FAR = 20
"""Tries that a look at what stands around an element counts for."""

NARROW, WIDE = 360.0, 1280.0
"""Widths of a phone and a desktop in CSS pixels: what both hide is hidden."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|\Z)|'(?:[^'\\]|\\.)*(?:'|\Z)|[{};]", re.DOTALL)
_WIDTH = re.compile(r"\(\s*(min|max)-(?:device-)?width\s*:\s*([\d.]{1,10})\s*(px|em|rem)?\s*\)")
_RANGE = re.compile(r"\(\s*width\s*(<=|>=|<|>)\s*([\d.]{1,10})\s*(px|em|rem)?\s*\)")
_ELSEWHERE = re.compile(
    r"\b(?:print|speech|aural|tty|braille|embossed|projection)\b|prefers-color-scheme:\s*dark"
    r"|prefers-contrast|forced-colors|inverted-colors|scripting:\s*none"
)
_WHERE = ("@media", "@supports", "@layer", "@container", "@scope")


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations; `narrow` and `wide` say on which screens it counts."""

    selector: Selector
    declared: tuple[Declaration, ...]
    order: int
    narrow: bool
    wide: bool


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page by what their subject must have, so that few are tried on an element."""

    by_id: dict[str, list[Rule]] = field(default_factory=dict)
    by_class: dict[str, list[Rule]] = field(default_factory=dict)
    by_tag: dict[str, list[Rule]] = field(default_factory=dict)
    others: list[Rule] = field(default_factory=list)
    rules: int = 0
    tries: int = 0
    too_large: bool = False
    by_width: bool = False

    def meaning(self, element: Element) -> list[Rule]:
        """The rules that mean the element, weakest first; none once the page has cost too much."""
        if self.too_large:
            return []
        near = [*self.others, *self.by_tag.get(element.tag, ())]
        near += self.by_id.get(element.get("id") or "", ())
        for name in dict.fromkeys((element.get("class") or "").split()):
            near += self.by_class.get(name, ())
        meant = []
        for rule in near:
            self.tries += 1
            subject = rule.selector.subject
            if fits(subject, element):
                self.tries += FAR * (len(rule.selector.outwards) + len(subject.places))
                if around_fits(rule.selector, element):
                    meant.append(rule)
            if self.tries > MAX_TRIES:
                self.too_large = True
                return []
        return sorted(meant, key=lambda rule: (rule.selector.specificity, rule.order))

    def add(self, rule: Rule) -> None:
        """Put a rule where `meaning` looks for it."""
        subject = rule.selector.subject
        if subject.ids:
            self.by_id.setdefault(subject.ids[0], []).append(rule)
        elif subject.classes:
            self.by_class.setdefault(subject.classes[0], []).append(rule)
        elif subject.tag:
            self.by_tag.setdefault(subject.tag, []).append(rule)
        else:
            self.others.append(rule)
        self.rules += 1
        self.by_width = self.by_width or rule.narrow != rule.wide


def style_sheet(texts: Iterable[str]) -> StyleSheet:
    """The rules of all `<style>` texts of a page that can keep words from a reader.

    >>> sheet = style_sheet(["@media print { .a { display: none } } .b { opacity: 0 } .c { border: 0 }"])
    >>> list(sheet.by_class)
    ['b']
    """
    sheet = StyleSheet()
    left = MAX_CHARACTERS
    for text in texts:
        if len(text) > left or sheet.rules > MAX_RULES:
            sheet.too_large = True
            break
        left -= len(text)
        for prelude, block, narrow, wide in _blocks(_COMMENT.sub(" ", text)):
            declared = declarations(block)
            if declared:
                _add(sheet, prelude, declared, (narrow, wide))
    return sheet


def _add(
    sheet: StyleSheet, prelude: str, declared: tuple[Declaration, ...], screens: tuple[bool, bool]
) -> None:
    for written in _listed(prelude):
        found = selector(written)
        if found is not None and sheet.rules <= MAX_RULES:
            sheet.add(Rule(found, declared, sheet.rules, *screens))


def _listed(prelude: str) -> Iterator[str]:
    """The selectors of a list, split at commas that stand in no brackets."""
    if "(" not in prelude and "[" not in prelude:
        yield from prelude.split(",")
        return
    depth, start = 0, 0
    for match in re.finditer(r"[,()\[\]]", prelude):
        if match[0] == ",":
            if depth == 0:
                yield prelude[start : match.start()]
                start = match.end()
        else:
            depth += 1 if match[0] in "([" else -1
    yield prelude[start:]


def _blocks(text: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Prelude and block of each style rule, and whether it counts on narrow and on wide screens."""
    around: list[tuple[bool, bool] | None] = []  # None inside what is no style rule at all
    prelude = ""
    start = 0
    inside = False
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign == "{" and not inside:
            prelude = " ".join(text[start : match.start()].split())
            outer = around[-1] if around else (True, True)
            if prelude.startswith("@"):
                around.append(_at_rule(prelude.lower(), outer))
            else:
                inside = True
            start = match.end()
        elif sign == "}" and inside:
            screens = around[-1] if around else (True, True)
            if screens is not None and any(screens):
                yield prelude, text[start : match.start()], *screens
            inside, start = False, match.end()
        elif sign == "}" or (sign == ";" and not inside):
            if sign == "}" and around:
                around.pop()
            start = match.end()


def _at_rule(prelude: str, outer: tuple[bool, bool] | None) -> tuple[bool, bool] | None:
    """On which screens the rules inside count; None inside `@keyframes`, `@font-face` and the like."""
    if outer is None or not prelude.startswith(_WHERE):
        return None
    if not prelude.startswith("@media"):
        return None if prelude.startswith("@supports not") else outer
    queries = prelude.removeprefix("@media").split(",")
    here = [_screens(query) for query in queries]
    return (
        outer[0] and any(narrow for narrow, _ in here),
        outer[1] and any(wide for _, wide in here),
    )


def _screens(query: str) -> tuple[bool, bool]:
    if _ELSEWHERE.search(query) and not re.match(r"\s*not\b", query):
        return False, False
    return _holds(query, NARROW), _holds(query, WIDE)


def _holds(query: str, width: float) -> bool:
    for end, value, unit in _WIDTH.findall(query):
        bound = _pixels(value, unit)
        if (end == "min" and width < bound) or (end == "max" and width > bound):
            return False
    for sign, value, unit in _RANGE.findall(query):
        bound = _pixels(value, unit)
        if not {"<": width < bound, ">": width > bound, "<=": width <= bound, ">=": width >= bound}[
            sign
        ]:
            return False
    return True


def _pixels(value: str, unit: str) -> float:
    try:
        return float(value) * (16 if unit in {"em", "rem"} else 1)
    except ValueError:
        return 0.0
