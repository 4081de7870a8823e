"""A whole day at the desk, by keys alone: from the queue to what is ready to go out, and one step back."""

import pytest

from claims.steps.review import standing_of
from db import rows


def test_a_day(opened, ids, sit, play):  # noqa: PLR0915 - a day is long
    edges = opened()

    async def first_reader():
        async with sit(edges, "ada") as hands:
            assert "Review · ada · 3 claims: open" in hands.shown
            assert hands.shown.index("doubled") < hands.shown.index("1,200 homes")
            await hands.press("enter")
            assert "»The budget has doubled in five years«" in hands.shown
            assert "gives numbers +0.40; names a person or body +0.10" in hands.shown
            await hands.press("a")
            assert "for ada" in hands.shown
            await hands.press("d")
            assert "[shortlisted]" in hands.shown
            await hands.press("tab")
            await hands.type("Shared a lot")
            await hands.press("enter")
            assert "shortlisted" in hands.shown.splitlines()[0]
            await hands.press("r")
            assert hands.said == "Cited: refutes."
            await hands.press("r")
            assert hands.said == "It is cited as refutes already; nothing was added."
            await hands.press("U", "tab")
            await hands.type("Wrong page")
            await hands.press("enter", "2")
            assert "Nothing is cited yet" in hands.shown
            await hands.press("1", "r")
            assert hands.said == "Cited: refutes."
            await hands.press("right", "s")
            assert "┃▶ 2/2 [=] numbers agree cited:" in hands.shown
            assert "┃supports; machine: supports" in hands.shown
            assert "Machine suggests: it supports" in hands.shown
            assert "increase of 61[≠] percent" in hands.shown
            assert "doubled[=]" in hands.shown

    async def words_and_verdict():
        async with sit(edges, "ada", claims=[ids["budget"]]) as hands:
            await hands.press("e")
            await hands.type(" (since 2019)")
            await hands.press("tab", "tab", "tab", "tab", "tab")
            await hands.type("The years were missing")
            await hands.press("enter")
            assert (
                "Machine's text: The budget has doubled in five years (put right by ada)"
                in hands.shown
            )
            await hands.press("v")
            assert "Nothing is chosen yet." in hands.shown
            await hands.press("m", "m")
            assert "[Mostly false]" in hands.shown
            await hands.press("tab")
            await hands.type("It rose 61 percent.")
            await hands.press("ctrl+s")
            assert "Mostly false" in hands.shown.splitlines()[0]
            await hands.press("3")
            assert "Held back by 1 of 10 gates." in hands.shown
            assert "GATE007 missing: second reader; judged by ada" in hands.shown
            await hands.press("t")
            assert "second reader" in hands.shown.splitlines()[0]
            await hands.press("t")
            assert "another person has to be its second reader" in " ".join(hands.said.split())

    async def second_reader():
        async with sit(edges, "bob", claims=[ids["budget"]]) as hands:
            await hands.press("t", "3")
            assert "ready" in hands.shown.splitlines()[0]
            assert "Nothing holds this claim back." in hands.shown
            await hands.press("u")
            assert "Takes back what bob did" in hands.shown
            await hands.press("enter")
            assert "second reader" in hands.shown.splitlines()[0]
            await hands.press("5")
            assert "bob undo: second reader" in hands.shown
            await hands.press("t", "m")
            await hands.type("Ask the mayor")
            await hands.press("ctrl+s", "d", "enter")
            assert "published" in hands.shown.splitlines()[0]

    play(first_reader())
    play(words_and_verdict())
    play(second_reader())
    standing = standing_of(edges.database, ids["budget"])
    assert (standing.status.value, standing.verdict) == ("published", "Mostly false")
    assert (standing.judged_by, standing.second_reader) == ("ada", "bob")
    row = rows.get(edges.database, "claims", ids["budget"])
    assert row["claim_text"] == "The budget has doubled in five years (since 2019)"
    assert row["machine"] == {
        "claim_text": "The budget has doubled in five years",
        "ambiguous": None,
    }


def test_flags_rejection_and_the_rarer_acts(opened, ids, sit, play):
    edges = opened()

    async def acts():
        async with sit(edges, "ada", claims=[ids["homes"], ids["nobody"]]) as hands:
            await hands.press("f")
            await hands.type("count")
            await hands.press("tab")
            await hands.type("Which homes")
            await hands.press("ctrl+s")
            assert "1 open question" in hands.shown
            await hands.press("F", "tab")
            await hands.type("All of them")
            await hands.press("ctrl+s")
            assert "open question" not in hands.shown.splitlines()[0]
            await hands.press("A")
            await hands.type("bob")
            await hands.press("enter")
            assert "for bob" in hands.shown
            await hands.press("w")
            await hands.type("Often said")
            await hands.press("ctrl+s", "4")
            assert (
                "selection reason: Often said  (ada)".split()
                == hands.shown.splitlines()[11].split()
            )
            await hands.press("G", "tab")
            await hands.type("One source is enough here")
            await hands.press("ctrl+s", "3", "z")
            assert "GATE001 passed by: claimant; One source is enough here" in hands.shown
            await hands.press("z")
            await hands.press("o")
            assert "https://accounts.example/2024?table=1&year=2024" in hands.shown
            await hands.press("escape", "n", "x", "enter")
            assert hands.said == "! Reason is needed"
            await hands.type("No claim at all")
            await hands.press("enter")
            assert "rejected" in hands.shown.splitlines()[0]
            await hands.press("n")
            assert hands.said == "! That is the end of the queue."
            await hands.press("q")
            assert "2 claims: open" in hands.shown
            assert hands.app.is_running
            await hands.press("q")
            assert not hands.app.is_running

    play(acts())


@pytest.mark.usefixtures("ids")
def test_filters_and_search(opened, sit, play):
    edges = opened()

    async def look():
        async with sit(edges, "ada") as hands:
            await hands.press("slash")
            await hands.type("homes")
            await hands.press("enter")
            assert "1 claim: open · “homes”" in hands.shown
            await hands.press("x")
            assert "3 claims: all claims" in hands.shown
            await hands.press("m", "m")
            assert "0 claims: mine" in hands.shown
            assert "No claim passes: mine" in hands.shown
            await hands.press("x", "f", *["tab"] * 3)
            await hands.type("d-00")
            await hands.press("enter")
            assert "no id of documents begins with" in hands.said
            await hands.press("escape", "f", *["tab"] * 5)
            await hands.type("0.5")
            await hands.press("enter")
            assert "2 claims: worth ≥ 0.5" in hands.shown

    play(look())
