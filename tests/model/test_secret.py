import pytest
from exchanges import a_hop, an_exchange

from claims.model.secret import Secret, hidden, masked

KEY = "a/b+c d&é"

FORMS = [
    ("as it is", KEY),
    ("percent-encoded", "a%2Fb%2Bc%20d%26%C3%A9"),
    ("percent-encoded, with its slashes", "a/b%2Bc%20d%26%C3%A9"),
    ("as a form encodes it", "a%2Fb%2Bc+d%26%C3%A9"),
]


@pytest.mark.parametrize(("why", "form"), FORMS)
def test_every_way_of_writing_it_is_masked(why, form):
    assert (
        masked(f"https://a.example/?key={form}&x=1", [KEY]) == "https://a.example/?key=***&x=1"
    ), why


def test_a_secret_is_shown_nowhere():
    secret = Secret("k3y-k3y-k3y", lead="Token ")
    assert "k3y" not in f"{secret} {secret!r} {[secret]} { ({'a': secret}) }"


def test_an_exchange_is_cleaned_in_every_part():
    key = "k3y-k3y-k3y"
    exchange = an_exchange(
        url=f"https://a.example/?k={key}", target_uri=f"https://a.example/?k={key}",
        reason=f"no {key}", request_headers=(("X-Key", key), ("Accept", "*/*")),
        headers=(("Location", f"/?{key}"),), wire_body=key.encode(),
        redirects=(a_hop(url=f"https://a.example/{key}", headers=(("Location", key),),
                         request_headers=(("X-Key", f"Token {key}"),), wire_body=key.encode()),),
    )  # fmt: skip
    clean, repeats = hidden(exchange, [key])
    assert repeats
    assert key not in repr(clean)
    assert clean.request_headers == (("Accept", "*/*"),)


def test_without_secrets_nothing_changes():
    exchange = an_exchange()
    assert hidden(exchange, []) == (exchange, False)
    assert hidden(exchange, ["k3y-k3y-k3y"]) == (exchange, False)
