"""A public claim to ClaimReview JSON-LD (https://schema.org/ClaimReview), as Google reads it.

Verdicts on the truth scale get a number as well; all others only words, since a number in the
middle would assert "half true". docs/claimreview.md says what stands where.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.wording import without_reminder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

REVIEWED_MAX = 74
"""`claimReviewed` has to stay under 75 characters."""

SCALE = {"false": 1, "mostly false": 2, "half true": 3, "mostly true": 4, "true": 5}
"""The scale that Google suggests: 1 worst, 5 best."""

ORGANIZATION_WORDS = frozenset(
    {
        *("agency", "army", "association", "authority", "bank", "board", "bureau"),
        *("centre", "center", "commission", "committee", "company", "congress"),
        *("council", "court", "department", "foundation", "government", "group", "inc"),
        *("institute", "league", "ministry", "movement", "nations", "network"),
        *("office", "organisation", "organization", "parliament", "party", "police"),
        *("senate", "service", "society", "union", "university"),
    }
)
"""A claimant with one of these words in the name is an organisation; without, a person."""

SHOWN = frozenset({"published", "corrected"})
"""The states of a claim that has a ClaimReview."""

IN_SCRIPT = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
"""What could end a script element, or break a line in one, as JSON escapes."""

ISO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(T[0-9:.]+Z?)?")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who reviews: the name and the address of the desk."""

    name: str
    url: str | None = None


def why_none(claim: Mapping[str, Any]) -> str | None:
    """Why the claim can have no ClaimReview, or null when it can.

    >>> why_none({"status": "published", "demonstration": 0, "verdict": None})
    'no verdict has been given'
    """
    if claim["status"] == "withdrawn":
        return "the claim was withdrawn"
    if claim["status"] not in SHOWN:
        return "the claim is not published"
    if claim["demonstration"]:
        return "this is an unreviewed demonstration: no person has judged the claim"
    if not claim["verdict"]:
        return "no verdict has been given"
    return None


def claimreview(
    claim: Mapping[str, Any],
    *,
    url: str,
    publisher: Publisher | None = None,
    sources: Iterable[Mapping[str, Any]] = (),
    corrections: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The ClaimReview of a claim for which `why_none` is null, on the page `url`.

    `claim` is a row of the public table `claims`; `sources` have `url`, `title` and `archive_url`;
    `corrections` are rows of the public table `notices`.

    >>> row = {"claim": "It rained.", "exact": "it rained", "verdict": "True"}
    >>> claimreview(row, url="https://f.example/c")["reviewRating"]["ratingValue"]
    5
    """
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": url,
        "claimReviewed": shorten(without_reminder(claim["claim"] or claim["exact"])),
        "datePublished": claim.get("published_at"),
        "dateModified": claim.get("decided_at"),
        "author": _publisher(publisher),
        "itemReviewed": _item(claim),
        "reviewRating": rating(claim["verdict"], claim.get("summary"), step=_step(claim)),
        "correction": _corrections(corrections),
        "citation": _citations(sources),
    }
    return _present(review)


def in_script(value: Any, *, indent: int | None = None) -> str:
    r"""JSON that may stand in a script element of a page: nothing in it can end the element.

    >>> in_script({"text": "</script>"})
    '{"text": "\\u003c/script\\u003e"}'
    """
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(IN_SCRIPT)


def _step(claim: Mapping[str, Any]) -> int | None:
    """The number of the verdict: as the desk's scale had it at publication, else by its words."""
    if "rating_value" in claim:
        return int(claim["rating_value"]) if claim["rating_value"] else None
    return SCALE.get(" ".join(claim["verdict"].casefold().replace("-", " ").split()))


def _citations(sources: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The works cited, each address once."""
    cited: dict[str, dict[str, Any]] = {}
    for one in sources:
        if one.get("url"):
            work = {
                "@type": "CreativeWork",
                "url": one["url"],
                "name": one.get("title"),
                "archivedAt": one.get("archive_url"),
            }
            cited.setdefault(one["url"], _present(work))
    return list(cited.values())


def _corrections(notices: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was put right, oldest first (https://schema.org/CorrectionComment)."""
    told = [
        (one["at"], one.get("number") or 0, words)
        for one in notices
        if one.get("status", "corrected") == "corrected" and (words := one.get("what_was_wrong"))
    ]
    return [
        {"@type": "CorrectionComment", "text": words, "datePublished": at}
        for at, _, words in sorted(told)
    ]


def rating(verdict: str, summary: str | None, *, step: int | None = None) -> dict[str, Any]:
    """The Rating: always words, and a number when the verdict is a step of the truth scale.

    >>> rating("Missing context", None)
    {'@type': 'Rating', 'alternateName': 'Missing context'}
    """
    found: dict[str, Any] = {"@type": "Rating", "alternateName": verdict}
    if step:
        found |= {"ratingValue": step, "bestRating": 5, "worstRating": 1}
    return _present({**found, "ratingExplanation": summary})


def shorten(text: str) -> str:
    """`text` in under 75 characters, cut between words.

    >>> shorten("word " * 20)
    'word word word word word word word word word word word word word word…'
    """
    line = " ".join(text.split())
    if len(line) <= REVIEWED_MAX:
        return line
    cut = line[:REVIEWED_MAX]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip(" ,;:-\N{EN DASH}\N{EM DASH}") + "…"


def _item(claim: Mapping[str, Any]) -> dict[str, Any]:
    claimant = claim.get("claimant")
    return _present(
        {
            "@type": "Claim",
            "text": claim["exact"],
            "author": {"@type": _kind_of(claimant), "name": claimant} if claimant else None,
            "datePublished": _date(claim.get("article_published")),
            "appearance": _appearance(claim),
        }
    )


def _appearance(claim: Mapping[str, Any]) -> dict[str, Any] | None:
    if not claim.get("appearance_url"):
        return None
    publisher = claim.get("publisher")
    return _present(
        {
            "@type": "CreativeWork",
            "url": claim["appearance_url"],
            "headline": claim.get("article_title"),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": _date(claim.get("article_published")),
        }
    )


def _kind_of(claimant: str) -> str:
    words = claimant.casefold().replace(",", " ").replace(".", " ").split()
    return "Person" if ORGANIZATION_WORDS.isdisjoint(words) else "Organization"


def _publisher(publisher: Publisher | None) -> dict[str, Any] | None:
    if publisher is None:
        return None
    return _present({"@type": "Organization", "name": publisher.name, "url": publisher.url})


def _date(edtf: str | None) -> str | None:
    """The date when it is plain ISO 8601; uncertain and open EDTF dates are left out."""
    return edtf if edtf and ISO_DATE.fullmatch(edtf) else None


def _present(found: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: schema.org has no nulls, and an empty text says nothing."""
    return {
        name: value
        for name, value in found.items()
        if value not in (None, [], {}) and not (isinstance(value, str) and not value.strip())
    }
