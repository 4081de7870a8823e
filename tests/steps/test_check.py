"""Cited pages looked at again through the whole step: archived, stored, told once, never twice at once."""

from dataclasses import replace

import httpx
import pytest
from builders import a_claim, a_document, a_snapshot
from watched import (
    QUOTE,
    STORY,
    URL,
    checked,
    cited,
    desk,
    fresh,
    html,
    nobody,
    page,
    states,
)

from claims.model.citation import CitationRole, LinkState
from claims.steps.citation_standing import standing_of
from claims.steps.cite import Cited, cite
from claims.steps.kept_text import keep_text
from claims.steps.looks import link_of, present
from claims.steps.tell_health import watch
from claims.steps.verify import verify
from claims.steps.web_session import WebSession
from db import health, rows


def kinds(told):
    return [tiding["kind"] for row in told.rows for tiding in row["tidings"]]


def test_the_first_look_is_due_at_once_and_the_second_in_a_week(at_desk, world):
    citation = cited(at_desk, world)
    done, told = checked(at_desk)
    assert states(at_desk, citation) == [("alive", "present")]
    assert (len(done.pages), told.ends_with_part, kinds(told)) == (1, False, [])
    done, told = checked(at_desk)
    assert (done.pages, told.rows, told.ends_with_part) == ([], (), False)
    world.later(days=8)
    done, _ = checked(at_desk)
    assert len(done.pages) == 1
    done, told = checked(at_desk, [citation], due_only=False)  # this second has a look already
    assert (len(done.pages), len(told.rows), "Nothing was due" in told.text) == (1, 1, False)
    assert len(states(at_desk, citation)) == 2
    world.later(minutes=1)
    done, _ = checked(at_desk, due_only=False)
    assert len(done.pages) == 1
    assert dict(verify_counts(at_desk))


@pytest.mark.parametrize("host", ["xn--", "xn--a", "xn--i-7iq.ws", "[::1"])
def test_a_page_that_leads_to_no_host_stops_no_check(at_desk, world, host):
    citation, other = cited(at_desk, world), cited(at_desk, world, url=URL + "-2")
    world.answers[URL] = fresh(html("", 302, Location=f"http://{host}/"))
    done, _ = checked(at_desk)
    assert len(done.pages) == 2
    assert states(at_desk, other) == [("alive", "present")]
    assert states(at_desk, citation)[0][1] == "unmeasured"


def test_a_clock_that_ran_years_ahead_once_blinds_nobody(at_desk, world):
    citation = cited(at_desk, world)
    checked(at_desk)
    world.later(days=3650)
    checked(at_desk)
    world.later(days=-3640)
    world.answers[URL] = fresh(html(page(STORY.replace("15,051", "13,833"))))
    assert watch(at_desk)["next due"] == at_desk.now()
    done, told = checked(at_desk)
    assert (len(done.pages), kinds(told)) == (1, ["passage_altered"])
    assert states(at_desk, citation)[-1] == ("alive", "altered")
    assert watch(at_desk)["last look"] == at_desk.now()


def verify_counts(edges):
    counts = {}
    list(verify(edges, counts))
    return counts


def test_a_page_that_did_not_change_is_a_revisit_in_the_archive(at_desk, world):
    citation = cited(at_desk, world)
    checked(at_desk)
    found = rows.select(
        at_desk.database, "captures", where="snapshot = ?", values=[citation["snapshot"]]
    )
    assert [one["warc_type"] for one in found] == ["response", "revisit"]
    (look,) = health.looks_at(at_desk.database, URL)
    assert look["snapshot"] == citation["snapshot"]


