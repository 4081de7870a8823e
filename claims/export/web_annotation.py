"""A citation to a W3C Web Annotation: the claim as body, the words on the page as target.

https://www.w3.org/TR/annotation-model/. Positions are given in UTF-16 units, as script in a browser counts.
The desk's note and the name of who cited are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.anchor.utf16 import to_utf16
from claims.export.text_fragment import surest_fragment
from claims.model.selector import select
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"})
TEXT_FRAGMENT = "https://wicg.github.io/scroll-to-text-fragment/"
URN = "urn:citetrail:"


def annotation(
    citation: Mapping[str, Any], snapshot: Mapping[str, Any], cached: str | None = None
) -> dict[str, Any]:
    """One citation, a row of `citations`, on the page whose copy is a row of `snapshots`.

    `cached` is the address of a copy in a public archive.
    """
    return {
        "@context": list(CONTEXT),
        "id": URN + citation["id"],
        "type": "Annotation",
        "motivation": "linking",
        "created": citation["at"],
        "body": [
            {"type": "SpecificResource", "source": URN + citation["claim"], "purpose": "linking"},
            {"type": "TextualBody", "value": citation["role"], "purpose": "classifying"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": citation["url"],
            "selector": selectors(snapshot["text"], Span(citation["start"], citation["end"])),
            "state": {
                "type": "TimeState",
                "sourceDate": snapshot["warc_date"],
                **({"cached": cached} if cached else {}),
                "sha256": snapshot["text_digest"],
            },
        },
    }


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """The quote, the position and, where one is sure, the text fragment of a stretch of `text`.

    >>> [one["type"] for one in selectors("😃 He won.", Span(2, 8))]
    ['TextQuoteSelector', 'TextPositionSelector', 'FragmentSelector']
    >>> selectors("😃 He won.", Span(2, 8))[1]
    {'type': 'TextPositionSelector', 'start': 3, 'end': 9}
    """
    kept = select(text, span)
    found: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": kept.exact,
            "prefix": kept.prefix,
            "suffix": kept.suffix,
        },
        {
            "type": "TextPositionSelector",
            "start": to_utf16(text, span.start),
            "end": to_utf16(text, span.end),
        },
    ]
    fragment = surest_fragment(text, span).removeprefix("#")
    if fragment:
        found.append({"type": "FragmentSelector", "conformsTo": TEXT_FRAGMENT, "value": fragment})
    return found


def collection(annotations: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """All of them as one Annotation Collection with one page.

    >>> collection([])["total"]
    0
    """
    items = [{k: v for k, v in one.items() if k != "@context"} for one in annotations]
    return {
        "@context": list(CONTEXT),
        "id": URN + "citations",
        "type": "AnnotationCollection",
        "label": "Citations",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
