"""What no reader sees is no text, and is named; what honest pages do raises no alarm."""

from pathlib import Path

import pytest
import yaml
from patience import takes_within

from claims.text.decode import decode
from claims.text.hidden.style_sheet import style_sheet
from claims.text.html_text import html_page

TABLE = Path(__file__).parents[1] / "tables" / "hidden_text.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
SECRET = "The minister took nine million in bribes from the builders of the bridge"
SEEN = (
    "The new bridge over the river was opened on Tuesday after eleven years of work, and the first "
    "lorries crossed it within the hour, the road authority said in a statement."
)
MORE = (
    "Some four thousand vehicles a day are expected to use it in its first year, which is twice as many "
    "as the ferry has carried since nineteen eighty-eight."
)


def _page(head="", part="", body=""):
    html = (
        f"<!doctype html><html><head><title>Bridge opened</title>{head}</head><body {body}><article>"
        f"<h1>Bridge opened</h1><p>{SEEN}</p>{part}<p>{MORE}</p></article></body></html>"
    )
    return html_page(decode(html.encode(), markup=True))


def test_the_table_is_large_enough():
    assert len(ROWS) >= 60
    assert len({row["why"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row["why"] for row in ROWS])
def test_hidden_text(row):
    page = _page(row.get("head", ""), row["part"].replace("SECRET", SECRET), row.get("body", ""))
    assert (SECRET in page.text) is (row["text"] == "in"), row["why"]
    if not row.get("others"):
        assert SEEN in page.text
        assert MORE in page.text
    assert row.get("gone", "\0") not in page.text
    kinds = [found.kind.value for found in page.findings]
    if row["finding"] is None:
        assert kinds == []
        return
    found = next(one for one in page.findings if one.kind.value == row["finding"])
    assert found.concealed is row["alarm"], found
    assert found.words > 0


def test_alarming_findings_come_first_and_are_counted():
    part = "<div class=menu hidden>One two</div>" + f"<p style='display:none'>{SECRET}</p>" * 3
    first, *others = _page(part=part).findings
    assert (first.concealed, first.times, first.words) == (True, 3, 39)
    assert first.excerpt == SECRET
    assert [one.concealed for one in others] == [False]


def test_metadata_in_hidden_parts_is_still_read():
    page = _page(part="<span hidden itemprop=author>Ada Byron</span>")
    assert page.author.value == "Ada Byron"
    assert "Ada" not in page.text


def test_an_emoji_flag_and_joined_letters_stay():
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    page = _page(part=f"<p>So it was in {flag} and {family} and {persian} as well.</p>")
    assert all(one in page.text for one in (flag, family, persian))
    assert page.findings == ()


HOSTILE = {
    "many rules and elements": (
        "<style>" + "".join(f"div .a{n} p{{opacity:0}}" for n in range(20_000)) + "</style>",
        "<p class=b>x</p>" * 20_000,
    ),
    "rules for everything": (
        "<style>" + "*:not(.q):nth-child(2n){opacity:0}" * 5_000 + "</style>",
        "<p>x</p>" * 5_000,
    ),
    "loose joins": (
        "<style>" + "a ~ b ~ c ~ d ~ e ~ i{opacity:0}" * 500 + "</style>",
        "<i>x</i>" * 5_000,
    ),
    "deep joins": (
        "<style>" + "div div div div div div div div i{opacity:0}" * 500 + "</style>",
        "<div>" * 200 + "<i>x</i>" * 2_000,
    ),
    "open comment": ("<style>" + "/*" * 200_000 + "</style>", ""),
    "open brackets": ("<style>" + "a:not(" * 100_000 + "</style>", ""),
    "open braces": ("<style>" + "@media x{" * 100_000 + "</style>", ""),
    "quotes": ("<style>" + "\"'" * 200_000 + "{}</style>", ""),
    "long declaration": ("", "<p style='" + "a:" * 300_000 + "'>x</p>"),
    "many declarations": ("", "<p style='" + "opacity:0;" * 100_000 + "'>x</p>"),
    "many comments": ("", "<!-- " + "<!-- word" * 100_000),
    "many controls": ("", "<button aria-controls=a>x</button>" * 30_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sheets_end(name):
    head, part = HOSTILE[name]
    assert takes_within(15, _page, head, part), name


def test_a_sheet_that_is_too_large_is_named():
    page = _page("<style>" + ".a{opacity:0}" * 90_000 + "</style>")
    assert [found.kind.value for found in page.findings] == ["style_too_large"]


def test_numbers_and_nests_that_are_no_css_are_passed_over():
    for text in (
        "}",
        "{",
        "a{",
        "a{b",
        "@media{a{",
        "a{}}}b{opacity:0}",
        "a{opacity:",
        "\0{\0:\0}",
    ):
        style_sheet([text])