@pytest.mark.parametrize(
    ("answer", "states_now", "told_now"),
    [
        (html(page(more="<footer>Printed 7 times</footer><aside>Advert</aside>")), ("alive", "present"), []),
        (html(STORY.replace("15,051", "13,833")), ("alive", "altered"), ["passage_altered"]),
        (html(STORY.replace("died", "did not die")), ("alive", "altered"), ["passage_altered"]),
        (html("The council met on Monday. " * 20), ("alive", "gone"), ["passage_gone"]),
        (html("no", 404), ("dying", "unmeasured"), []),
        (html("no", 410), ("dying", "unmeasured"), []),
        (html(page("Sorry.", "Page not found")), ("soft_404", "unmeasured"), []),
        (html(b"<title>x</title><p>This domain is for sale. Buy it."), ("parked", "unmeasured"), []),
        (html("no", 402), ("paywalled", "unmeasured"), ["link_paywalled"]),
        (html("no", 403), ("blocked", "unmeasured"), []),
        (html("no", 500), ("unreachable", "unmeasured"), []),
        (html("no", 429, Retry_After="60"), ("unreachable", "unmeasured"), []),
        (httpx.ReadTimeout("silent"), ("unreachable", "unmeasured"), []),
        (httpx.ConnectError("refused"), ("unreachable", "unmeasured"), []),
        (html(b"\x00\x01\x02" * 50, Content_Type="image/png"), ("alive", "unmeasured"), []),
    ],
)  # fmt: skip
def test_what_a_second_look_finds(at_desk, world, answer, states_now, told_now):
    citation = cited(at_desk, world)
    checked(at_desk)
    world.later(days=8)
    world.answers[URL] = answer if isinstance(answer, Exception) else fresh(answer)
    _, told = checked(at_desk)
    assert states(at_desk, citation)[-1] == states_now
    assert kinds(told) == told_now
    assert told.ends_with_part is bool(set(told_now) - {"link_paywalled"})
    assert rows.get(at_desk.database, "citations", citation["id"]) == citation


def test_robots_that_forbid_it_are_heeded(at_desk, world):
    citation = cited(at_desk, world)
    rules = httpx.Response(200, text="User-agent: *\nDisallow: /2021/")
    world.answers["https://reader.example/robots.txt"] = lambda _: rules
    checked(at_desk)
    assert states(at_desk, citation) == [("robots", "unmeasured")]


def test_a_page_removed_for_good_is_dead_after_three_strikes_and_alive_at_once(at_desk, world):
    citation = cited(at_desk, world)
    checked(at_desk)
    world.answers[URL] = fresh(html("no", 404))
    told_on = {}
    for day in range(1, 31):
        world.later(days=1)
        _, told = checked(at_desk)
        if told.ends_with_part:
            told_on[day] = kinds(told)
    assert list(told_on.values()) == [["link_dead"]]
    assert 12 < min(told_on) < 18
    standing = standing_of(at_desk, citation)
    assert standing.stand.link.state is LinkState.DEAD
    assert not standing.fitness.fit
    world.later(days=35)
    world.answers[URL] = fresh(html())
    _, told = checked(at_desk)
    assert kinds(told) == ["link_back"]
    assert present(at_desk.database, citation).link.state is LinkState.ALIVE


def test_what_is_not_there_is_asked_for_twice(at_desk, world):
    citation = cited(at_desk, world)
    for second, state in (
        (html(), "alive"),
        (html("no", 404), "dying"),
        (html("no", 500), "dying"),
    ):
        world.later(days=40)
        world.answers[URL] = [fresh(html("no", 404)), fresh(second)]
        before = len(world.asked)
        checked(at_desk)
        assert states(at_desk, citation)[-1][0] == state
        assert len(world.asked) == before + 2


def test_words_that_are_gone_are_looked_for_twice(at_desk, world):
    citation = cited(at_desk, world)
    without = html("The council met on Monday. " * 20)
    for second, state in ((html(), "present"), (html("no", 500), "gone"), (without, "gone")):
        world.later(days=40)
        world.answers[URL] = [fresh(without), fresh(second)]
        before = len(world.asked)
        checked(at_desk)
        assert states(at_desk, citation)[-1] == ("alive", state)
        assert len(world.asked) == before + (1 if second is without else 2)


