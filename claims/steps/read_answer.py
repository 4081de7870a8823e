"""What a server answered to a page, or to the reason why it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.files.page_of import page_of
from claims.model.errors import BadInput, NoContent
from claims.model.exchange import header
from claims.model.snapshot import FetchOutcome
from claims.text.barriers.barrier import led_astray

if TYPE_CHECKING:
    from claims.model.exchange import Exchange
    from claims.text.page import Page

PAYMENT_REQUIRED = 402
WALLS = frozenset({401, 403, 405, 406, 429, 451, 503})
"""Statuses with which walls come, as well as with 200."""


def read_answer(exchange: Exchange) -> tuple[Page | None, FetchOutcome, str | None]:
    """The page of an answer, what came of asking, and why there is no page if there is none."""
    if exchange.outcome is not FetchOutcome.STORED:
        return None, *_refused(exchange)
    astray = led_astray(exchange.url, exchange.target_uri)
    if astray is not None:
        return None, astray.outcome, astray.why
    try:
        page = page_of(
            exchange.body,
            content_type=exchange.content_type,
            url=exchange.target_uri,
        )
    except NoContent as found:
        return None, found.outcome, found.why
    except BadInput as why:
        return None, FetchOutcome.NOT_READABLE, str(why)
    return page, FetchOutcome.STORED, None


def _refused(exchange: Exchange) -> tuple[FetchOutcome, str | None]:
    """What stood in the way: the page that came with an error's status may say more than the status."""
    status = exchange.http_status
    if status == PAYMENT_REQUIRED:
        return FetchOutcome.PAYWALL, f"{exchange.reason} (payment required)"
    if exchange.outcome is not FetchOutcome.HTTP_ERROR or status not in WALLS:
        return exchange.outcome, exchange.reason
    if header(exchange.headers, "cf-mitigated") == "challenge":
        return FetchOutcome.BOT_WALL, f"is a challenge for bots (cf-mitigated; status {status})"
    body = exchange.body or exchange.wire_body
    try:
        page_of(body, content_type=exchange.content_type, url=exchange.target_uri)
    except NoContent as found:
        if found.outcome in {
            FetchOutcome.BOT_WALL,
            FetchOutcome.PAYWALL,
            FetchOutcome.CONSENT_WALL,
        }:
            return found.outcome, f"{found.why} (status {status})"
    except BadInput:
        pass  # an error page that cannot be read says no more than its status
    return exchange.outcome, exchange.reason
