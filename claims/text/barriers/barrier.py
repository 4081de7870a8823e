"""A page to what stands in its article's place and how that was told, or to None.

What is long, or says by its metadata that it is an article, needs stronger signs; where in doubt, a page
is taken for what it gives itself out to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.model.snapshot import FetchOutcome
from claims.model.so_many import so_many
from claims.text.barriers.phrases import as_title, begins, holds, listed, plainly

if TYPE_CHECKING:
    from claims.text.html_element import Element

SHELL = 30
"""Words up to which a page may be an empty shell."""

TEASER = 250
"""Words up to which what a paywall leaves is a teaser; shorter whole articles show no gate."""

SHORT = 150
"""Words of a page so short that it may be nothing but a notice of an error, a wall or maintenance."""

GATE = 40
"""Words in a block that can be the line of a gate rather than a paragraph."""

PARAGRAPH = 30
"""Words from which on a paragraph is prose, behind which no gate stands."""

MOSTLY, LABEL = 0.8, 4
"""Share of a page's words about consent that makes it a wall; blocks of few words are labels and count."""

MAX_BLOCKS = 4_000
_BLOCKS = (
    "//*[self::p or self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::button or self::a"
    " or self::strong or self::li or self::label or ((self::div or self::span or self::section) and not(*))]"
)
_BUTTONS = (
    "//*[self::button or @role='button' or (self::input and (@type='submit' or @type='button'))"
    " or (self::a and (contains(@class, 'btn') or contains(@class, 'button')))]"
)


@dataclass(frozen=True, slots=True)
class Barrier:
    """What stands in the article's place, and what it was known by."""

    outcome: FetchOutcome
    why: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What a barrier is told by. `tree` is without hidden parts, `shell` what scripts would fill."""

    tree: Element
    text: str
    title: str | None
    source: str
    url: str | None
    article: bool
    free: bool | None
    unscripted: str
    shell: bool

    @property
    def words(self) -> int:
        """How many words the main text has."""
        return len(self.text.split())


def barrier(page: Looked) -> Barrier | None:
    """The barrier, or None for a page that is what was asked for."""
    for look in (_bots, _consent_host, _missing, _closed, _paywall, _consent, _shell):
        found = look(page)
        if found is not None:
            return found
    return None


def _headings(page: Looked) -> list[str | None]:
    heads = [element.text_content() for element in page.tree.xpath("//h1 | //h2")[:3]]
    return [page.title, *heads]


def _bots(page: Looked) -> Barrier | None:
    if page.words > SHORT:
        return None
    visible = page.text + " " + _all_words(page.tree)
    said = holds(visible, "bot_wall") if len(visible.split()) <= 2 * SHORT else None
    titled = next(filter(None, (as_title(one, "bot_wall") for one in _headings(page))), None)
    if said or (titled and not page.article):
        return Barrier(
            FetchOutcome.BOT_WALL, f'asks for proof of a human visitor ("{said or titled}")'
        )
    if page.words <= SHELL:
        low = page.source[:400_000].casefold()
        mark = next((one for one in listed("bot_wall", "source") if one in low), None)
        if mark and not page.article:
            return Barrier(
                FetchOutcome.BOT_WALL, f'is a challenge for bots (its source has "{mark}")'
            )
    return None


def _consent_host(page: Looked) -> Barrier | None:
    host = _parts(page.url)[0]
    if host in listed("consent_wall", "hosts"):
        return Barrier(
            FetchOutcome.CONSENT_WALL, f"the address leads to {host}, which asks for consent"
        )
    return None


def _missing(page: Looked) -> Barrier | None:
    if page.words > SHORT:
        return None
    written = page.article and page.words > SHELL
    path = _parts(page.url)[1].rstrip("/").lower()
    if path.endswith(listed("soft_404", "paths")) and not written:
        return Barrier(FetchOutcome.SOFT_404, f"the address leads to an error page ({path[-40:]})")
    titled = next(filter(None, (as_title(one, "soft_404") for one in _headings(page))), None)
    if titled and not written:
        return Barrier(FetchOutcome.SOFT_404, f'its title says "{titled}"')
    if page.words <= SHORT // 2:
        blocks = [one for one in page.text.split("\n\n") if len(one.split()) <= GATE]
        said = next(filter(None, (begins(one, "soft_404") for one in blocks[:4])), None)
        if said and not page.article:
            return Barrier(FetchOutcome.SOFT_404, f'its text says "{said} …"')
    return None


def _closed(page: Looked) -> Barrier | None:
    """The notice of a site that is shut for a while: it says nothing of the article."""
    if page.words > SHORT:
        return None
    titled = next(filter(None, (as_title(one, "maintenance") for one in _headings(page))), None)
    blocks = [one for one in page.text.split("\n\n") if len(one.split()) <= GATE]
    said = next(filter(None, (begins(one, "maintenance") for one in blocks[:4])), None)
    if (titled or said) and not page.article:
        return Barrier(FetchOutcome.MAINTENANCE, f'says that the site is shut ("{titled or said}")')
    return None


def _paywall(page: Looked) -> Barrier | None:
    if page.free is False and page.words <= TEASER:
        why = f"says that it is not free (isAccessibleForFree) and shows {so_many(page.words, 'word')}"
        return Barrier(FetchOutcome.PAYWALL, why)
    if page.free is True or page.words > 2 * TEASER:
        return None
    gate = _gate(page.tree)
    if gate and (page.words <= TEASER or page.free is False):
        return Barrier(
            FetchOutcome.PAYWALL, f'shows {so_many(page.words, "word")}, then a gate ("{gate}")'
        )
    return None


def _gate(tree: Element) -> str | None:
    """The line of a gate: a short block with next to no prose after it, or one in a gate's own box."""
    prose_after = 0
    for block in reversed(tree.xpath(_BLOCKS)[:MAX_BLOCKS]):
        words = block.text_content()[:1000].split()
        if block.tag == "p" and len(words) >= PARAGRAPH:
            prose_after += 1
        if not 1 < len(words) <= GATE:
            continue
        said = begins(" ".join(words), "paywall")
        if said and (prose_after == 0 or _in_gate(block)):
            return said
    return None


