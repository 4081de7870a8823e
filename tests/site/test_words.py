"""Stored words to reader's words, and cells to escaped HTML."""

from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model.candidate import SearchOutcome
from claims.model.citation import CitationRole, Held, LinkState, PassageState, Standing
from claims.model.claim import ClaimKind, Mode
from claims.model.evidence import Agreement
from claims.model.health import NoticeKind
from claims.model.review import Action
from claims.model.snapshot import FetchOutcome
from claims.origins.source_types import SourceType
from claims.site.cells import cell
from claims.site.words import WORDS, day, flat, lead_in, lead_out, local, verdict_class, words

LISTS = {
    "kind": (ClaimKind,),
    "action": (Action,),
    "mode": (Mode,),
    "role": (CitationRole,),
    "agreement": (Agreement,),
    "link_state": (LinkState,),
    "passage_state": (PassageState,),
    "work_notice": (NoticeKind,),
    "outcome": (SearchOutcome, FetchOutcome, [Held.TRANSCRIPT]),  # what is published of a source
    "held": (Held,),
    "standing": (Standing,),
    "source_type": (SourceType,),
}


@pytest.mark.parametrize("column", LISTS)
def test_every_stored_word_has_a_readers_word(column):
    stored = {member.value for kind in LISTS[column] for member in kind if isinstance(member, Enum)}
    assert set(WORDS[column]) >= stored


def test_unknown_words_are_shown_as_they_are():
    assert words("odd", "kind") == "odd"
    assert words(2025, "year") == "2025"


@pytest.mark.parametrize(
    ("time", "gives"),
    [
        ("2026-11-23T23:51:00Z", "23 November 2026"),
        ("2026-11", "November 2026"),
        ("2021-08-31", "31 August 2021"),
        ("2021", "2021"),
        ("2021~", "about 2021"),
        ("some day", "some day"),
        ("", ""),
        (None, ""),
    ],
)
def test_days(time, gives):
    assert day(time) == gives


@pytest.mark.parametrize(
    ("verdict", "style"),
    [("False", "v1"), ("Mostly-true", "v4"), ("Unproven", "v0"), (None, "v0"), ("v5 x", "v0")],
)
def test_only_steps_of_the_scale_have_colours(verdict, style):
    assert verdict_class(verdict) == style


@pytest.mark.parametrize(
    ("prefix", "shown"), [("cut off words ", "… off words "), ("word ", ""), ("", ""), (None, "")]
)
def test_words_before_a_quote(prefix, shown):
    assert lead_in(prefix) == shown


@pytest.mark.parametrize(
    ("suffix", "shown"), [(" and then cu", " and then …"), (".", "."), ("", ""), (None, "")]
)
def test_words_after_a_quote(suffix, shown):
    assert lead_out(suffix) == shown


def test_titles_hold_no_direction_characters_and_one_line():
    assert flat("a\u202eb\u2066 \n c") == "ab c"


def test_links_stay_on_the_host_that_was_asked():
    assert local("http://inner:8001/public/claims?a=b%20c") == "/public/claims?a=b%20c"


CELLS = [
    ("id", "c-0123456789abcdef", '<a class="id" href="/claim/c-0123456789abcdef">c-01234567</a>'),
    (
        "source",
        "s-0123456789abcdef",
        '<a class="id" href="/public/sources/s-0123456789abcdef">s-01234567</a>',
    ),
    (
        "claim",
        {"value": "c-0123456789abcdef", "label": "<b>"},
        '<a class="id" href="/claim/c-0123456789abcdef">c-01234567</a>',
    ),
    ("at", "2026-03-03T09:30:00Z", '<time datetime="2026-03-03T09:30:00Z">3 March 2026</time>'),
    ("verdict", "<b>", '<span class="verdict v0"><bdi>&lt;b&gt;</bdi></span>'),
    ("kind", "quantity", "Number"),
    ("kind", "<i>", "&lt;i&gt;"),
    (
        "url",
        "https://a.example/?a=1&b=2",
        '<a href="https://a.example/?a=1&amp;b=2" rel="noopener nofollow ugc"><bdi>https://a.example/?a=1&amp;b=2</bdi></a>',
    ),
    ("url", "javascript:alert(1)", "<bdi>javascript:alert(1)</bdi>"),
    ("url", "https://[x", "<bdi>https://[x</bdi>"),
    (
        "url",
        'https://a.example/"onx="',
        '<a href="https://a.example/&#34;onx=&#34;" rel="noopener nofollow ugc"><bdi>https://a.example/&#34;onx=&#34;</bdi></a>',
    ),
    ("title", "c-0123456789abcdef and more", "<bdi>c-0123456789abcdef and more</bdi>"),
    ("rank", 3, None),
    ("title", "", None),
    ("title", None, None),
]


@pytest.mark.parametrize(("column", "value", "gives"), CELLS)
def test_cells(column, value, gives):
    assert cell(value, column) == gives


@given(st.text(), st.sampled_from(["verdict", "kind", "url", "title", "outcome"]))
def test_no_cell_holds_markup_of_its_text(text, column):
    shown = cell(text, column) or ""
    bare = shown
    for ours in (
        "<bdi>",
        "</bdi>",
        "<span class=",
        "</span>",
        "<a href=",
        "</a>",
        "<time datetime=",
        "</time>",
    ):
        bare = bare.replace(ours, "")
    assert "<" not in bare
