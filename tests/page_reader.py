"""A page as a browser has it: elements, attributes, text, and what is fenced in by bdi."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img"}


class Reader(HTMLParser):
    """The elements, the attributes and the text of a page, as a browser would have them."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.attributes, self.text, self.open = [], [], [], []
        self.fenced = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, "elements do not nest"

    def handle_data(self, data):
        if not self.open or self.open[-1] != "script":
            self.text.append(data)
        if "bdi" in self.open:
            self.fenced.append(data)
