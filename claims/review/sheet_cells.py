"""Values to cells that no spreadsheet runs as a formula, and cells back, whatever a spreadsheet did to them.

What runs: https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from typing import Any

RUNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""Signs at the start of a cell that some spreadsheet takes for a formula, the wide forms among them."""

_RUNNING = re.compile(rf"'*\s*[{re.escape(RUNS)}]")
_GUARDED = re.compile(rf"'+\s*[{re.escape(RUNS)}]")
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Signs that move a terminal or turn the order of letters; no text in any script needs them."""

TRUE_WORDS = frozenset(
    {"wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar", "prawda", "sant", "tosi"}
)
FALSE_WORDS = frozenset(
    {"falsch", "faux", "falso", "onwaar", "fałsz", "falskt", "epätosi", "usann", "falsk"}
)
"""What spreadsheets in other languages make of True and False."""

_DATES = (
    *("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d", "%Y.%m.%d"),
    *("%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%d-%b-%y", "%d-%b-%Y", "%d %b %Y"),
)
_MONTHS = ("%b-%y", "%b %Y", "%m/%Y", "%Y/%m", "%B %Y")


def quiet(value: Any) -> Any:
    r"""The value without signs that act instead of showing. Only texts are changed.

    >>> quiet("\x1b[31mred\u202e\r\nnext"), quiet(5)
    ('[31mred\nnext', 5)
    """
    if not isinstance(value, str):
        return value
    return ACTING.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))


def neutral(value: Any) -> Any:
    """The value as a cell that is read as text. Only texts are changed.

    >>> neutral("=1+1"), neutral("1+1"), neutral("'=1"), neutral(" @x"), neutral(-5)
    ("'=1+1", '1+1', "''=1", "' @x", -5)
    """
    return f"'{value}" if isinstance(value, str) and _RUNNING.match(value) else value


def undone(cell: str) -> str:
    """The text that `neutral` made the cell of.

    >>> undone("'=1+1"), undone("'tis"), undone("=1+1")
    ('=1+1', "'tis", '=1+1')
    """
    return cell[1:] if _GUARDED.match(cell) else cell


def same_text(cell: str, held: str) -> bool:
    r"""Whether the cell says what is held, but for line ends, outer space and signs that were lost.

    >>> same_text("Z?rich ", "Z\u016frich"), same_text("a\r\nb", "a\nb"), same_text("a", "b")
    (True, True, False)
    """
    given, kept = plain(cell), plain(held)
    if given == kept or given.casefold() == kept.casefold() in {"true", "false"}:
        return True
    return given == kept.encode("cp1252", "replace").decode("cp1252")


def plain(cell: str) -> str:
    """The cell with plain line ends and no outer space."""
    lines = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def verdict_of(cell: str) -> str:
    """A verdict that a spreadsheet took for a truth value, back as a word.

    >>> verdict_of("FAUX"), verdict_of("Mostly false")
    ('False', 'Mostly false')
    """
    word = cell.casefold()
    if word in TRUE_WORDS:
        return "True"
    return "False" if word in FALSE_WORDS else cell


def same_dates(cell: str, held: str) -> bool:
    """Whether the cell holds the dates that are held, as they are or as a spreadsheet writes them.

    >>> same_dates("31/08/2021", "2021-08-31"), same_dates("Aug-21", "2021-08"), same_dates("x", "")
    (True, True, False)
    """
    if plain(cell) == plain(held):
        return True
    return plain(held) in {*_readings(plain(cell))}


def whole_number(cell: str) -> int | None:
    """A number as spreadsheets write whole numbers; null when it is none.

    >>> whole_number("12.00"), whole_number("1,0"), whole_number("1 204"), whole_number("x")
    (12, 1, 1204, None)
    """
    bare = re.sub(r"[.,]0+$", "", re.sub(r"[\s\u00a0\u202f']", "", cell))
    return int(bare) if bare.isascii() and bare.isdigit() else None


def _readings(cell: str) -> list[str]:
    """Every date that the cell may stand for, in EDTF."""
    found = []
    for form, shape in (
        *((one, "%Y-%m-%d") for one in _DATES),
        *((one, "%Y-%m") for one in _MONTHS),
    ):
        with suppress(ValueError):
            found.append(datetime.strptime(cell.partition(" 00:00")[0], form).strftime(shape))  # noqa: DTZ007 - a day
    return found
