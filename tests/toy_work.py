"""A work for reading processes that does what its pieces say: reads, raises, hangs, eats memory, dies."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from claims.bulk.work import Hello, Kind, Made, Piece, Shard


def a_shard(*words, key="s-1"):
    pieces = [Piece(Kind.LINE, "toy.jsonl", n, w.encode()) for n, w in enumerate(words, start=1)]
    return Shard(key, "r-1", tuple(pieces))


@dataclass(frozen=True)
class ToyWork:
    begins: str = "well"
    folder: str = ""

    def begin(self):
        if self.begins == "refuses":
            raise ValueError("there is no such engine")
        if self.begins == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        return ToyDesk(self)


@dataclass(frozen=True)
class ToyDesk:
    work: ToyWork

    @property
    def hello(self):
        return Hello("1", "toy", "none")

    def read(self, piece, run):
        word = piece.raw.decode()
        if word == "hang":
            time.sleep(60)
        if word == "memory":
            bytearray(6 * 1024**3)
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "kill once":
            mark = Path(self.work.folder, "killed")
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return f"{run} {word} {os.getpid()}" if word == "pid" else f"{run} {word}"

    def lost(self, piece, run, why):
        return f"{run} lost {piece.named}: {why}"

    def made(self, shard, found):
        if "r-1 kill at the end" in found:
            os.kill(os.getpid(), signal.SIGKILL)
        if "r-1 raise at the end" in found:
            raise KeyError("no such column")
        return Made(shard.id, tables={"said": "\n".join(found).encode()})
