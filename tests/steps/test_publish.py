"""Through the gates into the public file: what is held, what passes, what stays, what is told."""

import sqlite3
from dataclasses import replace

import httpx
import pytest
from builders import a_claim, a_document, a_run

from claims.model.citation import CitationRole
from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.model.settings import Settings
from claims.review.deeds import Deed, comment, edit, flag, override, undo
from claims.steps.cite import Cited, cite
from claims.steps.gates import gate_findings
from claims.steps.merge import merge
from claims.steps.publish import publish
from claims.steps.review import review, standing_of
from claims.steps.split import split
from claims.steps.take_snapshots import fetch_addresses
from db import claims as stored
from db import reviews, rows

JUDGED = {"verdict": "False", "summary": "Fewer died.", "selection_reason": "Much shared.",
          "other_side": "The army was asked; no answer.", "no_claimant_reason": "The paper says it."}  # fmt: skip

SAID = "In all fewer than fifteen thousand soldiers died, {} counts."
COUNTS = {
    host: f"<title>Count of {host}</title><meta property='og:site_name' content='{host}'>"
    f"<p>{SAID.format(host)} {more}</p>"
    for host, more in {
        "census.example": "Towns sent in lists of names, which were read twice and added up by hand.",
        "army.example": "The staff kept a book for each regiment from the first day to the last one.",
    }.items()
}


@pytest.fixture
def edges(edges):
    """The edges of a web of two pages, each with a count of its own."""

    def answer(request):
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(
            200, headers={"Content-Type": "text/html"}, content=COUNTS[request.url.host]
        )

    return replace(edges, transport=httpx.MockTransport(answer))


@pytest.fixture
def claim(edges):
    document = a_document(edges.database, url="https://paper.example/a")
    row = a_claim(edges.database, document)
    list(
        fetch_addresses(edges, [f"https://{host}/count" for host in COUNTS], failures=[], taken=[])
    )
    for host in COUNTS:
        words = Cited(
            None, f"https://{host}/count", SAID.format(host), CitationRole.REFUTES, None, "ada"
        )
        cite(edges, row, words)
    return row


def held(edges, claim):
    return [one.gate.id for one in gate_findings(edges, claim) if one.holds]


def judge(edges, claim, status=Status.SECOND_READER):
    review(edges, claim, Deed(Action.DECIDE, "ada", status, changes=JUDGED))


def read_again(edges, claim):
    review(edges, claim, Deed(Action.DECIDE, "bob", Status.READY))
    review(edges, claim, Deed(Action.DECIDE, "bob", Status.PUBLISHED))


def public(path, sql):
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(sql)]
    finally:
        connection.close()


def test_a_claim_that_meets_every_gate_goes_out_once(edges, claim, tmp_path):
    judge(edges, claim)
    assert held(edges, claim) == ["GATE007"]
    read_again(edges, claim)
    assert held(edges, claim) == []
    path = tmp_path / "public.db"
    dry = publish(edges, path, dry_run=True)
    assert (dry["new"], path.exists()) == ([claim["id"]], False)
    first, second = publish(edges, path), publish(edges, path)
    assert (first["new"], second["new"]) == ([claim["id"]], [])
    events = [one["action"] for one in reviews.of_claim(edges.database, claim["id"])]
    assert events.count("release") == 1
    (shown,) = public(path, "SELECT * FROM claims")
    assert (shown["verdict"], shown["rating_value"], shown["rating_color"]) == ("False", 1, "red")
    assert (shown["second_read"], shown["other_side"]) == (1, JUDGED["other_side"])
    assert "ada" not in str(shown)
    assert "bob" not in str(shown)


def test_what_is_out_stays_out_whatever_a_gate_says_later(edges, claim, tmp_path):
    judge(edges, claim)
    read_again(edges, claim)
    publish(edges, tmp_path / "public.db")
    review(edges, claim, flag("cy", "legal", "Is it libel?"))
    review(edges, claim, comment("cy", "A secret of the desk."))
    assert held(edges, claim) == ["GATE008"]
    report = publish(edges, tmp_path / "public.db")
    assert (report["published"]["claims"], report["held_back"]) == (1, [])
    told = public(tmp_path / "public.db", "SELECT reason FROM decisions")
    assert all(row["reason"] is None for row in told)
    with pytest.raises(NotAllowed, match="nothing public is undone"):
        review(edges, claim, undo("cy", None))


