"""A cited source to one CSL-JSON item: registries before the page, and with each field where it is from.

Schema csl-data.json 1.0 (https://github.com/citation-style-language/schema). What CSL has no field for
stands under `custom`: `from`, the archived copy, how near the source is, the words that are cited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.export.csl_date import csl_date, iso
from claims.export.person_names import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BY_KIND = (
    ({"ScholarlyArticle", "MedicalScholarlyArticle"}, "article-journal"),
    (
        {
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "BackgroundNewsArticle",
            "OpinionNewsArticle",
            "ReviewNewsArticle",
        },
        "article-newspaper",
    ),
    ({"BlogPosting", "LiveBlogPosting"}, "post-weblog"),
    ({"SocialMediaPosting", "DiscussionForumPosting"}, "post"),
    ({"Report"}, "report"),
    ({"Dataset"}, "dataset"),
    ({"Book"}, "book"),
    ({"Legislation"}, "legislation"),
)
REGISTRIES = ("crossref", "datacite")
PDF = "application/pdf"
PERSON, COPY, PAGE = "person", "copy", "page"


def reference(
    snapshot: Mapping[str, Any],
    citations: Iterable[Mapping[str, Any]],
    works: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The item of a source: its copy (a row of snapshots), what is cited of it, what registries say.

    `citations` are rows of citations, `works` rows of works that hold a record.

    >>> page = {"id": "s-1", "title": "Accounts", "url": "https://c.example/a", "kinds": []}
    >>> reference(page, [])["type"]
    'webpage'
    """
    cited = list(citations)
    transcript = any(one["held"] == "transcript" for one in cited)
    fields: dict[str, tuple[Any, str]] = {}
    registered = {work["service"]: work["item"] for work in works if work["item"]}
    for service in (name for name in REGISTRIES if name in registered):
        fields.update({name: (value, service) for name, value in registered[service].items()})
        break  # two records are not mixed
    known_by = PERSON if transcript else PAGE
    for name, value in _of_page(snapshot, transcript=transcript).items():
        if registered and name in {"container-title", "publisher"}:
            continue  # the name of a site is no journal's
        if value:
            fields.setdefault(name, (value, known_by))
    for name, value, source in _of_citations(snapshot, cited, transcript=transcript):
        if value:
            fields.setdefault(name, (value, source))
    shown = {name: pair for name, pair in fields.items() if pair[0]}
    return {
        "id": snapshot["id"],
        **{name: value for name, (value, _) in sorted(shown.items(), key=_order)},
        "custom": {
            "from": {name: source for name, (_, source) in sorted(shown.items())},
            **_custom(snapshot, cited, transcript=transcript),
        },
    }


def one_source(items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The items of one source's copies as one: as the newest has it, with all that is cited of each.

    It was read when it was read last; where there are several copies, `custom.copies` lists them, oldest
    first, and each citation says by `text_digest` in which its words stand.

    >>> old, new = (
    ...     {"id": "s-1", "title": title, "custom": {"archived": {"date": date}, "citations": []}}
    ...     for title, date in (("A", "2021"), ("B", "2022"))
    ... )
    >>> one = one_source([new, old])
    >>> one["title"], [copy["date"] for copy in one["custom"]["copies"]]
    ('B', ['2021', '2022'])
    """
    every = list(items)
    newest = max(every, key=lambda item: _archived(item).get("date") or "")
    read = max(every, key=lambda item: iso(item.get("accessed")) or "")
    copies = {_digest(item): _archived(item) for item in every if _archived(item)}
    several = len(copies) > 1
    custom = {
        **newest["custom"],
        "citations": [
            {**cited, "text_digest": _archived(item).get("text_digest")} if several else cited
            for item in every
            for cited in item["custom"].get("citations") or ()
        ],
    }
    if several:
        custom["copies"] = sorted(copies.values(), key=lambda copy: str(copy.get("date")))
    if read is not newest and "accessed" in read:
        origin = (read["custom"].get("from") or {}).get("accessed")
        custom["from"] = {**(custom.get("from") or {}), "accessed": origin}
        return {**newest, "accessed": read["accessed"], "custom": custom}
    return {**newest, "custom": custom}


def _archived(item: Mapping[str, Any]) -> dict[str, Any]:
    return item["custom"].get("archived") or {}


def _digest(item: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(_archived(item).get(name) for name in ("date", "payload_digest", "text_digest"))


def _order(pair: tuple[str, Any]) -> tuple[int, str]:
    first = ("type", "title", "author", "container-title", "publisher", "issued", "URL", "accessed")
    return (first.index(pair[0]) if pair[0] in first else len(first), pair[0])


def _of_page(snapshot: Mapping[str, Any], *, transcript: bool) -> dict[str, Any]:
    kind = _kind(snapshot, transcript=transcript)
    site = snapshot.get("publisher")
    return {
        "type": kind,
        "title": snapshot.get("title"),
        "author": names(snapshot.get("author")),
        "issued": csl_date(snapshot.get("published")),
        ("publisher" if kind in {"book", "report", "document"} else "container-title"): site,
        "DOI": snapshot.get("doi"),
    }


def _kind(snapshot: Mapping[str, Any], *, transcript: bool) -> str:
    """The CSL type: by the page's own schema.org types, else by its form."""
    if transcript:
        return "book" if str(snapshot["url"]).startswith("urn:isbn:") else "document"
    kinds = set(snapshot.get("kinds") or ())
    for named, kind in BY_KIND:
        if kinds & named:
            return kind
    if snapshot.get("media_type") == PDF:
        return "document"
    return "webpage"


def _of_citations(
    snapshot: Mapping[str, Any], cited: list[Mapping[str, Any]], *, transcript: bool
) -> list[tuple[str, Any, str]]:
    """What citing gave: CSL field, value, and who says it (the person who cited, or the stored copy)."""
    found: list[tuple[str, Any, str]] = []
    for one in cited:
        scheme, colon, value = str(one["identifier"] or "").partition(":")
        field = {"doi": "DOI", "isbn": "ISBN", "pmid": "PMID", "pmcid": "PMCID"}.get(scheme)
        if colon and field:
            found.append((field, value, PERSON))
        if colon and scheme == "arxiv":
            found.append(("number", f"arXiv:{value}", PERSON))
        taken = "" if transcript else str(snapshot.get("warc_date") or "")[:10]
        read = one["accessed"] or taken
        if read:
            found.append(("accessed", csl_date(read), COPY if read == taken else PERSON))
    if not transcript and str(snapshot["url"]).startswith(("http://", "https://")):
        found.append(("URL", snapshot["url"], COPY))
    return found


def _custom(
    snapshot: Mapping[str, Any], cited: list[Mapping[str, Any]], *, transcript: bool
) -> dict[str, Any]:
    """What CSL has no field for. `archived` is null where no copy of the source is kept."""
    archived = None
    if not transcript:
        archived = {
            "date": snapshot.get("warc_date"),
            "payload_digest": snapshot.get("payload_digest"),
            "text_digest": snapshot.get("text_digest"),
        }
    return {
        "archived": archived,
        "citations": [
            {
                "id": one["id"],
                "role": one["role"],
                "quote": one["exact"],
                "fragment": one["fragment"],
                "locator": one["locator"],
                "standing": one["standing"],
            }
            for one in cited
        ],
    }
