"""The quarter pack: every paper, the figures, the definitions and the record in one zip, with a manifest of hashes.

In: documents by path and what they are about, or the bytes of such a pack. Out: bytes; Problems about what was altered.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from kpi.problem import Problem, ProblemError, Where, excerpt
from kpi.reports.package import packed

MANIFEST: Final = "manifest.json"
FORM: Final = 1
"""The form of the manifest; another one was written by another version of the program."""
MOST_FILES: Final = 2_000
MOST_BYTES: Final = 300_000_000
MOST_MANIFEST: Final = 2_000_000
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError, KeyError, TypeError)


@dataclass(frozen=True, slots=True)
class About:
    """What a pack is about: council, quarter and revision; `made` is when the revision was recorded (ISO, UTC).

    `program` names the versions that made the documents: another version may lay the same figures out differently.
    """

    council: str
    period: str
    revision: int
    seal: str
    made: str
    program: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuarterPack:
    """A pack that was read: what it says it is about, the hashes it promises, and what it holds."""

    about: About
    promised: Mapping[str, str]
    files: Mapping[str, bytes]


def pack(files: Mapping[str, bytes], about: About) -> bytes:
    """Pack documents with their manifest; the same documents give the same bytes."""
    promised = {path: {"sha256": sha256(files[path]).hexdigest(), "bytes": len(files[path])} for path in sorted(files)}
    manifest = {"form": FORM, **asdict(about), "files": promised}
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode() + b"\n"
    return packed({**files, MANIFEST: text}, datetime.fromisoformat(about.made))


def read_pack(content: bytes, name: str = "") -> QuarterPack:
    """Read a pack; ProblemError: not-a-pack, pack-too-large, pack-of-another-form."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            _check_sizes(container, name)
            manifest = json.loads(container.read(MANIFEST))
            if manifest["form"] != FORM:
                fix = "Verify it with the version of the program that made it."
                raise _refused("pack-of-another-form", "The pack was made in another form.", fix, name)
            files = {one.filename: container.read(one) for one in container.infolist() if one.filename != MANIFEST}
        return QuarterPack(_about(manifest), _promised(manifest), files)
    except _FAULTS as fault:
        fix = "Name a quarter pack as it was downloaded, unaltered."
        raise _refused("not-a-pack", "The file is no quarter pack, or is damaged.", fix, name) from fault


def altered(found: QuarterPack) -> tuple[Problem, ...]:
    """Name each document that differs from its hash, is missing, or was added; none means that nothing was altered."""
    return tuple(_altered(found))


def _altered(found: QuarterPack) -> Iterator[Problem]:
    fix = "Ask whoever published the pack for an unaltered copy."
    for path in sorted(found.promised.keys() | found.files.keys()):
        if path not in found.files:
            yield Problem("pack-file-missing", f"{excerpt(path)} is missing from the pack.", fix, Where(path))
        elif path not in found.promised:
            yield Problem("pack-file-added", f"{excerpt(path)} was added to the pack.", fix, Where(path))
        elif sha256(found.files[path]).hexdigest() != found.promised[path]:
            yield Problem("pack-file-altered", f"{excerpt(path)} was altered.", fix, Where(path))


def differing(found: QuarterPack, again: Mapping[str, bytes]) -> tuple[str, ...]:
    """Name the documents that the ledger does not reproduce byte for byte."""
    paths = sorted(found.promised.keys() | again.keys())
    return tuple(path for path in paths if path not in again or _hash(again[path]) != found.promised.get(path))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _check_sizes(container: zipfile.ZipFile, name: str) -> None:
    """Refuse to unpack more than a quarter pack can need."""
    entries = container.infolist()
    manifest = next((one.file_size for one in entries if one.filename == MANIFEST), 0)
    too_much = sum(one.file_size for one in entries) > MOST_BYTES or manifest > MOST_MANIFEST
    if too_much or len(entries) > MOST_FILES:
        raise _refused("pack-too-large", "The file unpacks to far more than a quarter pack.", "Do not open it.", name)


def _about(manifest: Mapping[str, Any]) -> About:
    """Read what a pack is about; raises KeyError or ValueError where the manifest is none."""
    said = {name: str(manifest[name]) for name in ("council", "period", "seal", "made")}
    datetime.fromisoformat(said["made"])
    return About(revision=int(manifest["revision"]), program=dict(manifest["program"]), **said)


def _promised(manifest: Mapping[str, Any]) -> dict[str, str]:
    return {str(path): str(one["sha256"]) for path, one in manifest["files"].items()}


def _refused(code: str, message: str, fix: str, name: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix, Where(name))])
