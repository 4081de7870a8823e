"""A public claim's article and the sources that people cited for it, as CSL-JSON items.

https://docs.citationstyles.org/en/stable/specification.html, schema csl-data.json 1.0.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.export.csl_date import csl_date
from claims.export.person_names import names
from claims.export.reference import one_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def csl_items(claim: Mapping[str, Any], items: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The article first, then each cited source once, in the order of the citations.

    `claim` is a row of the public claims, `items` rows of its `csl_items`; ids are the claim's and the
    sources'. What is cited of a source stands together under its `custom`.
    """
    sources: dict[str, list[dict[str, Any]]] = {}
    for row in items:
        item = json.loads(row["csl"])
        sources.setdefault(item["id"], []).append(item)
    return [article(claim), *map(one_source, sources.values())]


def article(claim: Mapping[str, Any]) -> dict[str, Any]:
    """The article that makes a claim; what is not known is left out, as the schema wants.

    >>> article({"id": "c-1", "article_title": "The budget", "article_author": "Ada Quill",
    ...     "publisher": None, "appearance_url": None, "article_published": "2021"})["issued"]
    {'date-parts': [[2021]]}
    """
    item = {
        "id": claim["id"],
        "type": "article-newspaper",
        "title": claim["article_title"],
        "author": names(claim["article_author"]),
        "container-title": claim["publisher"],
        "URL": claim["appearance_url"],
        "issued": csl_date(claim["article_published"]),
    }
    return {name: value for name, value in item.items() if value}
