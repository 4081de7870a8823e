"""Main text of a page: this product against trafilatura alone, as F1 over words, in the same run.

    python3 benchmarks/page_text.py ARTICLES [--pages FOLDER] [--limit N]

ARTICLES is a corpus (.jsonl, one object a line with "text") or a folder of .txt files. Each text is put into
seven kinds of page as sites build them (menus, teasers, cookie notices, footers), once as it is and once with
words hidden in it in nine ways. Both are scored against the text, and so is how many of the hidden words each
lets through. --pages takes real pages: NAME.html with NAME.txt beside it is scored; without, only how far the
two agree is told. Built pages are kinder than real ones: what counts is the difference, not the height.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import statistics
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from html import escape
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import trafilatura

from claims.model.errors import BadInput
from claims.text.decode import decode
from claims.text.html_text import html_page

PLANTED = "zyxsecret quvtrick wobblyhidden plonkword"
WAYS = (
    '<p style="display:none">{}</p>',
    '<p class="hx1">{}</p>',
    '<p style="font-size:0">{}</p>',
    '<p style="color:#ffffff">{}</p>',
    '<p style="position:absolute;left:-9999px">{}</p>',
    '<p style="opacity:0">{}</p>',
    '<p style="visibility:hidden">{}</p>',
    "<p hidden>{}</p>",
    '<p style="clip-path:inset(100%)">{}</p>',
)
SHEET = (
    "<style>.hx1{display:none} .menu li{float:left}"
    " .sr-only{position:absolute;clip:rect(0,0,0,0)}</style>"
)
MENU = (
    "<ul class=menu>"
    + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(12))
    + "</ul>"
)
TEASERS = "".join(
    f"<div class=teaser><h3><a href=/t{n}>Another story number {n}</a></h3><p>What happened elsewhere.</p></div>"
    for n in range(6)
)
FOOTER = "<footer><p>© 2021 The Post. All rights reserved.</p><p><a href=/terms>Terms of use</a></p></footer>"
COOKIES = (
    "<div class='cookie-banner' style='display:none'><p>We use cookies to make this site work.</p>"
    "<button>Accept all</button></div>"
)
SKIP = "<a class='sr-only' href='#main'>Skip to main content</a>"
PAGES = {
    "news": "<header><nav>{menu}</nav></header>{skip}<main id=main><article><h1>{title}</h1>{body}</article>"
    "<aside>{teasers}</aside></main>{footer}{cookies}",
    "bare": "<h1>{title}</h1>{body}",
    "blog": "<div id=page><div id=nav>{menu}</div><div class='post hentry'><h2 class=entry-title>{title}</h2>"
    "<div class=entry-content>{body}</div></div><div id=sidebar>{teasers}</div>{footer}</div>{cookies}",
    "divs": "<div class=a>{menu}</div><div class=b><div class=c><div class=d><h1>{title}</h1>{body}</div></div>"
    "<div class=e>{teasers}</div></div>{footer}",
    "table": "<table><tr><td>{menu}</td><td><h1>{title}</h1>{body}</td><td>{teasers}</td></tr></table>{footer}",
    "wiki": "<div id=mw-navigation>{menu}</div><div id=content class=mw-body><h1 id=firstHeading>{title}</h1>"
    "<div id=mw-content-text><div class=mw-parser-output>{body}</div></div></div>{footer}",
    "app": "<div id=root><nav>{menu}</nav><main role=main><section><h1>{title}</h1>"
    "<div itemprop=articleBody>{body}</div></section><section class=related>{teasers}</section></main></div>{footer}",
}


class Score(NamedTuple):
    """F1 over words, and how many of the hidden words came through."""

    f1: float
    leaked: int


def words(text: str) -> Counter[str]:
    """The words of a text, each as often as it stands there."""
    return Counter(re.findall(r"\w+", text.casefold()))


def f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall over words."""
    got, gold = words(found), words(wanted)
    both = (got & gold).total()
    return 2 * both / (got.total() + gold.total()) if both else float(got == gold)


def alone(page: str) -> str:
    """The text by trafilatura alone."""
    return trafilatura.extract(page, include_comments=False) or ""


def ours(page: str) -> str:
    """The text as a snapshot keeps it."""
    try:
        return html_page(decode(page.encode(), markup=True)).text
    except BadInput:
        return ""


