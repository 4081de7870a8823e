"""Plain texts: the text stays as it is; title, day and author are read off its first lines."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.decode import decode
from claims.text.page import NOTHING, Found
from claims.text.plain_text import plain_page

SHARED = Path(__file__).parents[3] / "shared"


def _page(text):
    return plain_page(decode(text.encode()))


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])).filter(
        lambda t: t[:1] != "\ufeff"
    )
)
def test_text_is_the_files_own(text):
    assert _page(text).text == text


def test_a_carriage_return_alone_is_a_sign_of_the_file():
    page = _page("War ends\r\rBy Jane Doe\r5 July 2021\r\nThe war\rended.\r\n")
    assert page.text == "War ends\r\rBy Jane Doe\r5 July 2021\nThe war\rended.\n"
    assert (page.title.value, page.author.value) == ("War ends", "Jane Doe")
    assert page.published.value == "2021-07-05"


TITLES = [
    ("War ends\n\nThe war ended.", "War ends", "short line, blank line after it"),
    ("\n War ends \n\nThe war ended.", "War ends", "white space around it"),
    ("Who won the war?\n\nNobody.", "Who won the war?", "headlines may ask"),
    (
        "US ends 20-year war in Kabul, says U.S. Army chief\n\nText.",
        "US ends 20-year war in Kabul, says U.S. Army chief",
        "stops inside",
    ),
    ("The war ended.\n\nThe army left.", None, "a sentence"),
    ("War ends\nThe war ended.", None, "no blank line after it"),
    ("War ends", None, "nothing after it"),
    ("x" * 300 + "\n\nText.", None, "too long"),
    ("Monday, 5 July 2021\n\nText.", None, "a date is no title"),
    ("Dear all,\n\nText.", None, "a letter's address is no title"),
    ("", None, "nothing at all"),
]


@pytest.mark.parametrize(("text", "title", "why"), TITLES, ids=[row[-1] for row in TITLES])
def test_titles(text, title, why):
    expected = Found(title, "first line") if title else NOTHING
    assert _page(text).title == expected, why


DAYS = [
    ("War ends\n\nFriday, September 20, 2019\u00a0\n\nText.", "2019-09-20", None, "dateline"),
    ("War ends\nBy Jane Doe\nPublished: 5 July 2021\nText.", "2021-07-05", None, "label"),
    (
        "War ends\n\nPublished on 5 July 2021\n\nUpdated 6 July 2021\n\nText.",
        "2021-07-05",
        "2021-07-06",
        "both",
    ),
    ("War ends\n\nLast updated: 6 July 2021\n\nText.", None, "2021-07-06", "update only"),
    ("War ends\n\nThe army left on 5 July 2021.", None, None, "a date in a sentence"),
    ("War ends\n\n2021\n\nText.", None, None, "a bare year is no day"),
    ("\n".join(f"Line {i}" for i in range(20)) + "\n5 July 2021\n", None, None, "far from the top"),
]


@pytest.mark.parametrize(("text", "published", "modified", "why"), DAYS, ids=[r[-1] for r in DAYS])
def test_datelines(text, published, modified, why):
    page = _page(text)
    assert (page.published.value, page.modified.value) == (published, modified), why
    assert page.published.where == ("dateline" if published else None)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND LI NA", "JANE DOE AND LI NA"),
        ("By Jane O’Neil, Kabul", "Jane O’Neil, Kabul"),
        ("By the end of the war all had left.", None),
        ("By Jane", None),
        ("By " + "a" * 150, None),
    ],
)
def test_bylines(line, author):
    assert _page(f"War ends\n\n{line}\n\nText.").author.value == author


@pytest.mark.shared
def test_wikinews_datelines_are_the_publication_day():
    """The day on the page and the day in its metadata agree, give or take a day of time zones."""
    folder = SHARED / "data" / "wikinews"
    if not folder.is_dir():
        pytest.skip("the evaluation data is not beside this checkout")
    found = agreed = 0
    for meta in sorted(folder.glob("*.meta.json")):
        page = plain_page(
            decode(meta.with_name(meta.name.replace(".meta.json", ".txt")).read_bytes())
        )
        day = page.published.value
        if day:
            found += 1
            agreed += day[:7] == json.loads(meta.read_text())["date"][:7]
    assert found > 40
    assert agreed >= 0.95 * found
