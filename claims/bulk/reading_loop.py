"""A reading process, seen from inside: shards in through a pipe, made shards out, until the pipe ends.

Started as `python -m claims.bulk.reading_loop DESCRIPTOR`. It says at which piece it is, so that whoever
started it knows of what it died; it holds nothing that a kill could hurt.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from claims.bulk.work import Hello, Made, Shard, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.bulk.work import Desk

IDLE = 600
"""Seconds without work after which the process ends: a cluster keeps its workers long after a run."""

MEMORY = 4 * 1024**3
"""Bytes of address space; a document that needs more is told, and takes nothing else down."""


def made_of(desk: Desk, shard: Shard, lost: Mapping[int, str], tell: Callable[[int], None]) -> Made:
    """Read every piece of the shard but those that are `lost`, with the number of each told before."""
    begun = time.monotonic()
    found = []
    for number, piece in enumerate(shard.pieces):
        if number in lost:
            found.append(desk.lost(piece, shard.run, lost[number]))
            continue
        tell(number)
        found.append(desk.read(piece, shard.run))
    tell(len(shard.pieces))  # what happens from here on is no single document's doing
    return replace(desk.made(shard, found), seconds=time.monotonic() - begun)


def serve(pipe: Connection[Any, Any]) -> None:
    """Do the work that the first message names on every shard that comes after it."""
    work: Work = pipe.recv()
    try:
        desk = work.begin()
    except Exception as why:  # noqa: BLE001 - the other end tells the person
        pipe.send(Hello(problem=str(why) or type(why).__name__))
        return
    pipe.send(desk.hello)
    while pipe.poll(IDLE):
        shard, lost = pipe.recv()
        try:
            pipe.send(made_of(desk, shard, lost, pipe.send))
        except MemoryError:
            return  # as if it had been killed: the number told last says of what
        except OSError:
            raise  # the other end has gone
        except Exception as why:  # noqa: BLE001 - one shard must not stop the others
            pipe.send(Made(shard.id, problem=f"cannot be read: {type(why).__name__}: {why}"))


def main(arguments: list[str]) -> None:
    """Serve the pipe with the descriptor in `arguments`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to decide
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    with suppress(OSError, ValueError):  # some systems know no such limit
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
    # The other end has gone or wants no more
    with suppress(EOFError, OSError), Connection(int(arguments[0])) as pipe:
        serve(pipe)


if __name__ == "__main__":
    main(sys.argv[1:])
