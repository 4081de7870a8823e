"""Two processes that do the same at the same moment: it is done once, and the second is told what stands."""

from contextlib import contextmanager
from dataclasses import replace

from builders import a_claim, a_snapshot

from claims.model.citation import CitationRole
from claims.steps.cite import Cited, cite
from claims.steps.uncite import uncite
from db import citations, rows
from db.connection import open_database

URL = "https://example.org/page"
QUOTE = Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, "seen", "ada")


@contextmanager
def just_before(edges, act):
    """Another process acts when this one is about to take the write lock, once."""
    other = replace(edges, database=open_database(edges.path))
    waiting = [act]

    def look(statement):
        if statement.startswith("BEGIN IMMEDIATE") and waiting:
            waiting.pop()(other)

    edges.database.conn.set_trace_callback(look)
    yield
    edges.database.conn.set_trace_callback(None)
    other.database.close()
    assert not waiting


def test_the_same_words_cited_by_two_stand_once(edges):
    claim = a_claim(edges.database)
    a_snapshot(edges.database, URL)
    with just_before(edges, lambda other: cite(other, claim, QUOTE)):
        row = cite(edges, claim, QUOTE)
    assert rows.count(edges.database, "citations") == 1
    assert row == rows.get(edges.database, "citations", row["id"])


def test_a_citation_taken_back_by_two_is_taken_back_once(edges):
    claim = a_claim(edges.database)
    a_snapshot(edges.database, URL)
    row = cite(edges, claim, QUOTE)
    with just_before(edges, lambda other: uncite(other, row, reason="of 1920", actor="bo")):
        told = uncite(edges, row, reason="another year", actor="ada")
    assert [one["reason"] for one in told["events"]] == ["of 1920"]


def test_words_cited_again_by_two_are_restored_once(edges):
    claim = a_claim(edges.database)
    a_snapshot(edges.database, URL)
    row = cite(edges, claim, QUOTE)
    uncite(edges, row, reason="another year", actor="bo")
    with just_before(edges, lambda other: cite(other, claim, QUOTE)):
        again = cite(edges, claim, QUOTE)
    assert again["actor"] == "ada"
    acts = [one["action"] for one in citations.events_of(edges.database, row["id"])]
    assert acts == ["withdrawn", "restored"]
