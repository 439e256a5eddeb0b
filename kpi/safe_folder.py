"""Writes a folder of files whole or not at all.

In: a path and bytes by name. Out: the folder, made beside its place and renamed only after every byte is on the disk.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from kpi.problem import Problem, ProblemError, Where


def replace_folder(path: Path, files: Mapping[str, bytes], is_ours: Callable[[Path], bool]) -> None:
    """Put a folder in place of an empty one or of one that `is_ours`; any other is refused and left as it is.

    Raises ProblemError: folder-not-ours, file-unwritable.
    """
    refuse_others(path, is_ours)
    try:
        made = Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f".{path.name}."))
        try:
            _fill(made, files)
            _put(made, path)
        except OSError:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        message = f"The folder cannot be written: {error.strerror}."
        fix = "Check that the folder around it exists, that you may write there and that the disk is not full."
        raise ProblemError([Problem("file-unwritable", message, fix, Where(str(path)))]) from error


def refuse_others(path: Path, is_ours: Callable[[Path], bool]) -> None:
    """Raise ProblemError folder-not-ours where anything stands at a path that this program did not write."""
    free = not path.exists() or (path.is_dir() and not path.is_symlink() and not any(path.iterdir()))
    if not free and not (path.is_dir() and not path.is_symlink() and is_ours(path)):
        message = "There is something else at this place already, and it is not an earlier edition."
        fix = "Name a new folder, or empty this one yourself."
        raise ProblemError([Problem("folder-not-ours", message, fix, Where(str(path)))])


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file and make sure it is on the disk."""
    folder.chmod(0o755)
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _put(made: Path, path: Path) -> None:
    """Rename the new folder into place; the old one is whole beside it until that is done."""
    if not path.exists():
        made.rename(path)
        return
    aside = Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f".{path.name}.")) / path.name
    path.rename(aside)
    try:
        made.rename(path)
    except OSError:
        aside.rename(path)
        aside.parent.rmdir()
        raise
    shutil.rmtree(aside.parent, ignore_errors=True)
