"""The fenced child of `pdf_process`: a PDF on standard input to JSON on standard output.

Started as `python -m claims.files.pdf_worker SECONDS MEMORY`. It limits itself before it loads the
PDF reader, so that a hostile file can cost no more than that.
"""

from __future__ import annotations

import json
import resource
import sys

from claims.model.errors import BadInput
from claims.model.record import plain

MAX_REPLY = 64 * 1024 * 1024
"""Bytes of JSON that the parent accepts."""


def fence(*, seconds: int, memory: int) -> None:
    """Limits for this process: seconds of CPU time, bytes of address space, bytes written."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_REPLY, MAX_REPLY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Writes `{"page": …}` or `{"bad_input": …}`; the exit status is 0 either way."""
    fence(seconds=int(arguments[0]), memory=int(arguments[1]))
    raw = sys.stdin.buffer.read()
    try:
        # Loaded inside the fence: the reader's own memory counts too.
        from claims.text.pdf_text import pdf_page  # noqa: PLC0415

        reply = {"page": plain(pdf_page(raw))}
    except BadInput as error:
        reply = {"bad_input": str(error)}
    except MemoryError:
        reply = {
            "bad_input": f"is a PDF that needs more than {int(arguments[1]):,} bytes of memory"
        }
    except RecursionError:
        reply = {"bad_input": "is a damaged PDF whose parts contain themselves"}
    sys.stdout.buffer.write(json.dumps(reply).encode("ascii"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
