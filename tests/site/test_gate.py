"""Headers on every answer; no SQL, no download, no workings of the server."""

import pytest
from public_site import page_paths

from claims.site.gate import CONTENT_SECURITY_POLICY

OTHERS = (
    "/style.css",
    "/icon.svg",
    "/favicon.ico",
    "/feed.atom",
    "/robots.txt",
    "/nope",
    "/-/metadata",
)
DATA = ("/public/claims.json", "/public/claims.csv", "/claim/c-0.json", "/sitemap.xml")


def test_every_answer_has_the_security_headers(site):
    for path in (*page_paths(site.ids), *OTHERS, *DATA):
        headers = site.get(path).headers
        assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY, path
        assert headers.get_list("referrer-policy") == ["no-referrer"], path
        assert headers["x-content-type-options"] == "nosniff", path
        assert "permissions-policy" in headers, path
        assert "set-cookie" not in headers, path


def test_no_cookie_reaches_the_server_whatever_its_bytes(site):
    headers = [(b"Cookie", b"a=\xff"), (b"Authorization", b"\xff")]
    assert site.get("/public/claims", headers=headers).status_code == 200


def test_the_policy_lets_nothing_inline_in():
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; style-src 'self';")
    assert "script-src" not in CONTENT_SECURITY_POLICY


def test_pages_hold_nothing_that_the_policy_forbids(site):
    for path in page_paths(site.ids):
        page = site.get(path).text
        for inline in ("<style", " style=", " onclick=", "javascript:"):
            assert inline not in page, path
        assert page.count("<script") == page.count('<script type="application/ld+json">'), path


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/public?sql=select+1", 403),
        ("/public.json?sql=select+*+from+claims", 403),
        ("/public/newest_verdicts?sql=select+1", 403),
        ("/public/claims?_where=1=1", 403),
        ("/public/claims.json?_where=1=1", 403),
        ("/public/claims.json?%5Fwhere=1=1", 403),
        ("/public/claims?_through={}", 403),
        ("/public/claims?_fts_table=sqlite_master&_search=x", 403),
        ("/public/claims?_timelimit=x", 403),
        ("/public.db", 403),
        ("/public.json?sql=delete+from+claims", 403),
        ("/public.csv?sql=select+1&_stream=1", 403),
        ("/public/-/query?sql=select+1", 403),
        ("/public/-/query.json?sql=select+1", 403),
        ("/public/-/execute-write", 400),
        ("/public/sources?_where=1", 403),
        ("/public/sources.csv?_where=1&_stream=1", 403),
        ("/public/decisions?_through={%22table%22:%22claims%22}", 403),
        ("/public/corrections?sql=select+1", 403),
        ("/public/claims?%5F%77here=1", 403),
        ("/public/claims?_trace=1", 403),
        ("/public/claims/c-1?sql=select+1", 403),
        ("/claim/c-1?sql=select+1", 403),
        ("/public/db", 404),
        ("/public.sqlite", 404),
        ("/-/static/app.css", 404),
        ("/-/static-plugins/x/y", 404),
        ("/-/allow-debug", 404),
        ("/-/logout", 404),
        ("/-/messages", 404),
        ("/-/patterns", 404),
        ("/-/config.json", 404),
        ("/-/jump", 404),
        ("/-/", 404),
        ("/-", 404),
        ("/-/metadata", 404),
        ("/-/metadata.json", 404),
        ("/-/databases.json", 404),
        ("/-/plugins.json", 404),
        ("/-/settings.json", 404),
        ("/-/threads.json", 404),
        ("/-/versions.json", 404),
        ("/-/actor.json", 404),
        ("/-/auth-token?token=x", 404),
        ("/-/permissions", 404),
        ("/%2D/metadata", 404),
        ("/%2d%2fmetadata.json", 404),
        ("/_internal", 404),
        ("/_internal/databases.json", 404),
        ("/:memory:", 404),
        ("//evil.example/", 404),
        ("/public/sqlite_master", 404),
        ("/public/claims/../../../etc/passwd", 404),
        ("/public/claims?_sort=nope", 400),
        ("/public/claims?_next=,,,", 400),
        ("/public/claims?_size=1000000", 400),
        ("/public/claims?_facet_array=claim", 403),
        ("/public/claims?_search=x+AND&_searchmode=raw", 403),
        ("/public/decisions/zzz", 400),
        ("/public/decisions/a,b,c", 404),
        ("/public/claims?_size=abc", 400),
        ("/public/claims?_col=nope", 400),
        ("/public/claims?year__in=[", 400),
    ],
)
def test_what_is_not_for_the_public(site, path, status):
    answer = site.get(path)
    if answer.status_code == 302:  # Datasette sends odd spellings to the plain one
        answer = site.get(answer.headers["location"])
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert "select " not in answer.text.lower()


@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_facet_of_no_column(site):
    """Datasette leaves a coroutine behind here; the answer is what matters."""
    assert site.get("/public/claims?_facet=nope").status_code == 400


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "MKCOL"]
)
def test_the_site_can_only_be_read(site, method):
    paths = (
        *("/", "/public", "/public/claims", "/public/claims/-/insert", "/public/-/create", "/nope"),
        *("/public/newest_verdicts", "/-/permissions", "/-/messages", "/oembed", "/figures"),
        *(f"/claim/{site.ids['budget']}", f"/claim/{site.ids['budget']}/embed", "/feed.atom"),
    )
    for path in paths:
        answer = site.request(method, path)
        assert answer.status_code == 405, path
        assert "This site can only be read" in answer.text


def test_head_is_answered(site):
    assert site.request("HEAD", "/public/claims").status_code == 200


def test_errors_are_said_calmly_and_as_json_to_who_asks_for_json(site, capfd):
    answer = site.get("/public/nope")
    assert (answer.status_code, "<h1>There is no such page</h1>" in answer.text) == (404, True)
    for path in ("/nope", "/public/nope", "/public/sources/s-1"):
        assert "Nothing stands at this address." in site.get(path).text
    found = site.get("/public/nope.json").json()
    assert (found["ok"], found["status"]) == (False, 404)
    assert "Traceback" not in "".join(capfd.readouterr())
