import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.web.addresses import authority, redirect_target, web_address
from claims.web.guard import AddressRefusedError
from claims.web.http import httpx


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://a.example/x#part", "http://a.example/x"),  # a fragment is never sent
        ("HTTPS://A.Example", "https://a.example"),
        (" http://a.example/ ", "http://a.example/"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://a.example:8080/", "http://a.example:8080/"),
        ("http://a.example./", "http://a.example./"),
        (f"http://{'a' * 63}.example/", f"http://{'a' * 63}.example/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_addresses_that_can_be_asked(url, asked):
    assert str(web_address(url)) == asked


def test_parameters_join_those_that_are_there():
    assert str(web_address("http://a.example/w?x=1", params={"q": "a b&c"})).endswith(
        "?x=1&q=a+b%26c"
    )


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "not an http"),
        ("file:///etc/passwd", "not an http"),
        ("ftp://a.example/", "not an http"),
        ("gopher://a.example/", "not an http"),
        ("javascript:alert(1)", "not an http"),
        ("data:text/plain,x", "not an http"),
        ("//a.example/x", "not an http"),
        ("a.example/x", "not an http"),
        ("http://", "not an http"),
        ("http:///x", "not an http"),
        ("http://user:secret@a.example/", "user name"),
        ("http://a.example:99999/", "not a web address"),
        ("http://a.example:x/", "not a web address"),
        ("http://[::1/", "not a web address"),
        ("http://a\x00.example/", "not a web address"),
        ("http://" + "a" * 9000, "characters"),
        ("http://xn--\ud800.example/", "not a web address"),
        ("https://i❤.ws/a", "'i❤.ws' holds signs that no name of a server may hold"),
        ("https://i❤\ufe0f.ws/a", "holds signs that no name of a server may hold"),
        ("https://①.example/", "'①.example' holds signs that no name of a server may hold"),
        (
            "https://xn--i-7iq.ws/",
            "'xn--i-7iq.ws' holds signs .*: give the address of an archived copy",
        ),
        ("https://xn--zz.example/", "'xn--zz.example' holds signs"),
        ("https://a..example/", "no host is called so"),
        ("https://.example/", "no host is called so"),
        (f"https://{'a' * 64}.example/", "no host is called so"),
        (f"https://{'a.' * 127}example/", "no host is called so"),
    ],
)
def test_addresses_that_cannot(url, said):
    with pytest.raises(AddressRefusedError, match=said) as caught:
        web_address(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/y", "http://a.example/y"),
        ("y?z#w", "http://a.example/d/y?z"),
        ("//b.example/", "http://b.example/"),
        ("https://b.example/", "https://b.example/"),
        ("", "http://a.example/d/x"),
        ("/\u00c3\u00a4", "http://a.example/%C3%A4"),  # raw UTF-8, as many servers send it
        ("/\u00e4", "http://a.example/%C3%A4"),  # raw Latin-1
    ],
)
def test_redirects(location, target):
    assert str(redirect_target(httpx.URL("http://a.example/d/x"), location)) == target


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://u:p@b.example/", "ftp://b", "x" * 9000]
)
def test_redirects_that_lead_out_of_the_web(location):
    with pytest.raises(AddressRefusedError):
        redirect_target(httpx.URL("http://a.example/"), location)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text):
    for url in (text, f"http://{text}"):
        try:
            assert web_address(url).scheme in {"http", "https"}
        except AddressRefusedError:
            continue


def test_authority_names_the_port():
    assert authority(httpx.URL("http://a.example/")) == "a.example:80"
    assert authority(httpx.URL("http://[::1]:81/")) == "[::1]:81"
