"""A PDF to a Page in a process of its own, with limits on time, memory and what it may write."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from claims.files.pdf_worker import MAX_REPLY
from claims.model.errors import BadInput
from claims.model.finding import Finding, FindingKind
from claims.text.page import Found, Page

SECONDS = 60
MEMORY = 1024 * 1024 * 1024

_PACKAGE_FOLDER = Path(__file__).resolve().parents[2]
_FOUND_FIELDS = ("title", "author", "publisher", "published", "modified", "agency")
_LISTS = ("kinds", "labels", "links")


def pdf_page_limited(raw: bytes, *, seconds: int = SECONDS, memory: int = MEMORY) -> Page:
    """The page of a PDF, read by pypdf within `seconds` and `memory` bytes.

    Raises BadInput when it is encrypted, damaged, without a text layer, or asks for more than that.
    """
    status, output = _run_worker(raw, seconds=seconds, memory=memory)
    try:
        reply = json.loads(output)
    except ValueError as error:
        raise BadInput(
            f"is a PDF that stopped the PDF reader (status {status}): give its text"
        ) from error
    if "bad_input" in reply:
        raise BadInput(str(reply["bad_input"]))
    return _page(reply["page"])


def _run_worker(raw: bytes, *, seconds: int, memory: int) -> tuple[int, bytes]:
    """Exit status and output. Both ends are files, so neither side can block the other."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as taken:
        given.write(raw)
        given.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module, numbers for arguments
                [sys.executable, "-m", "claims.files.pdf_worker", str(seconds), str(memory)],
                stdin=given,
                stdout=taken,
                stderr=subprocess.DEVNULL,
                cwd=_PACKAGE_FOLDER,
                env={"PYTHONPATH": str(_PACKAGE_FOLDER), "PYTHONHASHSEED": "0"},
                timeout=seconds + 5,  # a worker that sleeps uses no CPU time
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise BadInput(_too_slow(seconds)) from error
        if done.returncode < 0 and not taken.tell():
            raise BadInput(_too_slow(seconds))
        taken.seek(0)
        return done.returncode, taken.read(MAX_REPLY)


def _too_slow(seconds: int) -> str:
    return f"is a PDF that takes more than {seconds} s to read: give its text instead"


def _page(fields: dict[str, Any]) -> Page:
    found = {name: Found(**fields[name]) for name in _FOUND_FIELDS}
    lists = {name: tuple(fields[name]) for name in _LISTS}
    noticed = tuple(
        Finding(**{**one, "kind": FindingKind(one["kind"])}) for one in fields["findings"]
    )
    values: dict[str, Any] = {**fields, **found, **lists, "findings": noticed}
    return Page(**values)
