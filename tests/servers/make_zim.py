"""Articles as JSON on standard input to a ZIM file. Run by the peer that has libzim, never imported."""

import json
import sys
from html import escape

from libzim.writer import Creator, Hint, Item, StringProvider


class Article(Item):
    def __init__(self, title, text):
        super().__init__()
        self.title = title
        self.text = text

    def get_path(self):
        return self.title.replace(" ", "_")

    def get_title(self):
        return self.title

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        head = f"<!DOCTYPE html><html><head><title>{escape(self.title)}</title></head>"
        body = f"<body><h1>{escape(self.title)}</h1><p>{escape(self.text)}</p></body></html>"
        return StringProvider(head + body)

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


articles = json.load(sys.stdin)
with Creator(sys.argv[1]).config_indexing(indexing=True, language="eng") as book:
    book.set_mainpath(articles[0]["title"].replace(" ", "_"))
    for name, value in {
        "Title": "Highlands", "Language": "eng", "Date": "2026-11-24", "Creator": "tests",
        "Publisher": "tests", "Description": "Twenty made-up articles", "Name": "highlands",
    }.items():  # fmt: skip
        book.add_metadata(name, value)
    for article in articles:
        book.add_item(Article(article["title"], article["text"]))
