"""The same day line by line: commands in, sentences out, no cursor, no frames, nothing lost."""

import pytest
from builders import a_snapshot
from public_desk import LINK

from claims.screen.desk import Desk
from claims.screen.plain import Plain
from claims.screen.spoken_form import Voice
from claims.steps.drafts import Draft, find_draft
from claims.steps.review import standing_of

FRAMES = set("─│┌┐└┘━┃┏┓┗┛╭╮╰╯▶[]\x1b")


@pytest.fixture
def speak(opened):
    def run(me, *lines, filters=None):
        said, given = [], iter(lines)
        edges = opened()
        plain = Plain(
            Desk(edges, me),
            Voice(lambda words, _: said.append(words), lambda: next(given, None)),
            {"status": "open"} if filters is None else filters,
        )
        plain.run()
        return said, plain, edges

    return run


def test_a_day_in_sentences(speak, ids):
    said, plain, edges = speak(
        "ada",
        *("1", "passages", "refutes 1", "supports 2", "take"),
        *("decide", "shortlisted", "Shared a lot"),
        *("verdict", "mostly f", "It rose \\", "61 percent.", "", "", "", "", "", ""),
        *("edit", "", "", "-", "", "", "No name is given"),
        *("missing", "why", "", "The mayor speaks for the city", "", "", "", "reader", "reader"),
        *("history", "quit"),
    )
    told = "\n".join(said)
    assert said[0] == "Review as ada. 3 claims: open."
    assert "the claim: “The budget has doubled in five years”" in told
    assert "In 2024 it stood at 660 million, an increase of 61 (clashes) percent." in told
    assert "1/2 the numbers clash" in told
    assert (
        "Machine suggests: it supports the claim, sure to 0.97, by QTY001; nobody has judged that"
        in told
    )
    assert "Cited: refutes." in said
    assert "Verdict: " in said
    assert "Held back by 2 of 10 gates." in said
    assert (
        "Not done: ada made the judgement that stands, so another person has to be its second reader"
        in said
    )
    assert plain.refused == 1
    assert not FRAMES & set(told.replace("[CLAIM", ""))
    said, plain, edges = speak("bob", "1", "reader", "missing", "undo", "", "reader", "quit")
    assert "Nothing holds this claim back." in said
    standing = standing_of(edges.database, ids["budget"])
    assert (standing.status.value, standing.verdict) == ("ready", "Mostly false")
    assert standing.summary == "It rose\n61 percent."
    assert standing.fields["claimant"] is None
    assert standing.second_reader == "bob"


def test_a_form_is_left_or_the_input_ends_and_the_draft_stays(speak, ids):
    said, _, edges = speak("ada", "1", "verdict", "false", "Half a summ", "!", "quit")
    assert "Left; what was typed is kept as a draft." in said
    draft = Draft("ada", ids["budget"], "verdict")
    assert find_draft(edges, draft) == {"verdict": "False", "summary": "Half a summ"}
    said, plain, edges = speak("ada", "1", "verdict", "", "")
    assert "Your draft from before stands in the fields." in said
    assert "Summary now: Half a summ" in said
    assert plain.refused == 1
    assert find_draft(edges, draft)["summary"] == "Half a summ"
    said, _, edges = speak("ada", "1", "verdict", *[""] * 8, "quit")
    assert find_draft(edges, draft) == {}
    assert standing_of(edges.database, ids["budget"]).summary == "Half a summ"


COMMANDS = [
    (["help"], "open: Open the claim"),
    (["1", "help"], "verdict: Verdict, with summary and explanation"),
    (["9"], "There is no such claim in the queue."),
    (["bogus"], "There is no such command here; help lists them."),
    (["1", "supports 7"], "There is no such passage."),
    (["1", "after", "after"], "There is no such passage."),
    (["1", "address"], "Address: https://accounts.example/2024?table=1&year=2024"),
    (["1", "next", "next", "next"], "That is the end of the queue."),
    (["3", "passages"], "No passages yet."),
    (["3"], "Claim: not settled: to what?"),
    (["search homes"], "Review as ada. 1 claim: open · “homes”."),
    (["mine"], "Review as ada. 3 claims: open · mine or unassigned."),
    (["filter", "any", "", "", "", "", "0.5", ""], "Review as ada. 2 claims: worth ≥ 0.5."),
    (["filter", "open", "", "", "", "", "x", ""], "Not done: 'x' is no number; give 0 to 1"),
    (["clear"], "Review as ada. 3 claims: all claims."),
    (["1", "reject", "", "No claim"], "Reason is needed; ! leaves."),
    (["1", "undo"], "Not done: there is nothing to undo"),
    (["1", "supports 1", "undo"], "Not done: there is nothing to undo; what is cited: U, uncite, takes it back"),
    (["1", "take", "supports 1", "undo", "!"], "What is cited stays: U, uncite, takes it back."),
    (["1", "unflag"], "Not done: there is no open question"),
    (["1", "flag", "Bad Name", "What?"], "Not done: 'Bad Name' is no name of a flag: small letters, digits and hyphens"),
    (["1", "decide", "zzz", "2", ""], "Goes to: 'zzz' is not one of shortlisted, in_progress, second_reader, ready, published, rejected"),
    (["1", "note", "Ask"], "Done: comment: new; because: Ask"),
    (["1", "assign bob"], "Done: assign: new, assignee: bob"),
    (["1", "override", "", "One is enough"], "Done: override GATE003: One is enough"),
    (["1", "supports 1", "uncite", "", "Wrong page"], "Taken back; it stays readable, and stands no more."),
    (["1", "uncite"], "Not done: nothing is cited"),
    (["1", "queue", "more"], "That is all of them."),
    ([], "Everything done is stored."),
]  # fmt: skip


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    ("lines", "expected"), COMMANDS, ids=lambda v: " ".join(v) if isinstance(v, list) else ""
)
def test_what_a_command_says(speak, lines, expected):
    said, _, _ = speak("ada", *lines)
    assert expected in said


def test_the_queue_leaves_out_what_the_article_spoke_of(speak, opened, ids, sit, play):
    told = "It doubled [in town] [context: The council met on a Monday]."
    database = opened().database
    database.execute("UPDATE claims SET claim_text = ? WHERE id = ?", [told, ids["budget"]])
    said, _, _ = speak("ada", "quit")
    assert said[1].startswith("1. It doubled [in town]. (quantity")

    async def look():
        async with sit(opened(), "ada") as hands:
            assert "It doubled [in town]." in hands.shown
            assert "context" not in hands.shown

    play(look())


@pytest.mark.usefixtures("ids")
def test_words_of_an_older_copy_are_cited_and_that_is_said(speak, opened):
    later = {"warc_date": "2027-01-01T00:00:00Z"}
    a_snapshot(opened().database, LINK, "The page was taken down. " * 9, **later)
    said, _, _ = speak("ada", "1", "refutes 1", "supports 2", "quit")
    older = "from an older copy: the newest one of the page has these words no more."
    assert f"Cited: refutes, {older}" in said
    assert "Cited: supports." in said
