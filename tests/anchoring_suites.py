"""The public anchoring suites in the shared data, read where they lie: pages to text, script to rows.

Nothing of them is kept here. A place in a page is a node and an offset there; our texts have one offset,
so `PageText` holds where each node begins.
"""

import json
import re
from functools import cache
from html import escape
from pathlib import Path

import yaml
from lxml import etree, html

from claims.anchor.utf16 import from_utf16
from claims.model.span import Span

SUITES = Path(__file__).parents[2] / "shared/data/anchoring"
HYPOTHESIS = SUITES / "hypothesis_client/anchoring_test"
APACHE = SUITES / "apache_annotator/dom_test"
POLYFILL = SUITES / "text_fragments_polyfill/test"

_LITERAL = r"(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`)"
IT = re.compile(rf"\bit\(\s*(?P<name>{_LITERAL}(?:\s*\+\s*{_LITERAL})*)\s*,")
COMMENT = re.compile(r"(?:^|(?<=\s))// .*$", re.MULTILINE)
BLOCKS = frozenset(
    "address article body br dd div dl dt h1 h2 h3 h4 li main ol p section table td th tr ul".split()
)


@cache
def source(path):
    """The text of a file; of a script without its comments, which may hold half a quotation."""
    text = path.read_text(encoding="utf-8")
    return COMMENT.sub("", text) if path.suffix in {".js", ".ts"} else text


def blocks_of(path):
    """The tests of a file by name: the script from one `it(` to the next."""
    text = source(path)
    found = list(IT.finditer(text))
    ends = [m.start() for m in found[1:]] + [len(text)] * bool(found)
    return {text_of(m["name"]): text[m.end() : end] for m, end in zip(found, ends, strict=True)}


def text_of(literals):
    """String literals, added up, as the text they stand for."""
    parts = re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|`([^`]*)`", literals)
    joined = "".join(map("".join, parts))
    return re.sub(r"\\(u[0-9A-Fa-f]{4}|.)", _escaped, joined)


def _escaped(found):
    sign = found[1]
    return chr(int(sign[1:], 16)) if len(sign) == 5 else {"n": "\n", "t": "\t"}.get(sign, sign)


def rows(script):
    """An object or array literal as Python: such a literal without functions reads as YAML."""
    script = re.sub(_LITERAL, lambda m: json.dumps(text_of(m[0])), script)
    script = re.sub(r"Array\((\d+)\)\s*\.fill\(null\)[\s\S]*?\}\)\)", _filled, script)
    return yaml.safe_load(script)


def _filled(found):
    one = "{{startContainerXPath: '//b/text()', startOffset: {0}, endContainerXPath: '//b/text()', endOffset: {0}}}"
    return "[" + ", ".join(one.format(n) for n in range(int(found[1]))) + "]"


def literal(text, begins, *, around=False):
    """The literal that follows `begins` in a script (or is open `around` it), to the bracket that closes it."""
    start = text.rindex("[", 0, text.index(begins)) if around else text.index(begins) + len(begins)
    while text[start] not in "[{":
        start += 1
    depth = 0
    quoted = ""
    for at in range(start, len(text)):
        sign = text[at]
        if quoted:
            quoted = "" if sign == quoted and text[at - 1] != "\\" else quoted
        elif sign in "'\"`":
            quoted = sign
        else:
            depth += (sign in "[{") - (sign in "]}")
            if not depth:
                return text[start : at + 1]
    raise AssertionError(begins)


def _as_text(found):
    return found[1].replace("noscript", "span") + escape(found[2]) + "</span>"


class PageText:
    """The text of a page as a script sees it (`textContent`), and where its nodes begin in it."""

    def __init__(self, markup, root=None):
        # With scripts switched on, what stands in a noscript is text
        quiet = re.sub(r"(<noscript>)(.*?)(</noscript>)", _as_text, markup, flags=re.DOTALL)
        tree = html.document_fromstring(quiet)
        self.root = tree if root is None else tree.xpath(root)[0]
        self.starts = {}
        self.nodes = []
        pieces = []
        for event, element in etree.iterwalk(self.root, events=("start", "end", "comment")):
            if event == "start":
                self._add(pieces, (element, False), element.text)
            elif element is not self.root:
                self._add(pieces, (element, True), element.tail)
        self.text = "".join(pieces)

    def _add(self, pieces, node, words):
        at = sum(map(len, pieces))
        self.starts[node] = at
        if words:
            self.nodes.append((at, words))
            pieces.append(words)

    def place(self, where, units):
        """The offset of a place given by the path or the number of a node, in UTF-16 units there."""
        if isinstance(where, int):
            at, words = self.nodes[where]
            return at + from_utf16(words, units)
        path = where if where.startswith("//") else "." + where.replace("/gh-73/", "/gh-73/")
        found = self.root.xpath(path)[0]
        if hasattr(found, "is_tail"):
            return self.starts[found.getparent(), bool(found.is_tail)] + from_utf16(
                str(found), units
            )
        return self._child(found, units)

    def _child(self, element, number):
        children = [self.starts[element, False]] if element.text else []
        for child in element:
            children.append(
                self.starts[child, False] if not isinstance(child, html.HtmlComment) else None
            )
            if child.tail:
                children.append(self.starts[child, True])
        end = self.starts[element, False] + len(element.xpath("string()"))
        return (*children, end)[number] if number <= len(children) else end

    def span(self, info):
        return Span(
            self.place(info["startContainerXPath"], info["startOffset"]),
            self.place(info["endContainerXPath"], info["endOffset"]),
        )


class VisibleText:
    """What a reader sees of a page: white space collapsed, each block on a line, hidden parts left out."""

    def __init__(self, markup):
        self.ids = {}
        self._text = ""
        self._walk(html.fragment_fromstring(markup, create_parent="div"))
        self.text = self._text

    def _add(self, words):
        words = re.sub(r"\s+", " ", words or "")
        self._text += words.lstrip(" ") if self._text[-1:] in {"", "\n", " "} else words

    def _line(self):
        self._text = self._text.rstrip(" ")
        if self._text and not self._text.endswith("\n"):
            self._text += "\n"

    def _walk(self, element):
        if isinstance(element, html.HtmlComment):
            return
        if "display: none" in element.get("style", ""):
            return
        block = element.tag in BLOCKS
        if block:
            self._line()
        start = len(self._text)
        self._add(element.text)
        for child in element:
            self._walk(child)
            self._add(child.tail)
        if element.get("id"):
            self.ids[element.get("id")] = Span(start, len(self._text))
        if block:
            self._line()
