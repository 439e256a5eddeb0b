"""What the folder of a public edition says of itself: its files with their hashes, and that it is one.

In: an edition and its files, or a folder. Out: the manifest's bytes; whether a folder is an earlier edition.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from kpi.reports.public.edition import PublicEdition

MANIFEST: Final = "edition.json"
FORM: Final = "public edition"


def manifest(edition: PublicEdition, files: Mapping[str, bytes]) -> bytes:
    """Say what the folder holds, with the hash of every file."""
    told = {
        "form": FORM,
        "council": edition.council,
        "period": edition.period.text,
        "revision": edition.revision,
        "since": edition.since,
        "seal": edition.seal,
        "files": {path: sha256(content).hexdigest() for path, content in sorted(files.items())},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def is_edition(folder: Path) -> bool:
    """Tell whether a folder is an earlier edition that nobody has added anything to."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        known = {MANIFEST, *told["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return told.get("form") == FORM and held <= known
