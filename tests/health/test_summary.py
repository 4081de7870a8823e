"""The mail: counts first, at most 72 columns, addresses whole, no control characters."""

import pytest

from claims.health.summary import LONGEST, MOST_TOLD, WIDTH, Account, Counts, summary
from claims.health.tidings import Tiding, TidingKind

AT = "2026-11-24T09:00:00Z"
URL = "https://reader.example/" + "a-very-long-path/" * 8
GONE = Tiding(
    TidingKind.PASSAGE_GONE, "the cited words are gone from the page", old="In all 15,051 men died"
)
MOVED = Tiding(TidingKind.LINK_MOVED, "the page has moved for good", new=URL)


def counts(**fields):
    given = {
        "citations": 3, "pages": 2, "works": 0, "links": {"alive": 2, "dying 1/3": 1},
        "passages": {"present": 2, "unmeasured": 1}, "left_over": 0, "off_the_web": 0,
        "next_due": "2026-11-30T00:00:00Z",
    }  # fmt: skip
    return Counts(**given | fields)


def account(
    *tidings, number=1, words="More than 15,000 Soviet soldiers died in Afghanistan.", **fields
):
    return Account(
        f"n-{number:016x}", f"c-{number:016x}", words, URL, "alive", "gone", tidings, **fields
    )


EXPECTED = """Citations checked on 2026-11-24 at 09:00 UTC

Looked at 3 citations on 2 pages; 1 work asked about at Crossref.
Links:    2 alive, 1 dying 1/3
Passages: 2 present, 1 unmeasured
Next look: 2026-11-30.
1 citation of texts that are on no web page cannot be looked at again.
2 citations still due; run citetrail check again.

WHAT READERS SHOULD KNOW (1)

c-00000000 More than 15,000 Soviet soldiers died in Afghanistan.
  citation n-00000000: link alive, words gone
  * the cited words are gone from the page
    was:  In all 15,051 men died
    do:   read the page; correct the claim or cite the old copy
    run:  citetrail repair n-00000000
    page: https://reader.example/x
    copy: https://web.archive.org/web/20261101000000/https://reader.example/x

NOT DONE (1)

- notices about 10.1000/x: throttled: answered 429"""


def test_a_whole_mail():
    told = Account(
        "n-0000000000000001", "c-0000000000000001",
        "More than 15,000 Soviet soldiers died in Afghanistan.", "https://reader.example/x",
        "alive", "gone", (GONE,),
        archive_url="https://web.archive.org/web/20261101000000/https://reader.example/x",
    )  # fmt: skip
    text = summary(
        AT, counts(works=1, left_over=2, off_the_web=1), [told],
        ["notices about 10.1000/x: throttled: answered 429"],
    )  # fmt: skip
    assert text == EXPECTED


def test_readers_first_then_the_desk_then_nothing():
    text = summary(
        AT, counts(), [account(MOVED, number=1), account(GONE, number=2), account(number=3)]
    )
    assert text.index("READERS SHOULD KNOW (1)") < text.index("FOR THE DESK (1)")
    assert "c-" + "0" * 15 + "3" not in text


@pytest.mark.parametrize(
    "words",
    [
        "word " * 200,
        "x" * 500,
        "日本語の長い文章" * 40,
        "a\nb\r\nSubject: evil\n\nb",
        "\x1b[31mred\x07",
        "\u202eevil",
    ],
)
def test_no_line_is_too_long_and_none_is_smuggled_in(words):
    tiding = Tiding(TidingKind.PASSAGE_ALTERED, words, old=words, new=words, diff=words)
    text = summary(AT, counts(), [account(tiding, words=words)], [words])
    for line in text.splitlines():
        assert len(line) <= WIDTH or "https://" in line
        assert line.isprintable()
    assert not any(line.startswith("Subject:") for line in text.splitlines())
    assert len(text) < 6 * (LONGEST + 200)


def test_addresses_are_never_broken():
    text = summary(AT, counts(), [account(MOVED)])
    assert text.count(URL) == 2


def test_thousands_are_counted_and_not_listed():
    text = summary(
        AT, counts(), [account(GONE, number=n) for n in range(MOST_TOLD + 7)], ["x"] * 40
    )
    assert "… and 7 more: citetrail check --json" in text
    assert "NOT DONE (40)" in text
    assert "… and 30 more" in text


def test_when_nothing_was_due():
    nothing = counts(citations=0, pages=0, links={}, passages={}, next_due=None)
    assert summary(AT, nothing, []).splitlines()[-1] == "Nothing was due."


@pytest.mark.parametrize("more", [0, 1])
def test_what_is_left_out_is_counted_and_nothing_where_all_is_told(more):
    told = [account(GONE, number=n) for n in range(MOST_TOLD + more)]
    assert ("… and 1 more" in summary(AT, counts(), told)) is bool(more)
    assert "… and 0 more" not in summary(AT, counts(), told)


def test_a_day_of_works_alone_is_no_idle_day():
    text = summary(AT, counts(citations=0, pages=0, works=1, links={}, passages={}), [])
    assert "1 work asked about at Crossref" in text
    assert "Nothing was due" not in text


def test_what_is_equally_often_stands_by_name():
    text = summary(AT, counts(links={"moved": 1, "alive": 1, "soft_404": 3}), [])
    assert "Links:    3 soft 404, 1 alive, 1 moved\n" in text


@pytest.mark.parametrize(("length", "cut"), [(LONGEST, False), (LONGEST + 1, True)])
def test_only_what_is_too_long_is_cut(length, cut):
    said = "x" * length
    shown = "".join(summary(AT, counts(), [], [said]).split("NOT DONE")[1].split())
    assert shown.endswith("…") is cut
    assert shown.count("x") == LONGEST - cut
