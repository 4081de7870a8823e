import asyncio

import pytest

from claims.web.client import Fetcher
from claims.web.http import httpx
from claims.web.limits import Limits

FAST = Limits(interval_s=0.0, back_off_s=0.0)
PAGE = "https://a.example/doc/file.pdf?x=1"


def ask(robots, *urls, limits=FAST):
    """Outcomes for `urls` when robots.txt is answered by `robots`, and every address asked."""
    seen = []

    def handler(request):
        seen.append(str(request.url))
        if request.url.path == "/robots.txt":
            if isinstance(robots, Exception):
                raise robots
            return (
                robots if isinstance(robots, httpx.Response) else httpx.Response(200, text=robots)
            )
        if request.url.path == "/moved":
            return httpx.Response(302, headers={"Location": "https://b.example/private"})
        return httpx.Response(200, text="page")

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1 (test)", transport=httpx.MockTransport(handler), limits=limits
        ) as fetcher:
            return await asyncio.gather(*(fetcher.get(url) for url in urls))

    return asyncio.run(run()), seen


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),  # nothing said
        ("User-agent: *\nDisallow:", True),  # nothing forbidden
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /doc", False),
        ("User-agent: *\nDisallow: /other", True),
        ("User-agent: *\nDisallow: /doc\nAllow: /doc/file", True),  # the longest rule wins
        ("User-agent: *\nDisallow: /*.pdf$", True),  # $ ends the address, and a query follows here
        ("User-agent: *\nDisallow: /*.pdf", False),
        ("User-agent: citetrail\nDisallow: /\n\nUser-agent: *\nAllow: /", False),  # our own name
        ("User-agent: OtherBot\nDisallow: /", True),  # somebody else's
        ("\ufeffUser-agent: *\nDisallow: /", False),  # with a byte order mark
        ("<!DOCTYPE html><title>Not found</title>", True),  # a page instead of rules
        ("Disallow: /", True),  # a rule for nobody
    ],
)
def test_rules(rules, allowed):
    (got,), seen = ask(rules, PAGE)
    assert (got.outcome.value == "stored") is allowed
    assert got.outcome.value in {"stored", "robots_disallowed"}
    assert (PAGE in seen) is allowed


def test_the_reason_names_host_and_agent():
    (got,), _ = ask("User-agent: *\nDisallow: /", PAGE)
    assert got.reason == "robots.txt of https://a.example does not let Citetrail read this page"
    assert (got.http_status, got.target_uri) == (None, PAGE)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (httpx.Response(404), "stored"),  # none: all may be read
        (httpx.Response(403), "stored"),  # RFC 9309 section 2.3.1.3
        (httpx.Response(429), "robots_disallowed"),  # overloaded, so not now
        (httpx.Response(500), "robots_disallowed"),  # section 2.3.1.4
        (httpx.Response(503), "robots_disallowed"),
        (httpx.ConnectError("no route"), "unreachable"),  # the host itself is away
        (httpx.ReadTimeout("slow"), "timed_out"),
        (httpx.Response(200, content=b"User-agent: *\nDisallow: /\n\xff\xfe"), "robots_disallowed"),
    ],
)
def test_robots_that_cannot_be_had(answer, outcome):
    (got,), _ = ask(answer, PAGE)
    assert got.outcome.value == outcome
    assert got.outcome.value == "stored" or got.reason


def test_one_question_a_host_however_many_pages():
    urls = [f"https://a.example/{n}" for n in range(5)] + [
        "https://b.example/",
        "http://a.example/",
    ]
    _, seen = ask("", *urls)
    assert sorted(u for u in seen if u.endswith("robots.txt")) == [
        "http://a.example/robots.txt",  # another scheme is another host (RFC 9309 section 2.3)
        "https://a.example/robots.txt",
        "https://b.example/robots.txt",
    ]


def test_redirects_are_held_against_the_rules_of_where_they_lead():
    (got,), seen = ask("User-agent: *\nDisallow: /private", "https://a.example/moved")
    assert got.outcome.value == "robots_disallowed"
    assert got.target_uri == "https://b.example/private"
    assert "https://b.example/private" not in seen
    assert len(got.redirects) == 1


def test_a_huge_robots_txt_is_read_in_part():
    rules = "User-agent: *\nDisallow: /doc\n" + "# filler\n" * 200_000
    (got,), _ = ask(rules, PAGE, limits=Limits(interval_s=0.0, wire_bytes=600_000))
    assert got.outcome.value == "robots_disallowed"


def test_patterns_that_would_choke_a_backtracking_matcher():
    rules = "User-agent: *\nDisallow: /" + "a*" * 200 + "c"
    (got,), _ = ask(rules, "https://a.example/" + "a" * 2000 + "b")
    assert got.outcome.value == "stored"


def test_the_delay_asked_for_is_kept():
    async def run():
        loop = asyncio.get_running_loop()
        answers = httpx.MockTransport(
            lambda _: httpx.Response(200, text="User-agent: *\nCrawl-delay: 0.2")
        )
        async with Fetcher(user_agent="Citetrail/0.1", transport=answers, limits=FAST) as fetcher:
            began = loop.time()
            for n in range(3):
                await fetcher.get(f"https://a.example/{n}")
            return loop.time() - began

    assert asyncio.run(run()) >= 0.39
