"""Whose citations are looked at: not those of a claim that a merge has ended, nor twice."""

import pytest
from builders import a_claim
from watched import QUOTE, STORY, URL, checked, cited, fresh, html, states

from claims.model.review import Action, Status
from claims.review.deeds import Deed, undo
from claims.steps.citation_standing import standing_of
from claims.steps.merge import merge
from claims.steps.repair import broken
from claims.steps.review import review
from claims.steps.tell_health import watch
from claims.steps.uncite import uncite
from claims.steps.verify import verify
from claims.steps.watched import watched
from db import rows

MERGE = Deed(Action.MERGE, "ada", reason="The same.")
NEW = Deed(Action.DECIDE, "ada", Status.NEW, reason="Not the same.")
REJECT = Deed(Action.DECIDE, "ada", Status.REJECTED, reason="Nobody said it.")
ASIDE = Deed(Action.COMMENT, "ada", reason="Ask the lawyer.")


@pytest.fixture
def old(at_desk, world):
    """A citation that was looked at once."""
    citation = cited(at_desk, world)
    checked(at_desk)
    world.later(days=8)
    return citation


def both_claims(edges, citation):
    claim = rows.get(edges.database, "claims", citation["claim"])
    document = rows.get(edges.database, "documents", claim["document"])
    return claim, a_claim(edges.database, document, "Talks began in 2018")


def merged(edges, citation):
    """The copy of the citation at the claim that stays."""
    claim, other = both_claims(edges, citation)
    merge(edges, claim, other, MERGE)
    (copy,) = rows.select(edges.database, "citations", where="claim = ?", values=[other["id"]])
    return copy


@pytest.mark.parametrize(
    ("deeds", "is_watched"),
    [
        ([], True),
        ([REJECT], True),
        ([MERGE], False),
        ([MERGE, ASIDE], False),
        ([MERGE, REJECT], False),
        ([MERGE, NEW], True),
        ([MERGE, NEW, undo("ada", None)], False),
        ([MERGE, NEW, REJECT], True),
        ([MERGE, NEW, REJECT, ASIDE], True),
        ([MERGE, NEW, MERGE], False),
    ],
    ids=lambda given: "-".join(d.action.value for d in given) if isinstance(given, list) else None,
)
def test_a_claims_citations_are_watched_while_no_merge_has_ended_it(
    at_desk, old, deeds, is_watched
):
    claim, other = both_claims(at_desk, old)
    for deed in deeds:
        if deed is MERGE:
            merge(at_desk, claim, other, deed)
        else:
            review(at_desk, rows.get(at_desk.database, "claims", claim["id"]), deed)
    assert (old["id"] in {one["id"] for one in watched(at_desk.database)}) is is_watched
    assert (standing_of(at_desk, old).next_look is not None) is is_watched


def test_after_a_merge_the_page_is_looked_at_for_the_claim_that_stays(at_desk, old):
    copy = merged(at_desk, old)
    assert states(at_desk, copy) == states(at_desk, old) == [("alive", "present")]
    assert watch(at_desk)["watched"] == 1
    done, told = checked(at_desk)
    assert (done.citations, [row["id"] for row in told.rows]) == ([copy["id"]], [copy["id"]])
    assert [len(states(at_desk, one)) for one in (old, copy)] == [1, 2]
    assert rows.get(at_desk.database, "citations", old["id"]) == old
    list(verify(at_desk, {}))


def test_news_is_told_once_and_of_the_claim_that_stays(at_desk, world, old):
    world.answers[URL] = fresh(html(STORY.replace("15,051", "13,833")))
    checked(at_desk, tell=False)  # killed before it could print
    copy = merged(at_desk, old)
    _, told = checked(at_desk)
    assert [row["id"] for row in told.rows] == [copy["id"]]
    assert [one["id"] for one in broken(at_desk)] == [copy["id"]]
    assert checked(at_desk)[1].rows == ()


def test_news_that_was_told_before_the_merge_is_not_told_again(at_desk, world, old):
    world.answers[URL] = fresh(html(STORY.replace("15,051", "13,833")))
    assert [row["material"] for row in checked(at_desk)[1].rows] == [True]
    copy = merged(at_desk, old)
    assert checked(at_desk)[1].rows == ()
    world.later(days=8)
    _, told = checked(at_desk)
    assert [(row["id"], row["tidings"]) for row in told.rows] == [(copy["id"], [])]


def test_a_citation_of_the_ended_claim_that_is_named_has_its_page_looked_at(at_desk, old):
    copy = merged(at_desk, old)
    done, _ = checked(at_desk, [old], due_only=False)
    assert (done.pages, done.citations) == ([URL], [copy["id"]])


def test_a_copy_that_was_taken_back_leaves_nothing_to_watch(at_desk, old):
    uncite(at_desk, merged(at_desk, old), reason="Misread.", actor="ada")
    assert (watched(at_desk.database), checked(at_desk)[0].pages) == ([], [])


def test_a_chain_of_merges_is_watched_at_its_end(at_desk, old):
    first = merged(at_desk, old)
    document = rows.get(at_desk.database, "claims", old["claim"])["document"]
    last = a_claim(at_desk.database, rows.get(at_desk.database, "documents", document), "in 2018")
    merge(at_desk, rows.get(at_desk.database, "claims", first["claim"]), last, MERGE)
    assert [one["claim"] for one in watched(at_desk.database)] == [last["id"]]


def test_what_a_reopened_claim_cites_is_looked_at_again_beside_the_copy(at_desk, world, old):
    copy = merged(at_desk, old)
    checked(at_desk)
    review(at_desk, rows.get(at_desk.database, "claims", old["claim"]), NEW)
    world.later(days=8)
    done, _ = checked(at_desk)
    assert set(done.citations) == {old["id"], copy["id"]}
    assert [one["exact"] for one in watched(at_desk.database)] == [QUOTE, QUOTE]
