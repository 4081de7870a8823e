"""JSON of any shape to the ClaimReview objects in it, each with the page it rests on.

Objects stand alone, in lists, in an `@graph`, in a DataFeed (`dataFeedElement[].item`), in a wrapper that
names its page, or as claims of a Fact Check Tools reply, whose reviews are brought to the same shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claims.model.fact_check import Form
from claims.sources.reading import web_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEEPEST = 24
"""Levels of nesting that are looked into; no feed seen in the wild has more than eight."""

_PAGE_KEYS = ("page_url", "pageUrl")
_LICENSES = ("sdLicense", "license")


@dataclass(frozen=True, slots=True)
class Found:
    """An object as it came, its form, the page that carries it, and the licence of the feed around it.

    `embedded`: it stands in another object, whose `@context` holds for it. `nodes` are the other
    objects of its graph by `@id`, to which it may refer.
    """

    value: dict[str, Any]
    form: Form = Form.CLAIMREVIEW
    page_url: str | None = None
    feed_license: Any = None
    embedded: bool = False
    nodes: Mapping[str, Any] = field(default_factory=dict)


def objects_in(value: Any, *, page_url: str | None = None, feed: Any = None) -> Iterator[Found]:
    """The reviews in a JSON value, in order. What is no review is looked into and passed over.

    `feed` is the head of the feed that the value is an element of.

    >>> feed = {"@type": "DataFeed", "license": "https://cc.example/by", "dataFeedElement":
    ...     [{"item": [{"@type": "ClaimReview", "claimReviewed": "It rained."}]}]}
    >>> found = next(objects_in(feed))
    >>> found.value["claimReviewed"], found.feed_license
    ('It rained.', 'https://cc.example/by')
    """
    around = Found({}, page_url=page_url, feed_license=_license(feed), embedded=bool(feed))
    yield from _inside(value, around, DEEPEST)


def is_review(value: Any) -> bool:
    """Whether an object says of itself that it is a ClaimReview, in any of the ways met in the wild.

    >>> is_review({"@type": ["Review", "http://schema.org/ClaimReview"]}), is_review({"@type": "Review"})
    (True, False)
    """
    return isinstance(value, dict) and "claimreview" in {one.lower() for one in types(value)}


def types(value: Any) -> list[str]:
    """The names of an object's types, without the vocabulary before them.

    >>> types({"@type": ["schema:Claim", "https://schema.org/CreativeWork"]})
    ['Claim', 'CreativeWork']
    """
    kinds = value.get("@type") if isinstance(value, dict) else None
    listed = kinds if isinstance(kinds, list) else [kinds]
    return [
        one.strip().rstrip("/").rpartition("/")[2].rpartition(":")[2]
        for one in listed
        if isinstance(one, str)
    ]


def first(value: Any) -> Any:
    """The first of a list, or what is no list itself.

    >>> first([1, 2]), first("a"), first([])
    (1, 'a', None)
    """
    if isinstance(value, list):
        return value[0] if value else None
    return value


def listed(value: Any) -> list[Any]:
    """A value as a list, as JSON-LD reads it.

    >>> listed(None), listed("a"), listed(["a"])
    ([], ['a'], ['a'])
    """
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _inside(value: Any, around: Found, depth: int) -> Iterator[Found]:
    if not depth:
        return
    if isinstance(value, list):
        for one in value:
            yield from _inside(one, around, depth - 1)
    elif isinstance(value, dict):
        if is_review(value):
            yield replace(around, value=value)
            return
        if _is_tools_claim(value):
            yield from _of_tools(value, around)
            return
        around = _with_context(value, around)
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _inside(inner, around, depth - 1)


def _with_context(value: dict[str, Any], around: Found) -> Found:
    page = next((p for key in _PAGE_KEYS if (p := web_url(value.get(key)))), around.page_url)
    is_feed = "datafeed" in {one.lower() for one in types(value)}
    return replace(
        around,
        page_url=page,
        embedded=True,
        nodes={**around.nodes, **_nodes(value.get("@graph"))}
        if "@graph" in value
        else around.nodes,
        feed_license=(_license(value) if is_feed else None) or around.feed_license,
    )


def _nodes(graph: Any) -> dict[str, Any]:
    return {
        str(node["@id"]): node
        for node in listed(graph)
        if isinstance(node, dict) and "@id" in node and len(node) > 1
    }


def _license(head: Any) -> Any:
    if not isinstance(head, dict):
        return None
    return next((head[key] for key in _LICENSES if head.get(key)), None)


def _is_tools_claim(value: dict[str, Any]) -> bool:
    """A claim as Fact Check Tools gives it: no type, and its reviews under `claimReview`."""
    return "@type" not in value and isinstance(value.get("claimReview"), list)


def _of_tools(claim: dict[str, Any], around: Found) -> Iterator[Found]:
    """One object for each review of the claim: the claim as it came, with that review alone."""
    for review in claim["claimReview"]:
        value = {**claim, "claimReview": [review]}
        yield replace(around, value=value, form=Form.FACT_CHECK_TOOLS, embedded=True)


def as_claimreview(found: Found) -> dict[str, Any]:
    """The object in the shape of ClaimReview, for rules and mapping; its own where it has that shape.

    >>> reply = {"text": "It rained.", "claimReview": [{"url": "https://f.example/1"}]}
    >>> as_claimreview(next(objects_in({"claims": [reply]})))["url"]
    'https://f.example/1'
    """
    if found.form is Form.CLAIMREVIEW:
        return _joined(found.value, found.nodes, 3) if found.nodes else found.value
    claim = found.value
    review = first(claim["claimReview"])
    review = review if isinstance(review, dict) else {}
    publisher = review.get("publisher")
    publisher = publisher if isinstance(publisher, dict) else {}
    site = publisher.get("site")
    shaped = {
        "@type": "ClaimReview",
        "claimReviewed": claim.get("text"),
        "url": review.get("url"),
        "name": review.get("title"),
        "datePublished": review.get("reviewDate"),
        "inLanguage": review.get("languageCode"),
        "author": {
            "@type": "Organization",
            "name": publisher.get("name") or site,
            "url": f"https://{site}/" if isinstance(site, str) and site else None,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": claim["claimant"]}
            if claim.get("claimant")
            else None,
            "datePublished": claim.get("claimDate"),
        },
        "reviewRating": {"@type": "Rating", "alternateName": review.get("textualRating")},
    }
    return _told(shaped)


def _joined(value: dict[str, Any], nodes: Mapping[str, Any], depth: int) -> dict[str, Any]:
    """The object with the nodes it refers to (`{"@id": …}`) in their place, a few levels deep."""
    joined = {}
    for key, inner in value.items():
        if isinstance(inner, dict) and set(inner) == {"@id"}:
            inner = nodes.get(str(inner["@id"]), inner)  # noqa: PLW2901 - what it stands for
        joined[key] = (
            _joined(inner, nodes, depth - 1) if isinstance(inner, dict) and depth else inner
        )
    return joined


def _told(value: dict[str, Any]) -> dict[str, Any]:
    shaped = {k: _told(v) if isinstance(v, dict) else v for k, v in value.items()}
    return {k: v for k, v in shaped.items() if v not in (None, {}, "")}
