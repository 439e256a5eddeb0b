"""Zip containers that are the same bytes every time: a fixed time, sorted members, nothing of the machine.

In: members by path, or a zip container, and when the revision was recorded. Out: bytes.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

FIRST = "[Content_Types].xml"
"""Office documents name their parts first."""


def packed(members: Mapping[str, bytes], made: datetime) -> bytes:
    """Pack members in the order of their paths, every one with the time of the revision."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as container:
        for path in sorted(members, key=lambda path: (path != FIRST, path)):
            entry = zipfile.ZipInfo(path, made.timetuple()[:6])
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            container.writestr(entry, members[path])
    return body.getvalue()


def repacked(content: bytes, made: datetime) -> bytes:
    """Pack a container again so that equal parts make equal bytes."""
    return packed(unpacked(content), made)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the members of a container that this program wrote, by path."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return {entry.filename: container.read(entry) for entry in container.infolist() if not entry.is_dir()}
