"""The text of a desk's own YAML file to plain tables, with one line that says what is wrong with it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from claims.model.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 200
MAX_ENTRIES = 50_000


def read_desk_file(text: str, *, source: str, known: Sequence[str]) -> dict[str, Any]:
    """The table in a desk's file, whose keys must be `known`. Raises BadSetting, naming `source`.

    >>> read_desk_file("hosts: [x.org]", source="mine.yml", known=["hosts"])
    {'hosts': ['x.org']}
    """
    try:
        read = yaml.safe_load(text)
    except yaml.MarkedYAMLError as why:
        line = f" in line {why.problem_mark.line + 1}" if why.problem_mark else ""
        raise BadSetting(f"{source} is no YAML{line}: {why.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise BadSetting(f"{source} is no YAML that can be read") from None
    if read is None:
        return {}
    if not isinstance(read, dict):
        refuse(source, f"takes a table of {', '.join(known)}")
    for key in read:
        if key not in known:
            refuse(source, f"{shown(key)} is unknown; there are: {', '.join(known)}")
    return dict(read)


def shipped_text(name: str) -> str:
    """The text of a file that ships with this room."""
    return files("claims.origins").joinpath(name).read_text(encoding="utf-8")


def words_of(value: Any, *, source: str, where: str) -> tuple[str, ...]:
    """A list of texts. Raises BadSetting when it is something else.

    >>> words_of(["a", "b"], source="mine.yml", where="hosts")
    ('a', 'b')
    """
    listed = value if isinstance(value, list) else [value]
    if len(listed) > MAX_ENTRIES:
        refuse(source, f"{where} has more than {MAX_ENTRIES:,} entries")
    for one in listed:
        if (
            not isinstance(one, str)
            or not one.strip()
            or not one.isprintable()
            or len(one) > LONGEST
        ):
            refuse(
                source,
                f"{where} takes a list of texts, each in quotes where YAML reads it otherwise",
            )
    return tuple(one.strip() for one in listed)


def entries_of(value: Any, *, source: str, where: str) -> list[dict[str, Any]]:
    """A list of tables. Raises BadSetting when it is something else."""
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        refuse(source, f"{where} takes a list of entries, each with names and values")
    return list(value)


def refuse(source: str, why: str) -> NoReturn:
    """Raise the one line that says what is wrong."""
    raise BadSetting(f"{source}: {why}")


def shown(value: Any) -> str:
    """A key or value as it may stand in a message: one short line of plain signs."""
    return ascii(str(value))[1:-1][:60]
