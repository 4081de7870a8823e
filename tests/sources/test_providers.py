"""Every provider against its saved replies, and against what no reply should be."""

import copy
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from patience import allowed

from claims.model.candidate import SearchOutcome
from claims.model.settings import SECRETS, Settings
from claims.sources.catalogue import catalogue
from claims.sources.claimreview import index_of, reviews_in
from claims.sources.directory import CLAIMREVIEW, LIBRARY, NAMES, ROWS, Desk, made
from claims.sources.provider import Answer
from claims.sources.question import question

SHIPPED = Path(__file__).resolve().parents[2] / "claims/sources"
REPLIES = Path(__file__).parent / "replies"
KEY = "k3y-0f-the-desk"
SORTS = ("found", "empty", "throttled", "error", "truncated", "malformed", "hostile")
USUAL = {
    "found": "found", "empty": "nothing_found", "throttled": "throttled", "error": "failed",
    "truncated": "failed", "malformed": "failed", "hostile": "failed",
}  # fmt: skip
ASKED = tuple(name for name in NAMES if name != LIBRARY)
CATALOGUE = catalogue(
    (SHIPPED / "indicators.csv").read_text(encoding="utf-8"),
    (SHIPPED / "economies.csv").read_text(encoding="utf-8"),
)


def saved(name):
    return yaml.safe_load((REPLIES / f"{name}.yaml").read_text(encoding="utf-8"))


SAVED = {name: saved(name) for name in ASKED}
CASES = [
    pytest.param(name, sort, case, id=f"{name}-{sort}-{number}")
    for name, held in SAVED.items()
    for sort in SORTS
    if isinstance(held[sort], list)
    for number, case in enumerate(held[sort])
]


def the_question(name):
    asked = dict(SAVED[name]["question"])
    asked["dates"] = tuple(asked.get("dates", ()))
    return question(asked.pop("text"), **asked)


def provider_of(name):
    keys = dict.fromkeys(SECRETS, KEY)
    return made(
        name, Desk(replace(Settings(), **keys, **SAVED[name].get("settings", {})), CATALOGUE)
    )


def read(name, answers):
    """The replies to the answers, one after another, as a run would ask for them."""
    if name == CLAIMREVIEW:
        hits, _ = reviews_in(answers[0].body)
        return [index_of(hits).search(the_question(name), top=5)]
    provider = provider_of(name)
    ask = provider.plan(the_question(name), top=5).asks[0]
    return [provider.read(ask, answers[: n + 1]) for n in range(len(answers))]


def answers_of(case):
    return [Answer(a.get("status", 200), a["body"].encode()) for a in case["answers"]]


@pytest.mark.parametrize(("name", "sort", "case"), CASES)
def test_saved_replies(name, sort, case):
    *steps, reply = read(name, answers_of(case))
    assert all(step.follow for step in steps)
    assert reply.follow is None
    assert reply.outcome.value == case.get("outcome", USUAL[sort]), reply.detail
    assert [
        seen(hit, wanted) for hit, wanted in zip(reply.hits, case.get("hits", ()), strict=True)
    ] == [dict(wanted) for wanted in case.get("hits", ())]
    if reply.outcome not in {SearchOutcome.FOUND, SearchOutcome.NOTHING_FOUND}:
        assert reply.detail
    if "detail" in case:
        assert reply.detail == case["detail"]


def seen(hit, wanted):
    """The hit's fields that the table names; notes, publication and page must always be named."""
    shown = {name: getattr(hit, name) for name in wanted}
    usual = {"notes": (), "published": None, "page": True}
    shown |= {n: getattr(hit, n) for n, v in usual.items() if getattr(hit, n) != v}
    return {n: list(v) if isinstance(v, tuple) else v for n, v in shown.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_provider_is_one_file_one_saved_reply_and_one_row(name):
    assert (SHIPPED / f"{name}.py").is_file()
    row = ROWS[name]
    assert row.card.name == name
    assert row.card.good_for
    assert row.limit
    assert row.routes
    if name == LIBRARY:
        return  # searched in the database: there is no reply
    assert set(SORTS) <= SAVED[name].keys()
    for sort in SORTS:
        held = SAVED[name][sort]
        assert held if row.make else (held or sort == "throttled")
        assert row.make is None or isinstance(held, list)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_for_people_names_it_with_its_setting(name):
    page = (SHIPPED.parents[1] / "docs/providers.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith(f"| `{name}`")]
    needs = ROWS[name].card.needs
    assert needs is None or f"`{needs}`" in line


def test_there_is_no_saved_reply_without_a_row():
    assert {path.stem for path in REPLIES.iterdir()} == set(ASKED)


def variations(value):
    """The value with each of its parts, one at a time, replaced by something of a wrong type."""
    wrong = (None, 7, -1.5, True, "<script>x</script>", "", [], {}, [[]], "\ud800", "9" * 50)
    for path in list(paths(value)):
        for odd in wrong:
            yield put(value, path, odd)


def paths(value, before=()):
    yield before
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value if isinstance(value, list) else ())
    )
    for key, part in inner:
        yield from paths(part, (*before, key))


