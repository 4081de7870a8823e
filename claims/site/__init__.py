"""The Datasette plugin: hooks only. They act where a public database is served and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from claims.site.cells import cell
from claims.site.errors import answer_error, answer_forbidden
from claims.site.facts import PUBLIC, page_facts
from claims.site.gate import gated
from claims.site.list_page import shelf_of
from claims.site.routes import ASSETS, ROUTES
from claims.site.words import FILTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from datasette.app import Datasette
    from jinja2 import Environment


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Any]]:
    """The pages that are ours; Datasette serves the tables."""
    return [*ROUTES, *ASSETS] if PUBLIC in datasette.databases else list(ASSETS)


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """Security headers on every answer, and no way to what is not for the public."""
    return gated(datasette) if PUBLIC in datasette.databases else lambda app: app


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Reader's words for the stored ones."""
    env.filters.update(FILTERS)


@hookimpl
def extra_template_vars(datasette: Datasette) -> Callable[[], Any]:
    """What every page says of the site."""
    return lambda: page_facts(datasette)


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Any] | None:
    """What every list needs is made ready before the first reader comes."""
    return (lambda: shelf_of(datasette)) if PUBLIC in datasette.databases else None


@hookimpl
def render_cell(value: Any, column: str, database: str) -> Any:
    """Cells as escaped text; only web addresses and our own ids become links."""
    return cell(value, column) if database == PUBLIC else None


@hookimpl(hookwrapper=True)
def handle_exception(
    datasette: Datasette, request: Any, exception: Exception
) -> Generator[None, Any]:
    """One calm error page; Datasette's own would print a traceback with locals for every 404."""
    outcome = yield
    outcome.force_result([lambda: answer_error(datasette, request, exception)])


@hookimpl(tryfirst=True)
def forbidden(datasette: Datasette, request: Any, message: str) -> Callable[[], Any]:
    """The same page for what is not allowed."""
    return lambda: answer_forbidden(datasette, request, message)
