"""A public claim's article and the sources that people cited for it, as CSL-JSON items.

https://docs.citationstyles.org/en/stable/specification.html, schema csl-data.json 1.0. Names of people
are given as `literal`, since no page says which part of a name is the family name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def csl_items(
    claim: Mapping[str, Any], citations: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The article first, then each cited source once, in the order of the citations.

    `claim` and `citations` are rows of the public database; ids are the claim's and the sources'.
    """
    article = _item(
        claim["id"],
        "article-newspaper",
        title=claim["article_title"],
        author=claim["article_author"],
        publisher=claim["publisher"],
        url=claim["appearance_url"],
        issued=claim["article_published"],
        accessed=None,
    )
    sources = {
        row["source"]: _item(
            row["source"],
            "webpage",
            title=row["source_title"],
            author=row["source_author"],
            publisher=row["source_publisher"],
            url=row["url"],
            issued=row["source_published"],
            accessed=row["warc_date"],
        )
        for row in citations
    }
    return [article, *sources.values()]


def _item(key: str, kind: str, **found: str | None) -> dict[str, Any]:
    """A CSL item with what is known; unknown fields are left out, as the schema wants."""
    author = found["author"]
    item = {
        "id": key,
        "type": kind,
        "title": found["title"],
        "author": [{"literal": author}] if author else None,
        "container-title": found["publisher"],
        "URL": found["url"],
        "issued": date_parts(found["issued"]),
        "accessed": date_parts(found["accessed"]),
    }
    return {name: value for name, value in item.items() if value is not None}


def date_parts(day: str | None) -> dict[str, Any] | None:
    """A date or time as CSL has it; null when it does not begin with a year.

    >>> date_parts("2021-08-31T10:00:00Z"), date_parts("2018"), date_parts("197X")
    ({'date-parts': [[2021, 8, 31]]}, {'date-parts': [[2018]]}, None)
    """
    found = DAY.match(day or "")
    if not found:
        return None
    return {"date-parts": [[int(part) for part in found.groups() if part]]}
