"""Two claims that cite the same words become one: what either person said of them is kept."""

from dataclasses import replace

import pytest
from builders import NOW, a_claim, a_snapshot

from claims.model.citation import CitationRole, Standing
from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.steps.cite import Cited, Said, cite
from claims.steps.merge import merge, not_taken
from claims.steps.review import review
from claims.steps.uncite import uncite
from claims.steps.verify import verify
from db import citations, rows

URL = "https://www.ons.gov.uk/page"
BY_QUOTE = Cited(None, URL, "15,051 soldiers died", CitationRole.SUPPORTS, None, "ada")
MERGE = Deed(Action.MERGE, "cy", reason="The same.")


@pytest.fixture
def claim(database):
    return a_claim(database)


@pytest.fixture
def other(database, claim):
    document = rows.get(database, "documents", claim["document"])
    return a_claim(database, document, "Talks began in 2018")


def cited_both(edges, claim, other, ends, stays):
    """The citation that stays after a merge of two claims that cite the same words, and the one that ends."""
    a_snapshot(edges.database, URL)
    kept = cite(edges, other, stays)
    ended = cite(edges, claim, ends)
    merge(edges, claim, other, MERGE)
    (one,) = citations.standing(edges.database, other["id"])
    assert one["id"] == kept["id"]
    return one, ended


def said(note=None, actor="bo", **more):
    return replace(BY_QUOTE, note=note, actor=actor, said=Said(**more))


@pytest.mark.parametrize(
    ("ends", "stays", "note"),
    [
        (said("by telephone"), said(None, "ada"), "bo: by telephone"),
        (said("by telephone"), said("seen", "ada"), "seen\nbo: by telephone"),
        (said("by telephone"), said("seen"), "seen\nby telephone"),
        (said("seen"), said("seen"), "seen"),
        (said("see"), said("seen"), "seen\nsee"),
        (said(None), said("seen", "ada"), "seen"),
        (said(None, locator="p. 12"), said("seen", "ada", locator="p. 4"), "seen\nbo: locator: p. 12"),
        (said(None, standing=Standing.PRIMARY), said(None, "ada", standing=Standing.SECONDARY),
         "bo: standing: primary"),
        (said(None, accessed="2024-01"), said(None, "ada", accessed="2023"), "bo: accessed: 2024-01"),
        (said(None), said(None, "ada", accessed="2023"), None),
    ],
)  # fmt: skip
def test_both_notes_are_kept_and_what_was_said_otherwise(edges, claim, other, ends, stays, note):
    kept, _ = cited_both(edges, claim, other, ends, stays)
    assert kept["note"] == note
    assert list(verify(edges, {})), "the log is whole"


@pytest.mark.parametrize(
    ("ends", "stays", "column", "value"),
    [
        (said(standing=Standing.SECONDARY), said(), "standing", "secondary"),
        (said(standing=Standing.SECONDARY), said(), "standing_from", "person"),
        (said(), said(standing=Standing.SECONDARY), "standing", "secondary"),
        (said(locator="p. 12"), said(), "locator", "p. 12"),
        (said(accessed="2024-01"), said(), "accessed", "2024-01"),
        (said(), said(accessed="2024-01"), "accessed", "2024-01"),
        (said(explanation="Two officials"), said(), "explanation", "Two officials"),
        (said(explanation="Two officials"), said(), "confidential", 1),
        (said(), said(explanation="Two officials"), "confidential", 1),
    ],
)
def test_what_only_one_person_said_counts(edges, claim, other, ends, stays, column, value):
    kept, _ = cited_both(edges, claim, other, ends, stays)
    assert kept[column] == value


def test_what_was_said_before_is_in_the_history_and_a_second_merge_adds_nothing(
    edges, claim, other
):
    stays = said("seen", "ada")
    kept, ended = cited_both(edges, claim, other, said("by telephone"), stays)
    (event,) = citations.events_of(edges.database, kept["id"])
    assert (event["action"], event["actor"], event["before"]) == (
        "restored", "cy", {"note": "seen"},
    )  # fmt: skip
    assert (
        event["reason"] == f"{ended['id']} cites the same words, and its claim was merged into this"
    )
    assert rows.get(edges.database, "citations", ended["id"]) == ended, "it stays readable"
    merge(edges, claim, other, MERGE)
    review(edges, claim, Deed(Action.DECIDE, "ada", Status.NEW, reason="Not so."))
    merge(edges, claim, other, MERGE)
    assert citations.standing(edges.database, other["id"]) == [kept]
    assert len(citations.events_of(edges.database, kept["id"])) == 1


def test_what_was_taken_back_for_the_claim_that_stays_stays_so_and_is_named(edges, claim, other):
    a_snapshot(edges.database, URL)
    kept = cite(edges, other, said("seen", "ada"))
    uncite(edges, kept, reason="another year", actor="ada")
    ended = cite(edges, claim, said("by telephone"))
    merge(edges, claim, other, MERGE)
    assert citations.standing(edges.database, other["id"]) == []
    row = rows.get(edges.database, "citations", kept["id"])
    assert row["note"] == "seen\nbo: by telephone"
    assert citations.events_of(edges.database, kept["id"])[-1]["reason"].startswith("another year")
    (told,) = not_taken(edges.database, claim["id"], other["id"])
    assert f"{ended['id']} cites" in told
    assert "another year" in told
    again = cite(edges, other, replace(said("the right year", "ada")))
    assert citations.standing(edges.database, other["id"]) == [again]
    assert not_taken(edges.database, claim["id"], other["id"]) == []


def test_other_words_go_over_as_they_are_and_nothing_is_told(edges, claim, other):
    a_snapshot(edges.database, URL)
    ended = cite(edges, claim, said("by telephone", locator="p. 12"))
    merge(edges, claim, other, MERGE)
    (taken,) = citations.standing(edges.database, other["id"])
    changed = {"id": taken["id"], "claim": other["id"]}
    assert taken == {**ended, **changed}
    assert ended["at"] == NOW
    assert citations.events_of(edges.database, taken["id"]) == []
    assert not_taken(edges.database, claim["id"], other["id"]) == []
