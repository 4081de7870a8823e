"""What opens doors is in no record; what belongs to the address of a page stays."""

import pytest
from exchanges import a_hop, an_exchange

from claims.archive.secrets import without_keys, without_secrets


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.example/?key=AIza-1", "https://a.example/?key=***"),
        ("https://a.example/?q=x&api_key=1&b=2#f", "https://a.example/?q=x&api_key=***&b=2#f"),
        ("https://a.example/?API-KEY=1", "https://a.example/?API-KEY=***"),
        ("https://a.example/?access_token=a%26b", "https://a.example/?access_token=***"),
        ("https://ann:pw@a.example/", "https://a.example/"),
        ("https://a.example/?monkey=banana", "https://a.example/?monkey=banana"),  # no key
        ("https://a.example/?q=what+is+a+key", "https://a.example/?q=what+is+a+key"),
        ("https://a.example/key=1", "https://a.example/key=1"),  # a path
    ],
)
def test_keys_of_interfaces(given, kept):
    assert without_keys(given) == kept


def test_every_hop_is_cleaned_and_pages_keep_their_address():
    secret = (("Authorization", "Bearer 1"), ("COOKIE", "2"), ("X-Subscription-Token", "3"),
              ("X-Api-Key", "4"), ("Proxy-Authorization", "5"), ("Accept", "text/html"))  # fmt: skip
    url = "https://a.example/?token=t"
    exchange = an_exchange(
        url=url, request_headers=secret, redirects=(a_hop(url=url, request_headers=secret),)
    )
    page = without_secrets(exchange)
    assert page.request_headers == page.redirects[0].request_headers == (("Accept", "text/html"),)
    assert page.url == page.redirects[0].url == url
    asked = without_secrets(exchange, interface=True)
    assert asked.url == asked.redirects[0].url == "https://a.example/?token=***"
