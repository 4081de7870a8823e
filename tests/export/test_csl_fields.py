"""Bylines and dates as CSL has them, and whole references against the schema."""

from pathlib import Path

import pytest
import yaml
from builders import NOW
from csl_schema import problems
from hypothesis import given
from hypothesis import strategies as st

from claims.export.csl_date import csl_date
from claims.export.person_names import names
from claims.export.reference import reference

TABLES = Path(__file__).resolve().parents[1] / "tables"
NAMES = yaml.safe_load((TABLES / "person_names.yaml").read_text(encoding="utf-8"))
LETTERS = {
    "F": "family",
    "G": "given",
    "P": "non-dropping-particle",
    "D": "dropping-particle",
    "S": "suffix",
    "L": "literal",
}
PAGE = {
    "id": "s-1",
    "url": "https://paper.example/a",
    "title": "Accounts",
    "author": "By Ada Quill and Ben Loe",
    "publisher": "The Paper",
    "published": "2020-03",
    "doi": None,
    "kinds": ["NewsArticle"],
    "media_type": "text/html",
    "warc_date": NOW,
    "payload_digest": "sha256:1",
    "text_digest": "sha256:2",
}
CITED = {
    "id": "n-1",
    "held": "copy",
    "role": "supports",
    "exact": "He won.",
    "fragment": ":~:text=He%20won",
    "locator": None,
    "standing": None,
    "identifier": None,
    "accessed": NOW[:10],
}
WORK = {"type": "article-journal", "title": "On accounts", "container-title": "J", "DOI": "10.1/a"}


@pytest.mark.parametrize(("byline", "wanted"), NAMES, ids=[str(row[0]) for row in NAMES])
def test_persons_are_taken_apart_only_where_that_is_sure(byline, wanted):
    assert names(byline) == [{LETTERS[k]: v for k, v in one.items()} for one in wanted]


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2021-08-31", {"date-parts": [[2021, 8, 31]]}),
        ("2021-08-31T10:00:00Z", {"date-parts": [[2021, 8, 31]]}),
        ("2021-08-31T10:00:00.5+02:00", {"date-parts": [[2021, 8, 31]]}),
        ("2021-08", {"date-parts": [[2021, 8]]}),
        ("2021", {"date-parts": [[2021]]}),
        ("2021-22", {"date-parts": [[2021]], "season": 2}),
        ("2021?", {"date-parts": [[2021]], "circa": True}),
        ("2021-08~", {"date-parts": [[2021, 8]], "circa": True}),
        ("2019/2021", {"date-parts": [[2019], [2021]]}),
        ("2019-05-01/2019-05-03", {"date-parts": [[2019, 5, 1], [2019, 5, 3]]}),
        ("2019~/2021", {"date-parts": [[2019], [2021]], "circa": True}),
        ("2019/..", {"literal": "since 2019"}),
        ("../2019-05", {"literal": "until 2019-05"}),
        ("197X", {"literal": "1970s"}),
        ("19XX", {"literal": "1900s"}),
        ("0000", {"date-parts": [[0]]}),
        ("2021-02-30", None),
        ("2021-13", None),
        ("2021-08-31x", None),
        ("spring", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_says_no_more_than_is_known(edtf, wanted):
    assert csl_date(edtf) == wanted


def test_the_page_tells_what_no_registry_does_and_each_field_its_source():
    item = reference(PAGE, [CITED])
    assert problems(item) == []
    assert item["type"] == "article-newspaper"
    assert item["author"] == [
        {"family": "Quill", "given": "Ada"},
        {"family": "Loe", "given": "Ben"},
    ]
    assert item["custom"]["from"] == {
        "URL": "copy",
        "accessed": "copy",
        "author": "page",
        "container-title": "page",
        "issued": "page",
        "title": "page",
        "type": "page",
    }
    assert item["custom"]["citations"][0]["quote"] == "He won."
    assert item["custom"]["archived"]["payload_digest"] == "sha256:1"


def test_a_registry_is_believed_before_the_page_and_two_are_not_mixed():
    works = [
        {"service": "datacite", "item": {"title": "Other", "volume": "9"}},
        {"service": "crossref", "item": WORK},
    ]
    item = reference(PAGE, [CITED], works)
    assert problems(item) == []
    assert (item["title"], item["container-title"], "volume" in item) == ("On accounts", "J", False)
    assert item["custom"]["from"]["title"] == "crossref"
    assert item["custom"]["from"]["author"] == "page"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"kinds": []}, "webpage"),
        ({"kinds": ["BlogPosting"]}, "post-weblog"),
        ({"kinds": ["ScholarlyArticle"]}, "article-journal"),
        ({"kinds": ["Report"]}, "report"),
        ({"kinds": [], "media_type": "application/pdf"}, "document"),
    ],
)
def test_what_a_page_calls_itself_is_its_type(change, kind):
    assert reference({**PAGE, **change}, [CITED])["type"] == kind


@pytest.mark.parametrize(
    ("identifier", "field", "value"),
    [
        ("doi:10.1000/182", "DOI", "10.1000/182"),
        ("isbn:9780306406157", "ISBN", "9780306406157"),
        ("pmid:123", "PMID", "123"),
        ("pmcid:PMC123", "PMCID", "PMC123"),
        ("arxiv:2101.00001v2", "number", "arXiv:2101.00001v2"),
    ],
)
def test_what_it_was_cited_by_is_in_it(identifier, field, value):
    item = reference(PAGE, [{**CITED, "identifier": identifier}])
    assert (item[field], item["custom"]["from"][field]) == (value, "person")
    assert problems(item) == []


@given(
    st.dictionaries(
        st.sampled_from(["title", "author", "publisher", "published", "doi"]), st.text() | st.none()
    )
)
def test_whatever_a_page_says_the_reference_is_sound(said):
    assert problems(reference({**PAGE, **said}, [CITED])) == []


@given(st.text(max_size=120))
def test_no_name_is_empty(byline):
    for name in names(byline):
        assert name.get("literal") or name.get("family")
