import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model.candidate import SearchOutcome
from claims.sources.mediawiki import MediaWiki
from claims.sources.provider import Answer, Hit
from claims.sources.question import Question

WIKI = MediaWiki("https://wiki.example/w/api.php")
ASKED = Question("", (), (), queries=("Kabul 2018",))


def read(body, status=200):
    (ask,) = WIKI.plan(ASKED, top=4).asks
    return WIKI.read(ask, [Answer(status, body)])


def page(title, index, url="https://wiki.example/wiki/A"):
    return {"pageid": index, "ns": 0, "title": title, "index": index, "fullurl": url}


REPLIES = [
    ("two pages, in the order of their index and not of the list",
     {"batchcomplete": True, "query": {"pages": [page("B", 2), page("A", 1)]}},
     SearchOutcome.FOUND, ["A", "B"]),
    ("nothing matches: a completion mark alone", {"batchcomplete": True},
     SearchOutcome.NOTHING_FOUND, []),
    ("the canonical address wins over the one asked through",
     {"query": {"pages": [{**page("A", 1), "canonicalurl": "https://c.example/A"}]}},
     SearchOutcome.FOUND, ["A"]),
    ("too much lag is an error within HTTP 200",
     {"error": {"code": "maxlag", "info": "Waiting for 10.64.48.35: 6 seconds lagged"}},
     SearchOutcome.THROTTLED, []),
    ("asked too often", {"error": {"code": "ratelimited", "info": "slow down"}},
     SearchOutcome.THROTTLED, []),
    ("another error", {"error": {"code": "badvalue", "info": "no"}}, SearchOutcome.FAILED, []),
    ("an error of a strange shape", {"error": "no"}, SearchOutcome.FAILED, []),
    ("neither pages nor a mark: a cut or foreign reply", {"hello": 1}, SearchOutcome.FAILED, []),
    ("pages that are no list", {"query": {"pages": {"1": page("A", 1)}}}, SearchOutcome.FAILED, []),
    ("pages of which none can be read are no proof that there is none: no object, no address, a script",
     {"query": {"pages": [7, {"title": "x"}, page("J", 1, "javascript:alert(1)")]}},
     SearchOutcome.FAILED, []),
    ("a title with a script in it, and the revision", {"query": {"pages": [page("<script>x</script>A", 1)]}},
     SearchOutcome.FOUND, ["xA"]),
    ("a title that is no text", {"query": {"pages": [{**page(7, 1)}]}},
     SearchOutcome.FOUND, [None]),
    ("a lone surrogate, which no store could take", {"query": {"pages": [page("A\ud800", 1)]}},
     SearchOutcome.FOUND, ["A\N{REPLACEMENT CHARACTER}"]),
    ("an index that is no number", {"query": {"pages": [{**page("A", 1), "index": "x"}]}},
     SearchOutcome.FOUND, ["A"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "answer", "outcome", "titles"), REPLIES)
def test_replies(why, answer, outcome, titles):
    reply = read(json.dumps(answer).encode())
    assert reply.outcome is outcome, why
    assert [hit.title for hit in reply.hits] == titles, why
    assert bool(reply.detail) is (outcome not in {SearchOutcome.FOUND, SearchOutcome.NOTHING_FOUND})


def test_the_canonical_address_is_the_candidate():
    answer = {"query": {"pages": [{**page("A", 1), "canonicalurl": "https://c.example/A"}]}}
    assert read(json.dumps(answer).encode()).hits == (Hit("https://c.example/A", "A", None),)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_body_makes_it_raise(body):
    assert read(body).outcome in SearchOutcome


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b"3", b'{"batchcompl', b"[" * 200_000]
)
def test_what_is_no_json_object_has_failed(body):
    assert read(body).outcome is SearchOutcome.FAILED


def test_the_request_asks_the_text_and_says_how_patient_it_is():
    params = WIKI.plan(ASKED, top=4).asks[0].request.params
    assert params["gsrwhat"] == "text"
    assert params["gsrsearch"] == "Kabul 2018"
    assert params["gsrlimit"] == "4"
    assert params["maxlag"] == "5"