def _in_gate(block: Element) -> bool:
    """Whether the block, or a box close around it, is named as a paywall's."""
    near: Element | None = block
    for _ in range(5):
        if near is None:
            return False
        names = f"{near.get('class') or ''} {near.get('id') or ''}".lower()
        if any(one in names for one in listed("paywall", "classes")):
            return True
        near = near.getparent()
    return False


def _consent(page: Looked) -> Barrier | None:
    """A short page with a button that agrees, whose words are mostly about consent."""
    if page.article or page.words > 4 * SHORT:
        return None
    agreeing = [plainly(_label(one)) for one in page.tree.xpath(_BUTTONS)[:200]]
    button = next((one for one in agreeing if one in listed("consent_wall", "buttons")), None)
    titled = next(filter(None, (as_title(one, "consent_wall") for one in _headings(page))), None)
    if button is None:
        return None
    total, about = _words_about_consent(page.text)
    if (titled or total) and about >= MOSTLY * total:
        why = f'asks for consent before anything is shown ("{titled or button}")'
        return Barrier(FetchOutcome.CONSENT_WALL, why)
    return None


def _words_about_consent(text: str) -> tuple[int, int]:
    """How many words there are, and how many stand in blocks about consent; a label counts for it."""
    total = about = 0
    for block in text.split("\n\n"):
        words = len(block.split())
        total += words
        about += words if words <= LABEL or _consent_words().search(block.casefold()) else 0
    return total, about


def _consent_words() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in listed("consent_wall", "words"))
    return re.compile(rf"\b(?:{words})\b")


def _shell(page: Looked) -> Barrier | None:
    """Next to no text, and words or marks of a page that scripts have yet to fill."""
    if page.words > SHELL:
        return None
    said = holds(f"{page.text} {page.unscripted} {_all_words(page.tree)[:2000]}", "script_shell")
    if said:
        return Barrier(FetchOutcome.SCRIPT_SHELL, f'shows nothing without scripts ("{said}")')
    if page.shell:
        return Barrier(FetchOutcome.SCRIPT_SHELL, "is an empty shell that scripts fill")
    return None


def led_astray(asked: str, answered: str) -> Barrier | None:
    """The soft 404 of a site that sends readers of a lost article to its front page.

    >>> led_astray("https://x.org/2021/war-ends", "https://x.org/").outcome
    <FetchOutcome.SOFT_404: 'soft_404'>
    >>> led_astray("https://x.org/home", "https://x.org/") is None
    True
    """
    (host, path), (there, front) = _parts(asked), _parts(answered)
    plain = host.removeprefix("www.") == there.removeprefix("www.")
    parts = [part for part in path.split("/") if part]
    slug = len(parts) > 2 or (bool(parts) and re.search(r"[\d-]", parts[-1]) is not None)  # noqa: PLR2004 - deep
    if plain and slug and front.rstrip("/").lower() in {"", "/index.html", "/index.php", "/home"}:
        return Barrier(FetchOutcome.SOFT_404, "the address leads to the site's front page")
    return None


def is_shell(tree: Element) -> bool:
    """Whether the page is a frame that scripts fill: scripts, and an empty element for them.

    >>> from lxml.html import document_fromstring
    >>> is_shell(document_fromstring("<div id=root></div><script src=a.js></script>"))
    True
    """
    if not tree.xpath("boolean(//script[@src] | //script[string-length(.) > 200])"):
        return False
    roots = listed("script_shell", "roots")
    for element in tree.xpath("//*[@id] | //app-root"):
        named = element.get("id") in roots or element.tag == "app-root"
        if named and not element.text_content().strip():
            return True
    return False


def _label(button: Element) -> str:
    return button.get("value") or button.get("aria-label") or button.text_content()


def _all_words(tree: Element) -> str:
    pieces = tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::title)]")
    return " ".join(" ".join(pieces[:3000]).split())


def _parts(url: str | None) -> tuple[str, str]:
    try:
        parts = urlsplit(url or "")
    except ValueError:  # no address that any browser could follow
        return "", ""
    return parts.hostname or "", parts.path