def test_a_server_that_asks_to_wait_is_left_alone(at_desk, world):
    citation = cited(at_desk, world)
    checked(at_desk)
    world.later(days=8)
    world.answers[URL] = fresh(html("no", 503, Retry_After="432000"))
    checked(at_desk)
    assert standing_of(at_desk, citation).next_look == "2026-12-07T09:00:00Z"
    world.later(days=4)
    assert checked(at_desk)[0].pages == []
    world.later(days=1)
    assert checked(at_desk)[0].pages == [URL]


def test_a_lost_name_counts_only_while_the_world_can_be_reached(edges, world):
    at_desk = desk(edges, world)
    settings = replace(at_desk.settings, wayback="https://witness.example/cdx", memento="")
    at_desk = replace(at_desk, settings=settings)
    citation = cited(at_desk, world)
    world.later(days=8)
    world.answers[URL] = nobody()
    world.answers["https://witness.example/robots.txt"] = nobody("witness.example")
    checked(at_desk)
    assert states(at_desk, citation)[-1][0] == "unreachable"
    (look,) = health.looks_at(at_desk.database, URL)
    assert "may be off the net" in look["detail"]
    world.later(days=8)
    world.answers["https://witness.example/robots.txt"] = lambda _: httpx.Response(404)
    checked(at_desk)
    assert states(at_desk, citation)[-1][0] == "dying"


def test_a_name_server_that_fails_is_no_strike(at_desk, world):
    citation = cited(at_desk, world)
    world.answers[URL] = nobody(error="[Errno -3] Temporary failure in name resolution")
    checked(at_desk)
    assert states(at_desk, citation) == [("unreachable", "unmeasured")]


@pytest.mark.parametrize(
    ("status", "to", "body", "states_now"),
    [
        (301, "https://other.example/losses", page(), ("moved", "present")),
        (308, "https://other.example/losses", page(), ("moved", "present")),
        (302, "https://other.example/losses", page(), ("alive", "present")),
        (
            301,
            "https://other.example/losses",
            page(STORY.replace("15,051", "9")),
            ("moved", "altered"),
        ),
        (
            301,
            "https://other.example/soviet-losses",
            page("It rained. " * 60, "Rain"),
            ("moved", "gone"),
        ),
        (
            301,
            "https://other.example/news",
            page("It rained. " * 60, "Rain"),
            ("soft_404", "unmeasured"),
        ),
        (
            302,
            "https://reader.example/",
            page("News of today. " * 60, "News"),
            ("soft_404", "unmeasured"),
        ),
    ],
)
def test_redirects(at_desk, world, status, to, body, states_now):
    citation = cited(at_desk, world)
    world.later(days=8)
    world.answers[URL] = lambda _: httpx.Response(status, headers={"Location": to})
    world.answers[to] = fresh(html(body))
    checked(at_desk)
    assert states(at_desk, citation)[-1] == states_now


def test_one_look_serves_all_citations_of_a_page(at_desk, world):
    one = cited(at_desk, world)
    other = cited(at_desk, world, quote="Families had waited for it for a long time")
    assert one["id"] != other["id"]
    before = len(world.asked)
    done, told = checked(at_desk)
    assert len(world.asked) == before + 1
    assert (len(done.pages), len(told.rows)) == (1, 2)
    world.later(days=1)
    done, _ = checked(at_desk)
    assert done.pages == []
    cited(at_desk, world, quote="The war itself had ended in February")
    done, _ = checked(at_desk)  # something new is cited from it
    assert len(done.pages) == 1


def test_what_a_cut_off_check_saw_is_told_by_the_next_and_once(at_desk, world):
    cited(at_desk, world)
    checked(at_desk)
    world.later(days=8)
    world.answers[URL] = fresh(html(STORY.replace("15,051", "13,833")))
    checked(at_desk, tell=False)  # killed before it could print
    done, told = checked(at_desk)
    assert (done.pages, kinds(told), told.ends_with_part) == ([], ["passage_altered"], True)
    _, told = checked(at_desk)
    assert (kinds(told), told.ends_with_part) == ([], False)


