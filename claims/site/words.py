"""Stored words to the reader's words, and the small filters that the templates use."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit, urlunsplit

from markupsafe import Markup

from claims.export.claimreview import SCALE
from claims.export.text_fragment import link_to_words
from claims.model.wording import reminder_of, without_reminder
from claims.site.edtf_words import edtf_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "quantity": "Number",
        "event": "Event",
        "statement": "Statement",
        "status": "State of affairs",
        "rule": "Law or rule",
        "ranking": "Ranking",
        "cause": "Cause",
    },
    "status": {
        "published": "Published",
        "corrected": "Corrected",
        "withdrawn": "Withdrawn",
    },
    "action": {
        "decide": "Decided by people",
        "demonstrate": "Shown as a demonstration; decided by nobody",
        "assign": "Given to somebody",
        "edit": "Put right after the machine",
        "merge": "Merged with another claim",
        "split": "Split into parts",
        "comment": "Note of the desk",
        "flag": "Question opened",
        "unflag": "Question settled",
        "override": "Gate passed by",
        "correct": "Corrected by people",
        "withdraw": "Withdrawn by people",
        "undo": "Taken back",
        "import": "Decided by people in a table and read in",
        "release": "Went out",
    },
    "mode": {
        "direct": "quoted word for word",
        "indirect": "reported in other words",
        "mixed": "partly quoted",
    },
    "role": {
        "supports": "Supports the claim",
        "refutes": "Refutes the claim",
        "context": "Context",
    },
    "held": {
        "copy": "Copy kept",
        "transcript": "Taken down by the desk; no copy is archived",
    },
    "standing": {"primary": "Primary source", "secondary": "Secondary source"},
    "agreement": {
        "agrees": "Figures agree",
        "clashes": "Figures do not agree",
        "not_comparable": "No figures to compare",
    },
    "link_state": {
        "alive": "the page answers",
        "moved": "the page has moved",
        "dying": "the page was not there when last looked at; it is looked at again daily",
        "dead": "the page is gone",
        "soft_404": "the page seems gone (it answers with a placeholder)",
        "parked": "the page seems gone (its domain is for sale)",
        "paywalled": "the page is behind a paywall",
        "blocked": "the page refuses to be checked",
        "robots": "the site asks not to be checked by programs",
        "unreachable": "the page could not be reached",
        "unknown": "whether the page answers is not known",
    },
    "work_notice": {
        "retraction": "the cited work was retracted",
        "concern": "the cited work is under an expression of concern",
        "correction": "the cited work was corrected",
        "new_version": "the cited work has a newer version",
        "notice_itself": "the cited work is itself a notice about another",
    },
    "passage_state": {
        "present": "the quoted words still stand there",
        "moved": "the quoted words stand elsewhere on the page",
        "altered": "the quoted words were changed",
        "gone": "the quoted words are no longer there",
        "unmeasured": "whether the words still stand there was not measured",
    },
    "source_type": {
        "primary": "Primary source",
        "reporting": "Reporting",
        "reference": "Reference work",
        "fact_check": "Fact-check",
        "interested_party": "Interested party",
        "advertorial": "Paid content",
        "state_media": "State media",
        "preprint": "Study not reviewed yet",
        "retracted": "Retracted study",
        "unknown": "Sort not known",
    },
    "outcome": {
        "found": "Found pages",
        "nothing_found": "Searched, and found nothing",
        "not_measured": "Not measured",
        "refused": "Refused to answer",
        "throttled": "Asked us to wait",
        "failed": "Could not be reached",
        "stored": "Copy kept",
        "transcript": "Taken down by the desk; no copy is archived",
        "not_readable": "Could not be read",
        "address_refused": "Address not allowed",
        "robots_disallowed": "The site asks not to be read by programs",
        "unreachable": "Could not be reached",
        "timed_out": "Took too long",
        "too_large": "Too large",
        "too_many_redirects": "Too many redirects",
        "http_error": "Answered with an error",
        "bad_response": "Answered in a broken way",
        "soft_404": "Gone, though the site answers with a page",
        "consent_wall": "Shows only a request for consent",
        "paywall": "Behind a paywall",
        "script_shell": "Shows nothing without scripts",
        "bot_wall": "Turns programs away",
        "maintenance": "Shut for a while",
    },
}
"""Column name to what its closed list is called on the site."""

LABELS: Mapping[str, str] = {
    "claimant": "Said by",
    "publisher": "Published in",
    "year": "Year",
    "kind": "Kind of claim",
    "decided_at": "Decided",
    "check_worthiness": "Check-worthiness",
    "article_published": "Article's date",
    "claim_count": "Claims cited for",
    "source_type": "Sort of source",
    "url": "Address",
    "id": "Id",
    "warc_date": "Copy taken",
    "published": "Published",
    "claim": "Claim",
    "claim_text": "The claim in one sentence",
    "what_is_true": "What is true",
    "what_is_false": "What is false",
    "what_is_unknown": "What is not known",
}

STATE_SORTS: Mapping[str, str] = {
    **dict.fromkeys(("ok", "alive", "present"), "good"),
    **dict.fromkeys(("moved", "dying", "altered", "paywalled"), "care"),
    **dict.fromkeys(("concern", "correction", "new_version", "notice_itself"), "care"),
    **dict.fromkeys(("gone", "dead", "soft_404", "parked", "retraction"), "bad"),
}
"""How a state of page or words is marked; all others say that nothing is known."""

MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
EMPTY_LINES = re.compile(r"\n\s*\n")
ADDED = re.compile(r"(\[[^\[\]]*\])")

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of writing; in a title nothing could fence them in."""

