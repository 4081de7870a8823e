"""Exchanges as the web room makes them, with defaults that make sense."""

from dataclasses import replace

from claims.model.exchange import Exchange, Hop
from claims.model.snapshot import FetchOutcome

HTML = b"<!DOCTYPE html><title>Losses</title><p>15,051 died.</p>"
URL = "https://hindukush-reader.example/losses"

HOP = Hop(
    url="https://hindukush-reader.example/old",
    at="2026-11-24T08:59:59Z",
    method="GET",
    request_headers=(("Host", "hindukush-reader.example"), ("User-Agent", "Citetrail/0.1")),
    http_status=301,
    http_version="HTTP/1.1",
    headers=(("Location", "/losses"), ("Content-Length", "0")),
    wire_body=b"",
    ip_address="93.184.216.34",
)

EXCHANGE = Exchange(
    url=URL,
    target_uri=URL,
    outcome=FetchOutcome.STORED,
    reason=None,
    method="GET",
    request_headers=(("Host", "hindukush-reader.example"), ("User-Agent", "Citetrail/0.1")),
    http_status=200,
    http_version="HTTP/1.1",
    headers=(("Content-Type", "text/html; charset=utf-8"),),
    content_type="text/html; charset=utf-8",
    wire_body=HTML,
    body=HTML,
    truncated=None,
    ip_address="93.184.216.34",
    at="2026-11-24T09:00:00Z",
    redirects=(),
)


def an_exchange(**fields):
    if "wire_body" in fields:
        fields.setdefault("body", fields["wire_body"])
    return replace(EXCHANGE, **fields)


def a_hop(**fields):
    return replace(HOP, **fields)