def texts(path: Path) -> Iterator[str]:
    """The articles of a corpus or folder."""
    if path.is_dir():
        yield from (one.read_text(encoding="utf-8") for one in sorted(path.glob("*.txt")))
        return
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines if line.strip())


def built(text: str, kind: str, *, hidden: bool, seed: int) -> str:
    """The text in a page of a kind."""
    title, *paragraphs = [one for one in text.split("\n\n") if one.strip()]
    blocks = [f"<p>{escape(one)}</p>" for one in paragraphs]
    chosen = random.Random(seed)
    for way in WAYS if hidden else ():
        blocks.insert(
            chosen.randint(1, max(1, len(blocks))), way.format(f"{PLANTED} {way[3:9]} " * 4)
        )
    body = PAGES[kind].format(
        title=escape(title), body="\n".join(blocks), menu=MENU, teasers=TEASERS,
        footer=FOOTER, cookies=COOKIES, skip=SKIP,
    )  # fmt: skip
    head = f"<title>{escape(title)} | The Post</title>{SHEET}"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def leaked(text: str) -> int:
    """How many of the planted words stand in a text."""
    found = words(text)
    return sum(found[word] for word in PLANTED.split())


def compare(articles: Sequence[str], kind: str, *, hidden: bool) -> tuple[Score, Score]:
    """Mean scores of trafilatura alone and of ours."""
    scores: list[list[Score]] = [[], []]
    for seed, text in enumerate(articles):
        page = built(text, kind, hidden=hidden, seed=seed)
        for held, reader in zip(scores, (alone, ours), strict=True):
            read = reader(page)
            held.append(Score(f1(read, text), leaked(read)))
    first, second = (
        Score(statistics.fmean(one.f1 for one in held), sum(one.leaked for one in held))
        for held in scores
    )
    return first, second


def real_pages(folder: Path, limit: int) -> None:
    """What both make of real pages: scored where the text lies beside, else how far they agree."""
    scored: list[tuple[float, float]] = []
    agreed: list[float] = []
    for path in sorted(folder.rglob("*.html"))[:limit]:
        page = path.read_text(encoding="utf-8", errors="replace")
        first, second = alone(page), ours(page)
        gold = path.with_suffix(".txt")
        if gold.is_file():
            text = gold.read_text(encoding="utf-8")
            scored.append((f1(first, text), f1(second, text)))
        elif first:
            agreed.append(f1(second, first))
    for name, part in (("alone", 0), ("ours", 1)):
        if scored:
            mean = statistics.fmean(one[part] for one in scored)
            print(f"{len(scored)} real pages with their text, {name}: F1 {mean:.4f}")
    if agreed:
        same = sum(one > 0.995 for one in agreed)
        mean = statistics.fmean(agreed)
        print(
            f"{len(agreed)} real pages without: F1 of one against the other {mean:.4f}, the same on {same}"
        )


def main() -> None:
    """Print both scores for every kind of page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    chosen = parser.parse_args()
    articles = list(texts(chosen.articles))[: chosen.limit]
    print(
        f"{len(articles)} articles in {len(PAGES)} kinds of page; "
        f"trafilatura {metadata.version('trafilatura')}; "
        f"{platform.machine()}, Python {platform.python_version()}; {datetime.now(UTC):%Y-%m-%d}"
    )
    print(
        f"{'page':8}{'hidden':>8}{'alone':>9}{'ours':>9}{'gain':>9}{'leaked alone':>14}{'leaked ours':>13}"
    )
    start = time.process_time()
    for hidden in (False, True):
        gains = []
        for kind in PAGES:
            first, second = compare(articles, kind, hidden=hidden)
            gains.append(second.f1 - first.f1)
            print(
                f"{kind:8}{'yes' if hidden else 'no':>8}{first.f1:9.4f}{second.f1:9.4f}{gains[-1]:+9.4f}"
                f"{first.leaked:14}{second.leaked:13}"
            )
        print(f"mean gain {statistics.fmean(gains):+.4f}, worst {min(gains):+.4f}")
    print(f"{time.process_time() - start:.0f} s of CPU time")
    if chosen.pages:
        real_pages(chosen.pages, chosen.limit)


if __name__ == "__main__":
    main()
