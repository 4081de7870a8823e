import inspect

import pytest

from claims.model.snapshot import FetchOutcome
from claims.web.failures import CAUGHT, FAILURES, RETRIED, failure
from claims.web.guard import AddressRefusedError
from claims.web.http import httpx

ALL = [
    kind
    for _, kind in inspect.getmembers(httpx, inspect.isclass)
    if issubclass(kind, Exception) and not issubclass(kind, Warning)
]


def made(kind):
    """An instance, whatever its constructor wants."""
    request = httpx.Request("GET", "http://a.example/")
    if kind is httpx.HTTPStatusError:
        return kind("no", request=request, response=httpx.Response(404))
    if kind in {
        httpx.StreamConsumed,
        httpx.ResponseNotRead,
        httpx.RequestNotRead,
        httpx.StreamClosed,
    }:
        return kind()
    return kind("no")


@pytest.mark.parametrize("kind", ALL, ids=lambda k: k.__name__)
def test_every_exception_of_httpx_has_an_outcome(kind):
    outcome, reason = failure(made(kind))
    assert outcome is not FetchOutcome.STORED
    assert reason


def test_httpx_has_as_many_exceptions_as_were_looked_at():
    assert len(ALL) >= 26


def test_each_row_is_reachable():
    for number, (kind, outcome, words) in enumerate(FAILURES):
        earlier = [k for k, _, _ in FAILURES[:number]]
        assert not any(issubclass(kind, k) for k in earlier), f"{kind.__name__} is never reached"
        assert outcome is not FetchOutcome.STORED
        assert words


def test_what_is_caught_has_a_row():
    for kind in (*CAUGHT, *RETRIED):
        assert any(issubclass(kind, k) or issubclass(k, kind) for k, _, _ in FAILURES)


@pytest.mark.parametrize(
    ("error", "outcome", "reason"),
    [
        (
            AddressRefusedError("x is 10.0.0.1"),
            "address_refused",
            "the address may not be asked: x is 10.0.0.1",
        ),
        (TimeoutError(), "timed_out", "the answer took too long altogether"),
        (httpx.ReadTimeout(""), "timed_out", "the server fell silent"),
        (httpx.ConnectError("a\nb"), "unreachable", "no connection: a b"),  # one line, always
        (httpx.ReadError(""), "bad_response", "the connection broke"),
    ],
)
def test_reasons(error, outcome, reason):
    assert (failure(error)[0].value, failure(error)[1]) == (outcome, reason)


def test_a_long_message_is_cut():
    assert len(failure(httpx.ConnectError("x" * 10_000))[1]) <= 300


def test_errors_of_ours_are_not_hidden():
    with pytest.raises(LookupError):
        failure(ValueError("ours"))