ANSWERED = frozenset({"found", "nothing_found"})


def words(value: Any, column: str) -> str:
    """What a stored word of this column is called; unknown values as they are."""
    return WORDS.get(column, {}).get(str(value), str(value))


def state_sort(state: str | None) -> str:
    """The style of a state of a page or of the words on it."""
    return STATE_SORTS.get(state or "", "dim")


def added(text: str | None) -> Markup:
    """A claim with what was put into it set apart: `[in brackets]` is not the article's own.

    >>> print(added("[The city] paid <1m."))
    <span class="added">[The city]</span> paid &lt;1m.
    """
    parts = ADDED.split(text or "")
    return Markup("").join(
        Markup('<span class="added">{}</span>').format(part) if number % 2 else part
        for number, part in enumerate(parts)
    )


def in_short(text: str | None) -> str:
    """A claim alone: a long reminder of what the article spoke of is left to the claim's own page.

    >>> in_short("More died there [context: In 1989 the general walked off].")
    'More died there.'
    """
    return without_reminder(text or "")


def reminder(text: str | None) -> str:
    """What a claim's article spoke of, where its wording says so."""
    return reminder_of(text or "")


def close_up(text: str | None) -> str:
    """A quote without the empty lines between its paragraphs."""
    return EMPTY_LINES.sub("\n", text or "")


def claimant_path(slug: str) -> str:
    """The path of a claimant's page.

    >>> claimant_path("zoe-o-neil"), claimant_path("иван")
    ('/claimant/zoe-o-neil', '/claimant/%D0%B8%D0%B2%D0%B0%D0%BD')
    """
    return f"/claimant/{quote(slug, safe='')}"


def contact(said: str) -> Markup:
    """Where to write to, as a link when it is a mail address or a page.

    >>> print(contact("desk@news.example"))
    <a href="mailto:desk@news.example"><bdi>desk@news.example</bdi></a>
    """
    if MAIL.fullmatch(said):
        return Markup('<a href="mailto:{}"><bdi>{}</bdi></a>').format(said, said)
    if said.startswith(("https://", "http://")) and not any(map(str.isspace, said)):
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(said, said)
    return Markup("<bdi>{}</bdi>").format(said)


def number(value: float | None) -> str:
    """A count with its thousands set apart."""
    return f"{value:,}" if value is not None else ""


