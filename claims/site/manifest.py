"""The digests of all files of a site, as `sha256sum --check` reads them, and the desk's signature."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

from claims.model.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

SUMS = "SHA256SUMS"
NAMESPACE = "citetrail"
"""What the signature is for: a signature that was made for something else is no good here."""

PATIENCE = 60


def write_sums(folder: Path) -> tuple[int, int]:
    """Write the list of digests; how many files and bytes it covers."""
    files = sorted(
        one.relative_to(folder).as_posix()
        for one in folder.rglob("*")
        if one.is_file() and one.name not in {SUMS, f"{SUMS}.sig"}
    )
    lines, size = [], 0
    for name in files:
        body = (folder / name).read_bytes()
        size += len(body)
        lines.append(f"{hashlib.sha256(body).hexdigest()}  {name}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    return len(files), size


def sign(sums: Path, key: str) -> None:
    """Sign the list with an SSH key, by OpenSSH's own tool: `SHA256SUMS.sig`.

    Raises UserError, with what to do, when that cannot be done.
    """
    program = shutil.which("ssh-keygen")
    if program is None:
        raise UserError("ssh-keygen is not installed, and signing needs it; install OpenSSH")
    command = [program, "-Y", "sign", "-f", key, "-n", NAMESPACE, str(sums)]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the key's path is the desk's own setting
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UserError(
            f"signing with {key} waits for somebody; put the key into ssh-agent"
        ) from None
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise UserError(f"the site could not be signed with {key}: {said}")
