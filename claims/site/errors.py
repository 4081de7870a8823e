"""What went wrong, as one page or one JSON object; never a traceback to the reader."""

from __future__ import annotations

import logging
import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, NotFound
from datasette.views.base import DatasetteError

from claims.site.render import HELD, page

if TYPE_CHECKING:
    from datasette.app import Datasette

LOG = logging.getLogger(__name__)

TITLES = {
    400: "This address makes no sense",
    403: "Not allowed",
    404: "There is no such page",
    405: "This site can only be read",
    410: "This was withdrawn",
    500: "Something went wrong",
    501: "That cannot be done here",
}
SERVER_ERROR = 500
GONE = 410
MEANINGLESS = (ValueError, sqlite3.OperationalError, sqlite3.ProgrammingError)
"""What Datasette lets out when a query argument or a key of the wrong shape was given."""


async def answer_error(datasette: Datasette, request: Any, exception: Exception) -> Response:
    """The answer to an exception."""
    status, message = _read(exception)
    if isinstance(exception, MEANINGLESS):
        LOG.warning("%s: %s", request.path, exception)
    if status == SERVER_ERROR:
        LOG.error("error while answering %s", request.path, exc_info=exception)
        message = "The error was written to the server's log. Trying again later may help."
    return await error_page(datasette, request, status=status, message=message)


async def answer_forbidden(datasette: Datasette, request: Any, message: str) -> Response:
    """The answer to something that may not be read."""
    return await error_page(datasette, request, status=403, message=message)


async def error_page(datasette: Datasette, request: Any, *, status: int, message: str) -> Response:
    """An error as JSON to who asked for JSON, else as a page."""
    title = TITLES.get(status, TITLES[SERVER_ERROR])
    if request.path.endswith(".json") or request.path == "/oembed":
        found = {"ok": False, "error": message, "status": status, "title": title}
        return Response.json(found, status=status)
    context = {"status": status, "title": title, "error": message}
    answer = await page(datasette, "error.html", context, status=status)
    answer.headers["Cache-Control"] = HELD if status == GONE else "no-store"
    return answer


def _read(exception: Exception) -> tuple[int, str]:
    """Status and words. Messages that come as HTML are replaced: they hold scripts and styles."""
    if isinstance(exception, Base400):
        told = str(exception.args[0]) if exception.args else ""
        missing = isinstance(exception, NotFound)
        return exception.status, "Nothing stands at this address." if missing else told
    if isinstance(exception, DatasetteError):
        status = exception.status if exception.status in TITLES else 400
        if exception.message_is_html:
            return status, "The question took too long to answer. A narrower one may work."
        return (400 if status == SERVER_ERROR else status), str(exception.message)
    if isinstance(exception, QueryInterrupted):
        return 400, "The question took too long to answer. A narrower one may work."
    if isinstance(exception, MEANINGLESS):
        return 400, "Part of the address could not be understood."
    return SERVER_ERROR, ""
