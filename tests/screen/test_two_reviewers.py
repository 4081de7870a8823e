"""Two people at one claim, a crash, a database that will not be written: nothing typed and nothing done is lost."""

import sqlite3

from claims.model.review import Status
from claims.review.deeds import Deed, comment
from claims.screen.desk import Desk
from claims.screen.form_screen import FormScreen
from claims.steps.drafts import Draft, find_draft, keep_draft
from claims.steps.review import standing_of
from db import reviews, rows


def test_who_is_slower_is_told_and_keeps_every_word(opened, ids, sit, play):
    ada, bob = opened(), opened()

    async def both():
        async with sit(ada, "ada", claims=[ids["budget"]]) as first:
            await first.press("v", "f", "tab")
            await first.type("It rose less")
            row = rows.get(bob.database, "claims", ids["budget"])
            desk = Desk(bob, "bob")
            desk.open(row["id"])
            done = desk.act(desk.decide(Status.SHORTLISTED, "Shared a lot"))
            assert done.done
            await first.press("ctrl+s")
            assert isinstance(first.app.screen, FormScreen)
            said = " ".join(first.said.split())
            assert said.startswith("! Not done: somebody was quicker.")
            assert (
                "Meanwhile bob: decide: shortlisted, selection reason: Shared a lot; because: Shared a lot (now shortlisted)"
                in said
            )
            assert "It rose less" in first.shown
            assert standing_of(ada.database, ids["budget"]).verdict is None
            await first.press("escape")
            assert "shortlisted" in first.shown.splitlines()[0]
            await first.press("v")
            assert "It rose less" in first.shown
            assert "[False]" in first.shown
            assert first.said == "Your draft from before is filled in; ctrl+r drops it."
            await first.press("ctrl+s")
            assert "False" in first.shown.splitlines()[0]
            assert standing_of(ada.database, ids["budget"]).summary == "It rose less"

    play(both())
    assert [e["actor"] for e in reviews.of_claim(ada.database, ids["budget"])] == ["bob", "ada"]


def test_two_screens_at_once(opened, ids, sit, play):
    async def both():
        async with (
            sit(opened(), "ada", claims=[ids["budget"]]) as ada,
            sit(opened(), "bob", claims=[ids["budget"]]) as bob,
        ):
            await ada.press("a")
            await bob.press("a")
            assert "somebody was quicker" in bob.said
            assert "for ada" in bob.shown.splitlines()[0]
            await bob.press("a")
            assert "for bob" in bob.shown.splitlines()[0]
            await ada.press("m")
            with ada.app._context():
                ada.app.screen_stack[-2].look()
            assert ada.app.desk.here().seen == 1  # under a form nothing is taken as seen
            await ada.press("escape")
            with ada.app._context():
                ada.app.screen.look()
            await ada.pilot.pause()
            assert "Meanwhile bob: assign: new, assignee: bob" in ada.said
            await ada.press("s")
            await bob.press("r")
            await ada.press("2")
            assert "supports" in ada.shown
            assert "refutes" in ada.shown

    play(both())


def test_what_was_typed_survives_a_crash(opened, ids, sit, play, place):
    edges = opened()

    async def crash():
        async with sit(edges, "ada", claims=[ids["budget"]]) as hands:
            await hands.press("v", "tab")
            await hands.type("Half a summ")
            # No goodbye: the screen ends here, with the form open

    async def after():
        async with sit(edges, "ada", claims=[ids["budget"]]) as hands:
            await hands.press("v")
            assert "Half a summ" in hands.shown
            await hands.press("escape")
        async with sit(edges, "bob", claims=[ids["budget"]]) as hands:
            await hands.press("v")
            assert "Half a summ" not in hands.shown
        async with sit(edges, "ada", claims=[ids["budget"]]) as hands:
            await hands.press("v", "ctrl+r", "v")
            assert "Half a summ" not in hands.shown

    play(crash())
    draft = Draft("ada", ids["budget"], "verdict")
    assert find_draft(edges, draft) == {"summary": "Half a summ"}
    kept = list(place.with_name("work.drafts").iterdir())
    assert [one.stat().st_mode & 0o777 for one in kept] == [0o600]
    play(after())
    assert not place.with_name("work.drafts").exists()


def test_a_damaged_draft_is_no_draft(opened, ids, place):
    edges = opened()
    draft = Draft("ada", ids["budget"], "verdict")
    for content in ("", "[1", "[]", '{"summary": 3}', "\udcff"):
        folder = place.with_name("work.drafts")
        folder.mkdir(exist_ok=True)
        for name in folder.iterdir():
            name.unlink()
        keep_draft(edges, draft, {"summary": "words"})
        next(folder.iterdir()).write_bytes(content.encode("utf-8", "surrogateescape"))
        assert find_draft(edges, draft) == {}


def test_a_stuck_database_is_told_and_nothing_is_lost(opened, ids, monkeypatch):
    cases = {
        "database is locked": "another process is writing",
        "attempt to write a readonly database": "may only be read",
        "disk I/O error": "the database says disk I/O error",
    }
    desk = Desk(opened(), "ada")
    desk.open(ids["budget"])
    for error, said in cases.items():

        def stuck(*_, error=error):
            raise sqlite3.OperationalError(error)

        monkeypatch.setattr("claims.screen.desk.review", stuck)
        outcome = desk.act(comment("ada", "words"))
        assert not outcome.done
        assert said in outcome.words


def test_an_act_that_stands_already_adds_nothing(opened, ids):
    desk = Desk(opened(), "ada")
    desk.open(ids["budget"])
    first = desk.act(desk.take())
    assert first.words == "Done: assign: new, assignee: ada"
    again = desk.act(Deed(first_action := desk.take().action, "ada", changes={"assignee": "ada"}))
    assert first_action.value == "assign"
    assert again.words == "That stands already; nothing was added."
