"""What somebody pasted to what they meant: invisible characters, escapes and stray punctuation are gone."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote, urlsplit

LONGEST = 2_000
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d", "-"))
QUOTES = "\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a\u201e"
CLOSES = {")": "(", "]": "[", "}": "{", ">": "<"}


def plain(written: str) -> str:
    r"""The text on one line, without characters nobody sees, HTML escapes and a pair of quotes or `<>`.

    >>> plain(" &lt;10.1000/A\u2010b&gt; ")
    '10.1000/A-b'
    """
    seen = UNSEEN.sub("", html.unescape(written[:LONGEST])).translate(DASHES)
    line = " ".join(seen.split()).strip(QUOTES + " ")
    line = line.rstrip(".,;") if line[:1] in {"<", "(", "[", "{"} else line
    wrapped = line[:1] + line[-1:] if len(line) > 1 else ""
    return line[1:-1].strip() if wrapped in {"<>", "()", "[]", "{}"} else line


def decoded(written: str) -> str:
    """Percent-encoding undone, also where it was put on twice.

    >>> decoded("10.1000%252Fabc")
    '10.1000/abc'
    """
    once = unquote(written)
    return unquote(once) if re.search("%[0-9A-Fa-f]{2}", once) and once != written else once


def bare_end(written: str) -> str:
    """The text without the punctuation of the sentence that it stood in.

    >>> bare_end("10.1000/a(b)c)."), bare_end("10.1016/S0140(97)"), bare_end("10.1000/x,”")
    ('10.1000/a(b)c', '10.1016/S0140(97)', '10.1000/x')
    """
    text = written
    while text:
        last = text[-1]
        opens = CLOSES.get(last)
        unpaired = opens is not None and text.count(last) > text.count(opens)
        if last not in ".,;:!?\u2026" + QUOTES and not unpaired:
            break
        text = text[:-1]
    return text


def web_parts(written: str) -> tuple[str, str] | None:
    """Host (lower case, without `www.`) and path of a web address; None when it is none.

    >>> web_parts("https://www.ArXiv.org/abs/2101.00001?x=1#y"), web_parts("doi.org/10.1/x")
    (('arxiv.org', '/abs/2101.00001'), ('doi.org', '/10.1/x'))
    >>> web_parts("10.1000/182") is None
    True
    """
    given = written if re.match("https?://", written, re.IGNORECASE) else f"https://{written}"
    try:
        parts = urlsplit(given)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    named = re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", host)
    return (host, parts.path) if named and (parts.path or "://" in written) else None
