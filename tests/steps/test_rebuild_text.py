"""Texts derived again from archived bytes: what changes, what is cited, what cannot be read."""

import pytest
from archived import MORE, PAGE, fetch, served
from builders import a_claim, a_document, a_passage, a_run

from claims.model.citation import CitationRole
from claims.steps import read_answer
from claims.steps import rebuild_text as step
from claims.steps.asking import Inquiry
from claims.steps.cite import Cited, cite
from claims.steps.questions import question_of
from claims.steps.rebuild_text import failures_in, rebuild_text, rebuildable
from claims.steps.search_library import search_library
from claims.steps.verify import verify
from claims.steps.web_session import WebSession
from db import rows


@pytest.fixture
def kept(edges):
    edges = served(edges, {"status": 200, "body": "15,051 died"}, {"status": 404, "body": "gone"})
    fetch(edges)
    fetch(edges, url=f"{PAGE}/gone")
    return edges


def again(edges, *, write=True):
    report = []
    list(rebuild_text(edges, rebuildable(edges), write=write, report=report))
    return report


def snapshot(edges):
    return next(rows.select(edges.database, "snapshots", where="url = ?", values=[PAGE]))


def spoil(edges, **fields):
    """Let the stored text be what an older version made of the page."""
    rows.update(edges.database, "snapshots", {"id": snapshot(edges)["id"], **fields})


def bytes_of(edges):
    return {f.name: f.read_bytes() for f in edges.archive.glob("*.gz")}


def test_nothing_changed(kept):
    before = snapshot(kept)
    (told,) = again(kept)  # the error page has no text to derive
    assert (told["state"], told["changed"]) == ("unchanged", [])
    assert snapshot(kept) == before


@pytest.mark.parametrize("write", [True, False])
def test_another_text_is_told_and_its_passages_go(kept, write):
    right, files = snapshot(kept), bytes_of(kept)
    spoil(kept, text="Cookies!", text_digest="x", title="Old")
    a_passage(kept.database, snapshot(kept))
    (told,) = again(kept, write=write)
    assert (told["state"], told["changed"]) == ("rebuilt", ["title", "text", "text_digest"])
    assert told["detail"] == f"8 characters before, {len(right['text'])} now"
    assert bytes_of(kept) == files
    now = snapshot(kept)
    assert (now["text"] == right["text"]) is write
    assert rows.count(kept.database, "passages") == (0 if write else 1)
    if write:
        assert rows.get(kept.database, "runs", now["run"])["step"] == "rebuild-text"
        assert again(kept)[0]["state"] == "unchanged"
        list(verify(kept, {}))


@pytest.mark.parametrize(
    ("stored", "quote", "prospect"),
    [
        ("{text}\nCookies!", "15,051 died", "stands where it did"),
        ("Cookies!\n{text}", "15,051 died", "would stand elsewhere (1 times)"),
        ("{text}\nCookies!", "Cookies!", "would not stand there any more"),
    ],
)
def test_what_is_cited_is_held(kept, stored, quote, prospect):
    claim = a_claim(kept.database, a_document(kept.database))
    text = stored.format(text=snapshot(kept)["text"])
    spoil(kept, text=text, text_digest="x")
    words = Cited(None, PAGE, quote, CitationRole.SUPPORTS, None, "ada")
    citation = cite(kept, claim, words)
    before = snapshot(kept)
    (told,) = again(kept)
    assert (told["state"], told["detail"]) == (
        "held",
        f"cited, so the text is kept; in the new one {citation['id']} {prospect}",
    )
    assert snapshot(kept) == before
    assert rows.get(kept.database, "citations", citation["id"]) == citation


def test_a_better_title_of_a_cited_page_is_told_and_taken(kept):
    claim = a_claim(kept.database, a_document(kept.database))
    cite(kept, claim, Cited(None, PAGE, "15,051 died", CitationRole.SUPPORTS, None, "ada"))
    spoil(kept, title="Old")
    (told,) = again(kept)
    assert (told["state"], told["changed"]) == ("rebuilt", ["title"])
    assert snapshot(kept)["title"] == "15,051 died"


def test_damaged_bytes_are_told(kept):
    before = snapshot(kept)
    path = kept.archive / before["warc_file"]
    data = bytearray(path.read_bytes())
    data[before["warc_offset"] + 100] ^= 0xFF
    path.write_bytes(data)
    report = again(kept)
    assert report[0]["state"] == "damaged"
    assert len(failures_in(report)) == 1
    assert snapshot(kept) == before


def test_what_could_not_be_read_once(kept, monkeypatch):
    def unreadable(*_, **__):
        raise step_error("is in a script that has no reader")

    step_error = read_answer.BadInput
    with monkeypatch.context() as patch:
        patch.setattr(read_answer, "page_of", unreadable)
        (told,) = again(kept)
        assert told["state"] == "unreadable"
        assert told["detail"].startswith("would now be not_readable")
        assert snapshot(kept)["text"]
        edges = served(kept, {"status": 200, "body": "later"})
        (row,) = fetch(edges, url=f"{PAGE}/later")
        assert row["outcome"] == "not_readable"
    states = {r["snapshot"]: r for r in again(kept)}
    assert states[row["id"]]["state"] == "readable"
    (new,) = rows.select(
        kept.database, "snapshots", where="url = ? AND outcome = 'stored'", values=[f"{PAGE}/later"]
    )
    assert MORE in new["text"]
    assert (new["warc_file"], new["warc_offset"]) == (row["warc_file"], row["warc_offset"])
    assert {r["state"] for r in again(kept)} == {"unchanged"}
    list(verify(kept, {}))


def test_a_text_of_the_desk_is_what_is_archived(edges):
    claim = a_claim(edges.database)
    text = "The army counted soldiers who died in Afghanistan.\n"
    a_document(edges.database, text, role="library", origin="b.txt", run=a_run(edges.database))
    with WebSession(edges) as session:
        asked = Inquiry(claim, question_of(edges, claim), "library", "")
        search_library(edges, session, asked, top=3)
    (told,) = again(edges)
    assert told["state"] == "unchanged"
    assert step.Rebuilt(told["state"]) is step.Rebuilt.UNCHANGED
