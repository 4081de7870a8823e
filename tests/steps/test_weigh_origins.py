"""Pages of a claim to origins and sorts of sources, over a database."""

from dataclasses import replace

import pytest
from builders import a_claim, a_snapshot
from origins.pages import text_of

from claims.model.errors import BadSetting
from claims.steps.listing import everything
from claims.steps.weigh_origins import _says_retracted, independence
from db import rows


def found(database, claim, *snapshots):
    """A search for the claim that named these snapshots."""
    search = {
        "id": f"q-{len(snapshots)}", "claim": claim["id"], "provider": "openalex", "query": "x", "request_url": None,
        "outcome": "found", "detail": None, "found": len(snapshots), "reply_digest": None,
        "run": claim["run"], "at": "2026-11-24T09:00:00Z",
    }  # fmt: skip
    rows.add_new(database, "searches", [search])
    for rank, snapshot in enumerate(snapshots, start=1):
        candidate = {
            "id": f"f-{rank}", "search": search["id"], "rank": rank, "url": snapshot["url"],
            "title": None, "snippet": None, "snapshot": snapshot["id"],
        }  # fmt: skip
        rows.add_new(database, "candidates", [candidate])


@pytest.fixture
def claim(database):
    row = a_claim(database)
    rows.update(database, "documents", {"id": row["document"], "url": "https://post.org/war"})
    return row


def six(database):
    texts = {
        "https://a.org/1": "T1", "https://b.org/1": "T1+", "https://c.org/1": "T1/2",
        "https://www.ons.gov.uk/1": "T2", "https://d.org/1": "T3", "https://e.org/1": "T3",
    }  # fmt: skip
    return [
        a_snapshot(
            database,
            url=url,
            text=text_of(text),
            links=["https://post.org/war"] if "e.org" in url else [],
        )
        for url, text in texts.items()
    ]


def test_six_pages_and_their_origins(edges, claim):
    found(edges.database, claim, *six(edges.database))
    weighed = independence(edges.database, edges.settings, claim)
    assert weighed.words == "6 pages, 3 origins, 1 circular"
    assert [one["origin"] for one in weighed.pages].count(1) == 3
    shown = everything(edges, "claims", claim)
    assert shown["independence"] == weighed.words
    sorts = {one["url"]: one["source_type"] for one in shown["origins"]}
    assert sorts["https://www.ons.gov.uk/1"] == "primary"
    assert all(one["because"] for one in shown["origins"] if one["origin"] == 1)


@pytest.mark.parametrize(
    ("urls", "words"),
    [
        (["https://a.org/1"], "1 page, 1 origin"),
        (["http://a.org/1", "https://b.net/2"], "2 pages, 2 origins"),
        (["urn:isbn:9780306406157"], "1 source, 1 origin"),
        (["urn:citetrail:print"], "1 source, 1 origin"),
        (["/home/ada/losses.txt"], "1 source, 1 origin"),
        (["https://a.org/1", "urn:isbn:9780306406157"], "2 sources, 2 origins"),
    ],
)
def test_what_is_no_page_is_not_called_one(edges, claim, urls, words):
    copies = [
        a_snapshot(edges.database, url=url, text=text_of(f"T{n}"), title=f"Title {n}")
        for n, url in enumerate(urls, start=1)
    ]
    found(edges.database, claim, *copies)
    assert everything(edges, "claims", claim)["independence"] == words


def test_a_claim_without_pages_has_none(edges, claim):
    assert independence(edges.database, edges.settings, claim).words == "0 pages, 0 origins"


def test_a_snapshot_and_a_document_show_their_sort(edges, claim):
    snapshot = a_snapshot(edges.database, url="https://arxiv.org/abs/1", text="x")
    assert everything(edges, "snapshots", snapshot)["source_type"] == "preprint"
    document = rows.get(edges.database, "documents", claim["document"])
    assert everything(edges, "documents", document)["source_type"] == "unknown"


def test_the_desks_own_files(edges, claim, tmp_path):
    sorts, houses = tmp_path / "sorts.yml", tmp_path / "houses.yml"
    sorts.write_text("rules: [{type: reporting, because: we know it, hosts: [a.org]}]")
    houses.write_text("families: [{name: Us, shares: newsroom, hosts: [a.org, d.org, ons.gov.uk]}]")
    found(edges.database, claim, *six(edges.database))
    settings = replace(edges.settings, source_types=str(sorts), publishers=str(houses))
    weighed = independence(edges.database, settings, claim)
    assert weighed.origin_count == 1
    assert {one["source_type"] for one in weighed.pages if one["url"] == "https://a.org/1"} == {
        "reporting"
    }


@pytest.mark.parametrize("name", ["source_types", "publishers"])
@pytest.mark.parametrize("content", [None, b"\xff", b"a: ["])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(edges, claim, tmp_path, name, content):
    path = tmp_path / f"{name}-{content}.yml"
    if content is not None:
        path.write_bytes(content)
    found(edges.database, claim, *six(edges.database))
    with pytest.raises(BadSetting) as caught:
        independence(edges.database, replace(edges.settings, **{name: str(path)}), claim)
    assert "\n" not in str(caught.value)


def test_a_providers_note_says_retracted():
    assert _says_retracted({"notes": ["retracted"]})
    assert not _says_retracted({"notes": []})
    assert not _says_retracted({})
