"""References as BibTeX, RIS, Wikipedia templates and set lists, with hostile titles among them."""

import re
import time
import warnings
from html import unescape
from pathlib import Path

import pytest
from citeproc import CitationStylesStyle
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring
from patience import allowed

from claims.export.bibtex import bibtex
from claims.export.item_parts import keys
from claims.export.reference_list import Markup, Style, reference_list
from claims.export.ris import ris
from claims.export.wikipedia import wikipedia

EVIL = "<script>alert(1)</script> {x} | [[y]] '''b''' 100% & $1 #2 a_b ~~~~ \\end{c} __NOTOC__"
NEWS = {
    "id": "s-7f3a9d00aaaa0001",
    "type": "article-newspaper",
    "title": "War ends",
    "author": [
        {"family": "Quill", "given": "Ada"},
        {"family": "Berg", "given": "Bo", "non-dropping-particle": "van der", "suffix": "Jr."},
        {"literal": "Barnes and Noble, Inc"},
    ],
    "container-title": "The Paper",
    "URL": "https://paper.example/a?b=1&c={2}|3",
    "issued": {"date-parts": [[2020, 3, 1]]},
    "accessed": {"date-parts": [[2026, 11, 24]]},
    "custom": {
        "archived": {
            "memento_url": "https://web.archive.org/web/20200302/https://paper.example/a",
            "memento_datetime": "2020-03-02T00:00:00Z",
        },
        "link_state": "alive",
        "citations": [{"locator": "para. 4"}],
    },
}
BOOK = {
    "id": "s-7f3a9d00aaaa0002",
    "type": "book",
    "title": "The War",
    "author": [{"family": "Müller", "given": "Eva"}],
    "publisher": "A Press",
    "ISBN": "9780306406157",
    "issued": {"date-parts": [[1999]], "circa": True},
    "custom": {"archived": None, "citations": [{"locator": "p. 12"}, {"locator": "p. 40"}]},
}
PAPER = {
    "id": "s-00000000000000c3",
    "type": "article-journal",
    "title": "On losses",
    "author": [{"family": "Quill", "given": "Ada"}],
    "container-title": "Losses & Gains",
    "volume": "3",
    "issue": "2",
    "page": "10-12",
    "DOI": "10.1002/(sici)1<1::aid>3.0.co;2-2",
    "PMID": "123",
    "issued": {"date-parts": [[2020, 5]]},
    "status": "retracted",
}
RANGE = {"id": "s-4", "type": "webpage", "title": "R", "issued": {"date-parts": [[2019], [2021]]}}
ALL = [NEWS, BOOK, PAPER, RANGE, {**NEWS, "id": "s-5", "title": EVIL}]


def test_bibtex_as_it_is_written():
    assert bibtex([NEWS]) == (
        "@article{quill2020-7f3a9d,\n"
        "  author = {Quill, Ada and van der Berg, Jr., Bo and {Barnes and Noble, Inc}},\n"
        "  title = {War ends},\n"
        "  journaltitle = {The Paper},\n"
        "  date = {2020-03-01},\n"
        "  url = {https://paper.example/a?b=1&c=%7B2%7D%7C3},\n"
        "  urldate = {2026-11-24},\n"
        "  note = {para. 4; archived 2020-03-02: "
        "\\url{https://web.archive.org/web/20200302/https://paper.example/a}},\n"
        "}\n"
    )
    assert "date = {1999~}" in bibtex([BOOK])
    assert "note = {p. 12; p. 40; not archived}" in bibtex([BOOK])
    assert "pages = {10--12}" in bibtex([PAPER])
    assert "eprint = {123},\n  eprinttype = {pubmed}" in bibtex([PAPER])
    assert "date = {2019/2021}" in bibtex([RANGE])


def test_keys_are_stable_and_do_not_clash():
    whole = keys(ALL)
    assert len(set(whole)) == len(ALL)
    assert whole[:3] == ["quill2020-7f3a9d", "muller1999-7f3a9d", "quill2020-000000"]
    assert keys([PAPER]) == ["quill2020-000000"], "whatever else is in the list"
    twins = keys([NEWS, {**NEWS, "id": "s-7f3a9d00aaaa0009"}])
    assert twins == ["quill2020-7f3a9d", "quill2020-7f3a9d00aaaa0009"]
    assert keys([{"id": "s-9", "type": "webpage", "title": "日本"}]) == ["source-9"]


def test_ris_as_it_is_written():
    assert ris([PAPER]).split("\r\n") == [
        "TY  - JOUR", "ID  - s-00000000000000c3", "TI  - On losses", "AU  - Quill, Ada",
        "T2  - Losses & Gains", "PY  - 2020", "DA  - 2020/05//", "VL  - 3", "IS  - 2",
        "DO  - 10.1002/(sici)1<1::aid>3.0.co;2-2", "SP  - 10", "EP  - 12", "AN  - 123",
        "N1  - retracted", "ER  - ", "", "",
    ]  # fmt: skip


def test_wikipedia_as_it_is_written():
    assert wikipedia([NEWS]) == (
        "{{cite news |last1=Quill |first1=Ada |last2=van der Berg |first2=Bo, Jr."
        " |author3=Barnes and Noble, Inc |title=War ends |newspaper=The Paper |date=2020-03-01"
        " |at=para. 4 |url=https://paper.example/a?b=1&c=%7B2%7D%7C3 |access-date=2026-11-24"
        " |archive-url=https://web.archive.org/web/20200302/https://paper.example/a"
        " |archive-date=2020-03-02 |url-status=live}}\n"
    )
    dead = {**NEWS, "custom": {**NEWS["custom"], "link_state": "dead"}}
    assert "|url-status=dead}}" in wikipedia([dead])
    assert (
        "{{cite book |last1=Müller |first1=Eva |title=The War |publisher=A Press |date=c. 1999"
        in wikipedia([BOOK])
    )
    assert "|journal=Losses &amp; Gains" in wikipedia([PAPER])
    assert "|date=May 2020 |pages=10–12" in wikipedia([PAPER])
    assert "|date=2019–2021" in wikipedia([RANGE])