def put(value, path, odd):
    if not path:
        return odd
    changed = copy.copy(value)
    changed[path[0]] = put(value[path[0]], path[1:], odd)
    return changed


@pytest.mark.parametrize("name", [n for n in ASKED if n != "zim"])
def test_wrong_types_anywhere_never_raise_and_never_show_markup(name):
    for case in SAVED[name]["found"][:1]:
        answers = answers_of(case)
        for place, answer in enumerate(answers):
            for odd in variations(json.loads(answer.body)):
                given = [
                    *answers[:place],
                    Answer(200, json.dumps(odd).encode()),
                    *answers[place + 1 :],
                ]
                for reply in read(name, given[: place + 1]):
                    check(reply)


def check(reply):
    assert reply.outcome in SearchOutcome
    for hit in reply.hits:
        assert hit.url.startswith(("https://", "http://"))
        for text in (hit.title, hit.snippet, hit.text, *hit.notes):
            assert text is None or "<script" not in text
            assert text is None or text.encode()


@pytest.mark.parametrize("name", ASKED)
def test_a_reply_cut_anywhere_is_never_read_as_nothing_found(name):
    body = answers_of(SAVED[name]["found"][0])[0].body.strip()
    for cut in range(1, len(body) - 1, max(1, len(body) // 60)):
        reply = read(name, [Answer(200, body[:cut])])[0]
        assert reply.outcome not in {SearchOutcome.FOUND, SearchOutcome.NOTHING_FOUND}, body[:cut]


NO_REPLY = [b"", b"\x00\xff" * 50, b"[" * 1_000_000, b'{"a":' * 1_000_000, b"<a>" * 300_000,
            b'"' + b"x" * 1_000_000 + b'"', b"null", b"1e999", b"9" * 5000, b"\xef\xbb\xbf{}"]  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_what_is_no_reply_neither_raises_nor_takes_long(name):
    began = time.process_time()
    for body in NO_REPLY:
        for status in (200, 400, 404, 500):
            for reply in read(name, [Answer(status, body)]):
                check(reply)
                assert not reply.hits
    assert time.process_time() - began < allowed(10)


@pytest.mark.parametrize("name", [n for n in ASKED if ROWS[n].make])
@pytest.mark.parametrize(
    ("status", "outcome"),
    [(401, "refused"), (403, "refused"), (429, "throttled"), (503, "throttled"), (500, "failed")],
)
def test_a_status_is_never_an_answer(name, status, outcome):
    good = answers_of(SAVED[name]["found"][0])[0].body
    for body in (b"", b"<html>no</html>", good):
        assert read(name, [Answer(status, body)])[0].outcome.value == outcome


@pytest.mark.parametrize("name", [n for n in ASKED if ROWS[n].make])
def test_keys_are_in_secrets_alone(name):
    provider = provider_of(name)
    assert KEY not in repr(provider)
    for ask in provider.plan(the_question(name), top=5).asks:
        assert KEY not in repr(ask)
        assert KEY not in ask.request.url
        sent = [*ask.request.params.values(), *ask.request.headers.values()]
        assert KEY not in "".join(map(str, sent))
        assert (KEY in [s.reveal() for s in sent if not isinstance(s, str)]) is (
            ROWS[name].card.needs in SECRETS
        )


@pytest.mark.parametrize("name", [n for n in ASKED if ROWS[n].make])
def test_a_plan_goes_from_narrow_to_wide_or_says_why_there_is_none(name):
    provider = provider_of(name)
    plan = provider.plan(the_question(name), top=5)
    assert plan.asks
    assert plan.why_not is None
    assert len({ask.query for ask in plan.asks}) == len(plan.asks)
    nothing = provider.plan(question(""), top=5)
    assert (nothing.asks, bool(nothing.why_not)) == ((), True)
