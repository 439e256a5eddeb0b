"""Writes a file whole or not at all.

In: a path and bytes. Out: the file, put in place only after every byte is on the disk.
"""

import os
import tempfile
from pathlib import Path

from kpi.problem import Problem, ProblemError, Where


def replace_file(path: Path, content: bytes) -> None:
    """Write to a temporary name, sync, rename; raise ProblemError and leave the old file when that fails."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                temporary.chmod(0o644)
                file.close()
                temporary.replace(path)
            except OSError:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        message = f"The file cannot be written: {error.strerror}."
        fix = "Check that the folder exists, that you may write there and that the disk is not full."
        raise ProblemError([Problem("file-unwritable", message, fix, Where(str(path)))]) from error