def test_a_hostile_title_is_text_in_every_format():
    evil = [{"id": "s-1", "type": "webpage", "title": EVIL, "URL": "https://c.example/"}]
    template = wikipedia(evil)
    assert template.count("{{") == template.count("}}") == template.count("|url=") == 1
    assert not re.search(r"\[\[|'''|~~~|__NOTOC__|<script", template)
    assert unescape(template[template.index("title=") + 6 : template.index(" |url=")]) == EVIL
    title = re.search(r"title = \{(.*)\},", bibtex(evil))[1]
    assert title.count("{") == title.count("}")
    assert "\\end" not in title
    assert len(ris(evil).strip().split("\r\n")) == 5
    (html,) = reference_list(evil, Style.NOTE, Markup.HTML)
    assert "<script" not in html
    assert EVIL in fragment_fromstring(html, create_parent="p").text_content()
    (text,) = reference_list(evil, Style.NOTE, Markup.TEXT)
    assert EVIL in text
    (markdown,) = reference_list(evil, Style.NOTE, Markup.MARKDOWN)
    assert "\\<script\\>" in markdown
    assert "a\\_b" in markdown


def test_the_three_styles():
    note = reference_list(ALL[:3], Style.NOTE, Markup.TEXT)
    assert note[0] == (
        "Ada Quill, Bo van der Berg Jr. and Barnes and Noble, Inc, ‘War ends’, The Paper, 1 March 2020,"
        " para. 4, https://paper.example/a?b=1&c={2}|3 (accessed 24 November 2026;"
        " archived at https://web.archive.org/web/20200302/https://paper.example/a)."
    )
    assert note[1] == (
        "Eva Müller, The War, A Press, c. 1999, p. 12; p. 40, ISBN 9780306406157 (not archived)."
    )
    assert note[2].endswith(
        "pp. 10–12, https://doi.org/10.1002/(sici)1<1::aid>3.0.co;2-2 [RETRACTED]."
    )
    numeric = reference_list(ALL, Style.NUMERIC, Markup.TEXT)
    assert [one.split(" ")[0] for one in numeric] == ["[1]", "[2]", "[3]", "[4]", "[5]"]
    twins = [PAPER, {**PAPER, "id": "s-0b", "title": "After"}]
    by_year = reference_list([BOOK, *twins], Style.AUTHOR_DATE, Markup.HTML)
    assert [re.match(r"[^)]+\)", one)[0] for one in by_year] == [
        "Müller, E. (c. 1999)",
        "Quill, A. (2020a)",
        "Quill, A. (2020b)",
    ]
    assert "<i>The War</i>" in by_year[0]


@pytest.mark.parametrize("style", Style)
def test_our_styles_are_csl(style):
    path = Path(__file__).resolve().parents[2] / f"claims/export/styles/{style.value}.csl"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert CitationStylesStyle(str(path), validate=True).has_bibliography()
    assert reference_list([], style, Markup.TEXT) == []


@given(
    st.dictionaries(
        st.sampled_from(["title", "publisher", "container-title", "volume", "page", "DOI", "URL"]),
        st.text(min_size=1, max_size=40),
    )
)
def test_whatever_stands_in_a_field_stays_in_it(said):
    item = {"id": "s-1", "type": "article-journal", **said}
    written = bibtex([item])
    assert written.count("{") == written.count("}")
    assert len(re.findall(r"^@", written, re.MULTILINE)) == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", one) for one in ris([item]).split("\r\n")[:-2])
    template = wikipedia([item]).removesuffix("\n")
    assert template.startswith("{{")
    assert template.endswith("}}")
    assert not re.search(r"[{}\[\]\n]", template[2:-2])


@given(st.text(min_size=1, max_size=60))
def test_no_title_becomes_markup_in_html(title):
    item = {"id": "s-1", "type": "webpage", "title": title}
    (html,) = reference_list([item], Style.NUMERIC, Markup.HTML)
    assert [e.tag for e in fragment_fromstring(html, create_parent="p").iter()] == ["p"]


def test_a_thousand_references_are_set_in_seconds():
    many = [{**ALL[n % len(ALL)], "id": f"s-{n:05}"} for n in range(1000)]
    started = time.process_time()
    assert len(reference_list(many, Style.AUTHOR_DATE, Markup.HTML)) == 1000
    assert time.process_time() - started < allowed(6)


def test_other_readers_read_what_we_write():
    pybtex = pytest.importorskip("pybtex.database")
    rispy = pytest.importorskip("rispy")
    read = pybtex.parse_string(bibtex(ALL), "bibtex")
    assert list(read.entries) == keys(ALL)
    people = read.entries[keys(ALL)[0]].persons["author"]
    assert [str(p) for p in people] == [
        "Quill, Ada",
        "van der Berg, Jr., Bo",
        "{Barnes and Noble, Inc}",
    ]
    assert (people[1].prelast_names, people[1].last_names) == (["van", "der"], ["Berg"])
    listed = rispy.loads(ris(ALL))
    assert [one["type_of_reference"] for one in listed] == ["NEWS", "BOOK", "JOUR", "ELEC", "NEWS"]
    assert listed[0]["authors"][1] == "van der Berg, Bo, Jr."
    assert listed[4]["title"] == EVIL
