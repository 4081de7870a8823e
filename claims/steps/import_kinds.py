"""What somebody wants imported: Web Annotations to be cited, or fact-checks of others."""

from __future__ import annotations

import re
from io import BufferedReader
from pathlib import Path

from claims.files.read import STDIN, open_stdin
from claims.files.text_chunks import text_chunks
from claims.model.errors import BadInput
from claims.steps.ingest import is_address

BEGINNING = 200_000
_ANNOTATION = re.compile(
    r'"(?:@?type|motivation)"\s*:\s*\[?\s*"(?:oa:)?Annotation|"selector"\s*:\s*[\[{]'
)


def holds_annotations(given: str) -> bool:
    """Whether a file or standard input holds Web Annotations, by its beginning."""
    beginning = _beginning(given)
    return _ANNOTATION.search(beginning) is not None and "laimReview" not in beginning


def _beginning(given: str) -> str:
    try:
        if given == STDIN:
            stream = open_stdin()
            peeked = stream.peek(BEGINNING) if isinstance(stream, BufferedReader) else b""
            return peeked.decode("utf-8", "replace")
        if is_address(given) or not Path(given).is_file():
            return ""
        return next(text_chunks(Path(given)), "")[:BEGINNING]
    except (BadInput, OSError, ValueError):
        return ""  # the reader of what it is then says why