def test_a_gate_that_is_passed_by_is_told_to_readers(edges, claim, tmp_path):
    judge(edges, claim, Status.PUBLISHED)
    report = publish(edges, tmp_path / "public.db")
    (row,) = report["held_back"]
    assert [one["gate"] for one in row["gates"]] == ["GATE007"]
    assert (report["held_at_gates"], report["held_back_by_gate"]) == (1, {"GATE007": 1})
    with pytest.raises(NotAllowed, match="is no gate"):
        review(edges, claim, override("ada", "GATE099", "Why not."))
    review(edges, claim, override("ada", "GATE007", "One person is on duty at night."))
    assert publish(edges, tmp_path / "public.db")["published"]["overrides"] == 1
    (told,) = public(tmp_path / "public.db", "SELECT * FROM overrides")
    assert (told["gate"], told["reason"]) == ("GATE007", "One person is on duty at night.")
    assert "ada" not in str(told)


def test_a_correction_is_a_notice_with_the_old_text_and_a_withdrawal_takes_the_body(
    edges, claim, tmp_path
):
    path = tmp_path / "public.db"
    judge(edges, claim)
    read_again(edges, claim)
    publish(edges, path)
    review(edges, claim, edit("ada", {"claimant": "Anna Petrova"}, "She said it, not the paper."))
    publish(edges, path)
    (notice,) = public(path, "SELECT * FROM notices")
    assert (notice["status"], notice["what_was_wrong"]) == (
        "corrected",
        "She said it, not the paper.",
    )
    (change,) = public(path, "SELECT field, before, after FROM notice_changes")
    assert change == {"field": "claimant", "before": None, "after": "Anna Petrova"}
    (shown,) = public(path, "SELECT claimant, put_right, status FROM claims")
    assert tuple(shown.values()) == ("Anna Petrova", "claimant", "corrected")
    review(edges, claim, Deed(Action.DECIDE, "ada", Status.WITHDRAWN, reason="The wrong war."))
    publish(edges, path)
    (gone,) = public(path, "SELECT * FROM claims")
    assert (gone["status"], gone["verdict"], gone["summary"], gone["claim"]) == (
        "withdrawn",
        *[None] * 3,
    )
    assert [n["what_was_wrong"] for n in public(path, "SELECT * FROM notices ORDER BY number")] == [
        "She said it, not the paper.", "The wrong war."
    ]  # fmt: skip
    assert public(path, "SELECT * FROM notice_changes") == []


def test_what_was_withdrawn_before_it_went_out_is_nowhere(edges, claim, tmp_path):
    judge(edges, claim, Status.PUBLISHED)
    review(edges, claim, Deed(Action.DECIDE, "ada", Status.WITHDRAWN, reason="The wrong war."))
    assert publish(edges, tmp_path / "public.db")["published"]["claims"] == 0


def test_a_claim_that_is_out_or_held_back_hides_no_other(edges, claim, tmp_path):
    text = "One fell. Two fell. Three fell. Four fell."
    document = a_document(edges.database, text=text)
    out, gone, held_back, other = (
        a_claim(edges.database, document, exact=word) for word in ("One", "Two", "Three", "Four")
    )
    for one in (out, other):
        review(edges, one, Deed(Action.DEMONSTRATE, "d", Status.PUBLISHED, reason="Shown."))
    judge(edges, gone, Status.PUBLISHED)
    review(edges, gone, Deed(Action.DECIDE, "ada", Status.WITHDRAWN, reason="The wrong war."))
    judge(edges, held_back, Status.PUBLISHED)
    report = publish(edges, tmp_path / "public.db")
    assert report["published"]["claims"] == 2
    assert {row["claim"] for row in report["held_back"]} == {claim["id"], held_back["id"]}
    assert report["held_back_by_state"] == {"new": 1, "published": 1}


def test_a_demonstration_passes_no_gate_until_a_person_judges_it(edges, claim, tmp_path):
    review(
        edges, claim, Deed(Action.DEMONSTRATE, "demonstration", Status.PUBLISHED, reason="Shown.")
    )
    assert publish(edges, tmp_path / "public.db")["published"]["claims"] == 1
    judge(edges, claim, Status.PUBLISHED)
    report = publish(edges, tmp_path / "public.db")
    assert (report["published"]["claims"], report["held_at_gates"]) == (0, 1)