def independence(claim: Mapping[str, Any], sources: Iterable[Mapping[str, Any]]) -> str:
    """How many sources a claim has, pages if all of them are, and how many origins these have.

    >>> counted = {"page_count": 2, "origin_count": 1, "circular_count": 1}
    >>> page = {"source_url": "https://a.example/1"}
    >>> independence(counted, [page, page]), independence(counted, [page, {"source_url": None}])
    ('2 pages, 1 origin, 1 circular', '2 sources, 1 origin, 1 circular')
    """
    number, origins = claim["page_count"], claim["origin_count"]
    noun = kind_of_source(sources) + ("" if number == 1 else "s")
    said = f"{number} {noun}, {origins} origin{'' if origins == 1 else 's'}"
    return f"{said}, {claim['circular_count']} circular" if claim["circular_count"] else said


def kind_of_source(sources: Iterable[Mapping[str, Any]]) -> str:
    """What to call them: books and what people took down are no pages.

    >>> kind_of_source([{"source_url": "https://a.example/1"}]), kind_of_source([{"source_url": None}])
    ('page', 'source')
    """
    return "page" if all(one["source_url"] for one in sources) else "source"


def label(column: str) -> str:
    """A column's name as a heading."""
    return LABELS.get(column) or column.replace("_", " ").capitalize()


def day(time: str | None) -> str:
    """`2026-11-23T23:51:00Z` as `23 November 2026`, `2026-11` as `November 2026`; anything else as it is."""
    try:
        at = datetime.fromisoformat((time or "").strip())
    except ValueError:
        return edtf_words(time or "")
    return f"{at.day} {at:%B %Y}"


def flat(text: str | None) -> str:
    """One line without direction characters, for titles and feeds."""
    return " ".join(BIDI.sub("", text or "").split())


def lead_in(prefix: str | None) -> str:
    """Words before a quote; the first is dropped, since it is likely to be cut.

    >>> lead_in("n 2024 it was ")
    '… 2024 it was '
    """
    _, space, whole = (prefix or "").partition(" ")
    return f"… {whole}" if space and whole.strip() else ""


def lead_out(suffix: str | None) -> str:
    """Words after a quote; the last is dropped, since it is likely to be cut.

    >>> lead_out(". The figures are no")
    '. The figures are …'
    """
    whole, space, _ = (suffix or "").rpartition(" ")
    return f"{whole} …" if space and whole.strip() else (suffix or "").strip()


def local(url: str) -> str:
    """The address without scheme and host, so that a link stays on the host that was asked."""
    return urlunsplit(urlsplit(url)._replace(scheme="", netloc=""))


def verdict_class(claim: Mapping[str, Any] | str | None) -> str:
    """The style of a verdict: `v1` (false) to `v5` (true), `v0` for all off the truth scale.

    >>> verdict_class({"verdict": "Pants on fire", "rating_value": 1}), verdict_class("Mostly true")
    ('v1', 'v4')
    """
    if isinstance(claim, str) or claim is None:
        return f"v{SCALE.get(' '.join((claim or '').casefold().replace('-', ' ').split()), 0)}"
    try:
        number = claim["rating_value"]
    except KeyError:  # a row of before there were scales of a desk's own
        number = None
    return f"v{number}" if number in SCALE.values() else verdict_class(claim["verdict"])


def at_words(url: str, said: Mapping[str, Any]) -> str:
    """The address that opens the page at the quoted words, by the fragment that is kept if there is one."""
    if said.get("fragment"):
        return url + ("" if "#" in url else "#") + str(said["fragment"])
    return link_to_words(
        url, exact=said["exact"], prefix=said["prefix"] or "", suffix=said["suffix"] or ""
    )


def is_answered(outcome: str) -> bool:
    """Whether a search's outcome says something about the world, and not only about the search."""
    return outcome in ANSWERED


FILTERS: Mapping[str, Callable[..., Any]] = {
    "added": added,
    "edtf": edtf_words,
    "claimant_path": claimant_path,
    "close_up": close_up,
    "contact": contact,
    "in_short": in_short,
    "reminder": reminder,
    "number": number,
    "state_sort": state_sort,
    "words": words,
    "label": label,
    "independence": independence,
    "kind_of_source": kind_of_source,
    "day": day,
    "flat": flat,
    "lead_in": lead_in,
    "lead_out": lead_out,
    "local": local,
    "verdict_class": verdict_class,
    "at_words": at_words,
}
