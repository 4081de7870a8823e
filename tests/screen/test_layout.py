"""At 80 by 24 and 120 by 40, with colours and without: nothing is cut that cannot be scrolled to."""

import pytest


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
def test_everything_is_there(opened, sit, play, size):
    async def look():
        async with sit(opened(), "ada", size=size) as hands:
            for claim in ("doubled in five years", "1,200 homes", "Nobody objected"):
                assert claim in " ".join(hands.shown.split())
            assert "? keys" in hands.shown.splitlines()[-1]
            await hands.press("enter")
            lines = hands.shown.splitlines()
            assert lines[0].strip().startswith("c-")
            assert "[1 passages 2]" in hands.shown
            assert "[≠] numbers clash" in hands.shown
            assert "[=] numbers agree" in hands.shown
            assert "? keys" in lines[-1]
            assert all(len(line) <= size[0] for line in lines)
            await hands.press("shift+tab", "end")
            assert "The Example Paper" in " ".join(hands.shown.split())
            await hands.press("z", "2")
            assert "Nothing is cited yet" in hands.shown
            for key in "vedw":
                await hands.press(key)
                assert "ctrl+s do it" in hands.shown.splitlines()[-1]
                await hands.press("escape")
            await hands.press("question_mark")
            assert hands.shown.splitlines()[1].strip() == "On a claim"
            await hands.press("end")
            assert "drop the draft" in hands.shown

    play(look())


def test_wide_and_narrow_stand_otherwise(opened, ids, sit, play):
    async def look():
        edges = opened()
        async with sit(edges, "ada", size=(120, 40), claims=[ids["budget"]]) as wide:
            assert wide.app.screen.query_one("#lower").region.x > 40
        async with sit(edges, "ada", size=(80, 24), claims=[ids["budget"]]) as narrow:
            assert narrow.app.screen.query_one("#lower").region.x == 0
            assert narrow.app.screen.query_one("#lower").region.height >= 10

    play(look())


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (120, 16)])
def test_the_field_that_is_written_in_stays_in_sight(opened, ids, sit, play, size):
    async def look():
        async with sit(opened(), "ada", size=(120, 40), claims=[ids["budget"]]) as hands:
            await hands.press("v", "tab", "tab", "tab")
            await hands.type("words")
            await hands.pilot.resize_terminal(*size)
            await hands.pilot.pause()
            assert "words" in hands.shown
            await hands.press("ctrl+s")  # what is said of it takes room too
            assert "words" in hands.shown

    play(look())


def test_marks_do_not_need_colour(opened, ids, sit, play, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def look():
        async with sit(opened(), "ada", claims=[ids["budget"]]) as hands:
            assert hands.app.no_color
            assert {type(one).__name__ for one in hands.app._filters} >= {"NoColor"}
            assert "»The budget has doubled in five years«" in hands.shown

    play(look())


def test_no_claims_at_all_and_no_passages(opened, ids, sit, play):
    async def look():
        async with sit(opened(), "ada", filters={"status": "withdrawn"}) as hands:
            assert "No claim passes: withdrawn" in hands.shown
            await hands.press("enter", "x")
            assert "3 claims" in hands.shown
        async with sit(opened(), "ada", claims=[ids["nobody"]]) as hands:
            assert "No passages yet" in hands.shown
            assert "not settled: to what?" in hands.shown
            await hands.press("s", "right", "o", "escape", "u", "F")
            assert hands.said == "! there is no open question"

    play(look())
