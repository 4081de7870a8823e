"""Crossref's records to notices: retractions, corrections, concerns; what is no answer is not measured."""

import json

import pytest

from claims.health.notices import Told, doi_of, normal_doi, read, request
from claims.model.candidate import SearchOutcome
from claims.model.health import NoticeKind
from claims.sources.provider import Answer

DOI = "10.1000/losses.1"


def record(**work):
    message = {"DOI": DOI.upper(), "title": ["Losses"], **work}
    return Answer(200, json.dumps({"status": "ok", "message": message}).encode())


def update(kind, **more):
    dated = {"date-time": "2026-05-01T00:00:00Z", "date-parts": [[2026, 5, 1]]}
    return {"DOI": "10.1000/notice", "type": kind, "updated": dated, **more}


def test_a_work_without_notices():
    assert read(record(), DOI) == (SearchOutcome.NOTHING_FOUND, None, ())


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("retraction", "retraction"), ("partial_retraction", "retraction"),
        ("withdrawal", "retraction"), ("removal", "retraction"),
        ("expression_of_concern", "concern"), ("expression-of-concern", "concern"),
        ("correction", "correction"), ("corrigendum", "correction"), ("erratum", "correction"),
        ("addendum", "correction"), ("clarification", "correction"),
        ("new_version", "new_version"), ("new_edition", "new_version"),
        ("something new", "correction"),
    ],
)  # fmt: skip
def test_what_publishers_call_updates(said, kind):
    outcome, _, (told,) = read(record(**{"updated-by": [update(said)]}), DOI)
    assert outcome is SearchOutcome.FOUND
    assert (told.kind.value, told.notice_doi, told.dated) == (kind, "10.1000/notice", "2026-05-01")


def test_who_made_it_known_is_told():
    _, _, (told,) = read(
        record(**{"updated-by": [update("retraction", source="retraction-watch")]}), DOI
    )
    assert told == Told(
        NoticeKind.RETRACTION, "retraction", "10.1000/notice", "retraction-watch", "2026-05-01"
    )


def test_the_same_notice_twice_is_one():
    assert len(read(record(**{"updated-by": [update("retraction")] * 3}), DOI)[2]) == 1


def test_a_notice_cited_as_if_it_were_the_work():
    _, _, (told,) = read(record(**{"update-to": [update("retraction")]}), DOI)
    assert told.kind is NoticeKind.NOTICE_ITSELF


@pytest.mark.parametrize(
    "title", ["RETRACTED: Losses", "Retracted Article: Losses", "WITHDRAWN: x"]
)
def test_a_marked_title_is_a_retraction(title):
    _, _, (told,) = read(record(title=[title]), DOI)
    assert told.kind is NoticeKind.RETRACTION
    assert len(read(record(title=[title], **{"updated-by": [update("retraction")]}), DOI)[2]) == 1


@pytest.mark.parametrize("title", ["Retracted claims: a study", "On retraction", [], None, [7]])
def test_other_titles_are_none(title):
    assert read(record(title=title if isinstance(title, list) else [title]), DOI)[2] == ()


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(404, b"Resource not found."), "not_measured"),
        (Answer(429, b""), "throttled"),
        (Answer(503, b""), "throttled"),
        (Answer(403, b""), "refused"),
        (Answer(500, b"{}"), "failed"),
        (Answer(200, b"<html>"), "failed"),
        (Answer(200, b"[]"), "failed"),
        (Answer(200, b'{"status": "ok", "message": 7}'), "failed"),
        (Answer(200, b'{"status": "ok", "message": {"DOI": "10.1000/another"}}'), "failed"),
    ],
)
def test_what_is_no_answer(answer, outcome):
    found, detail, told = read(answer, DOI)
    assert (found.value, told) == (outcome, ())
    assert detail


@pytest.mark.parametrize(
    "odd",
    [7, "x", None, {}, {"type": 7}, {"type": "retraction", "updated": {"date-parts": [[None]]}},
     {"type": "retraction", "DOI": "javascript:alert(1)", "updated": {"date-parts": "soon"}}],
)  # fmt: skip
def test_odd_updates_break_nothing(odd):
    _, _, told = read(record(**{"updated-by": [odd], "update-to": "x"}), DOI)
    assert all(one.notice_doi is None and one.dated is None for one in told)


def test_dates_out_of_parts():
    parts = {"type": "retraction", "updated": {"date-parts": [[2026, 5]]}}
    assert read(record(**{"updated-by": [parts]}), DOI)[2][0].dated == "2026-05"


@pytest.mark.parametrize(
    ("given", "doi"),
    [
        ("10.1000/ABC", "10.1000/abc"), ("doi:10.1000/a", "10.1000/a"),
        ("https://doi.org/10.1000/a(b)c", "10.1000/a(b)c"), ("http://dx.doi.org/10.1000/a", "10.1000/a"),
        ("https://doi.org/10.1000%2Fa", "10.1000/a"), ("10.1000/a.", "10.1000/a"),
        ("", None), (None, None), ("11.1/x", None), ("10.1000/", None), ("10.1000/a b", None),
        ("10.1000/a\nb", None), ("10.1000/a\x00", None),
    ],
)  # fmt: skip
def test_one_form_of_a_doi(given, doi):
    assert normal_doi(given) == doi


def test_the_doi_of_a_page():
    assert doi_of("https://pub.example/a", "10.1000/A") == "10.1000/a"
    assert doi_of("https://pub.example/10.1000/a", None) is None
    assert doi_of("https://[x", None) is None
    assert request("10.1000/a/b").url.endswith("/10.1000%2Fa%2Fb")