def test_a_desks_own_scale(edges, claim, tmp_path):
    own = tmp_path / "ours.yml"
    own.write_text(
        "ratings: [{label: Pants on fire, scale: ours, axis: truth, number: 1, order: 1, color: red,"
        " explanation: As false as can be.}]",
        encoding="utf-8",
    )
    edges = replace(edges, settings=replace(Settings(), ratings=str(own)))
    with pytest.raises(NotAllowed, match="; there are: Pants on fire"):
        judge(edges, claim)
    changes = {"verdict": "pants ON fire", "summary": "No."}
    event = review(edges, claim, Deed(Action.DECIDE, "ada", changes=changes))
    assert event["verdict"] == "Pants on fire"


def test_edits_are_shown_and_survive_a_better_extractor(edges, claim):
    review(
        edges, claim, edit("ada", {"claimant": "Anna Petrova", "kind": "ranking"}, "Named below.")
    )
    row = rows.get(edges.database, "claims", claim["id"])
    assert (row["claimant"], row["kind"]) == ("Anna Petrova", "ranking")
    assert row["machine"] == {"kind": "quantity", "claimant": None}
    better = {n: v for n, v in claim.items() if n not in stored.REVIEWED}
    better |= {"claimant": "A. Petrova", "claim_text": "Better words.", "status": "new"}
    stored.replace(edges.database, claim["document"], [better])
    row = rows.get(edges.database, "claims", claim["id"])
    assert (row["claimant"], row["claim_text"]) == ("Anna Petrova", "Better words.")
    assert row["machine"] == {"kind": "quantity", "claimant": "A. Petrova"}
    review(edges, claim, undo("ada", None))
    row = rows.get(edges.database, "claims", claim["id"])
    assert (row["claimant"], row["kind"], row["machine"]) == ("A. Petrova", "quantity", {})


def test_a_merged_claim_ends_and_its_citations_go_over(edges, claim):
    other = a_claim(edges.database, rows.get(edges.database, "documents", claim["document"]),
                    "Talks began in 2018")  # fmt: skip
    deed = Deed(Action.MERGE, "ada", reason="The same.")
    event = merge(edges, claim, other, deed)
    assert merge(edges, claim, other, deed)["id"] == event["id"], "a second time adds nothing"
    assert rows.get(edges.database, "claims", claim["id"])["status"] == "rejected"
    assert standing_of(edges.database, other["id"]).fields["merged"] == [claim["id"]]
    assert rows.count(edges.database, "citations", where="claim = ?", values=[other["id"]]) == 2
    with pytest.raises(NotAllowed, match="is rejected, so it is not merged"):
        merge(edges, other, claim, deed)
    with pytest.raises(NotAllowed, match="into itself"):
        merge(edges, other, other, deed)
    review(edges, claim, Deed(Action.DECIDE, "ada", Status.NEW, reason="Not the same."))
    assert "merged_into" not in standing_of(edges.database, claim["id"]).fields


def test_a_claim_of_two_parts_becomes_two(edges, claim):
    deed = Deed(Action.SPLIT, "ada", reason="Two points.")
    parts = ["More than 15,000 Soviet soldiers", "died in Afghanistan"]
    made = split(edges, claim, parts, deed)
    text = rows.get(edges.database, "documents", claim["document"])["text"]
    assert [text[one["start"] : one["end"]] for one in made] == parts
    assert [one["id"] for one in split(edges, claim, parts, deed)] == [one["id"] for one in made]
    assert rows.get(edges.database, "claims", claim["id"])["status"] == "rejected"
    for wrong, words in ((["one"], "at least two"), (["x", "y"], "does not stand in the sentence")):
        with pytest.raises(NotAllowed, match=words):
            split(edges, made[0], wrong, deed)


def test_a_split_needs_a_reason_and_leaves_nothing_behind(edges, claim):
    a_run(edges.database)
    with pytest.raises(NotAllowed, match="needs a reason"):
        split(edges, claim, ["More than", "died"], Deed(Action.SPLIT, "ada"))
    assert rows.count(edges.database, "claims") == 1