def test_a_text_on_no_page_is_counted_and_left_alone(at_desk, world):
    document = a_document(at_desk.database)
    citation = cited(at_desk, world, claim=a_claim(at_desk.database, document))
    at_desk.database.execute("UPDATE citations SET url = '/home/ada/losses.txt'")
    done, told = checked(at_desk)
    assert (done.off_the_web, done.pages) == (1, [])
    assert "on no web page" in told.text
    assert standing_of(at_desk, citation | {"url": "/home/ada/losses.txt"}).next_look is None


def test_words_that_a_service_told_are_not_missed_on_its_page(at_desk, world):
    citation = cited(at_desk, world)
    url = "https://other.example/gdp#as-told-by-worldbank"
    with WebSession(at_desk) as session:
        told = keep_text(at_desk, session, url, "GDP was 72 in 2022.", {"at": world.now()})
    figure = {
        **citation, "id": "n-00000000000000ff", "snapshot": told, "url": url, "start": 0, "end": 18,
        "exact": "GDP was 72 in 2022", "prefix": "", "suffix": ".",
    }  # fmt: skip
    rows.add_new(at_desk.database, "citations", [figure])
    world.answers["https://other.example/gdp"] = fresh(html("A chart without words. " * 20))
    checked(at_desk, [figure], due_only=False)
    assert states(at_desk, figure) == [("alive", "unmeasured")]


def test_doctor_is_told(at_desk, world):
    cited(at_desk, world)
    assert watch(at_desk)["due"] == 1
    checked(at_desk)
    found = watch(at_desk)
    assert (found["due"], found["last check"], found["last look"]) == (0, world.now(), world.now())
    assert found["next due"] > world.now()


def test_the_conclusion_stored_with_a_look_is_the_fold_of_the_looks(at_desk, world):
    citation = cited(at_desk, world)
    answers = [html(), html("no", 404), html("no", 404), html("no", 500), html(), html("no", 410)]
    for answer in answers:
        world.answers[URL] = fresh(answer)
        world.later(days=4)
        checked(at_desk, due_only=False)
    for check in health.checks_of(at_desk.database, citation["id"]):
        looks = health.looks_at(at_desk.database, URL, until=check["look"])
        assert link_state(looks) == check["link_state"]


def link_state(looks):
    return link_of(looks).state.value


def test_the_quote_is_shown_as_it_reads_now(at_desk, world):
    citation = cited(at_desk, world)
    world.later(days=8)
    world.answers[URL] = fresh(html("Preface. " + STORY.replace("15,051", "13,833")))
    checked(at_desk)
    check = health.checks_of(at_desk.database, citation["id"])[-1]
    snapshot = rows.get(at_desk.database, "snapshots", check["snapshot"])
    assert snapshot["text"][check["start"] : check["end"]] == check["found"]
    assert check["found"] == QUOTE.replace("15,051", "13,833")
    assert check["changes"] == ["number"]


def test_a_page_whose_host_cannot_be_asked_is_never_called_dead(at_desk, world):
    """A copy of such a page may come out of a WARC that another program wrote."""
    odd = "https://i❤.example/a"
    a_snapshot(at_desk.database, odd, STORY)
    wish = Cited(None, odd, QUOTE, CitationRole.SUPPORTS, None, "ada")
    citation = cite(at_desk, a_claim(at_desk.database), wish)
    for _ in range(4):
        done, told = checked(at_desk)
        assert (done.pages, done.failures, told.ends_with_part) == ([odd], [], False)
        said = " ".join(told.text.split())
        assert f"NOBODY KNOWS HOW THE LINK STANDS (1) - {odd}: the host 'i❤.example' holds" in said
        world.later(days=8)
    shown = standing_of(at_desk, citation).as_row()["link_detail"]
    assert "'i❤.example' holds signs that no name of a server may hold" in shown
    assert set(states(at_desk, citation)) == {("unknown", "unmeasured")}
    assert world.asked == []
