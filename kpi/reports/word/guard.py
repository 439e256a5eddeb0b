"""Looks into a council's template before Word's library does, and refuses what no template needs.

In: bytes that should be a .docx file. Out: nothing, or a ProblemError that says what is wrong, where and what to do.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from kpi.problem import Problem, ProblemError, Where

NAME: Final = "Word template"
MAX_SIZE, MAX_PARTS, MAX_UNPACKED, MAX_RATIO = 20_000_000, 1_000, 100_000_000, 100
RATIO_MATTERS_FROM: Final = 10_000_000
_MAIN: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES: Final = tuple(word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le"))
_LIVE_PARTS: Final = ("word/activex/", "word/embeddings/", "word/afchunk")
_FIELDS: Final = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|MACROBUTTON|DATABASE)\b", re.I)
_INSTRUCTION: Final = re.compile(r"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"")
_RELATION: Final = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


def refuse(code: str, message: str, fix: str, part: str | None = None) -> ProblemError:
    """Make the refusal of a template; `part` is where in the file."""
    return ProblemError([Problem(code, message, fix, Where(NAME, sheet=part))])


def damaged() -> ProblemError:
    """Say that a template cannot be read at all."""
    fix = "Open it in Word, save it under a new name as Word document (.docx), and give that."
    return refuse("template-damaged", "The file is damaged, or is not a Word document.", fix)


def check(content: bytes) -> None:
    """Refuse anything but a plain .docx of reasonable size without macros and without ties to other files."""
    if content.startswith(_OLD):
        message = "The file is in Word's old form (.doc), or is locked with a password."
        raise refuse("template-old", message, "Save it as Word document (.docx) without a password.")
    if len(content) > MAX_SIZE:
        raise _too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            _check_sizes(container, len(content))
            for part in container.infolist():
                _check_part(part.filename, container.read(part))
            _check_kind(container.read("[Content_Types].xml"))
    except (*_FAULTS, KeyError) as fault:
        raise damaged() from fault


def _check_sizes(container: zipfile.ZipFile, length: int) -> None:
    """Compare what the directory declares with what may be unpacked, before anything is."""
    parts = container.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > min(MAX_UNPACKED, max(RATIO_MATTERS_FROM, MAX_RATIO * length)):
        raise _too_large()
    names = [part.filename for part in parts]
    if len(set(names)) != len(names) or any(".." in PurePosixPath(name).parts or name[:1] == "/" for name in names):
        raise damaged()


def _check_kind(types: bytes) -> None:
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise _macros()
    if b"wordprocessingml.template.main+xml" in types:
        message = "The file is a template in Word's own sense (.dotx)."
        raise refuse("template-dotx", message, "Save it as Word document (.docx) and give that.")
    if _MAIN not in types:
        raise damaged()


def _check_part(name: str, content: bytes) -> None:
    """Refuse a part that runs, that reaches outside the file, or that could not come from Word."""
    low = name.lower()
    if low.endswith("vbaproject.bin"):
        raise _macros()
    if low.startswith(_LIVE_PARTS):
        message = "The file holds another file or a control inside it."
        raise refuse("template-embedded", message, "Delete the embedded object in Word and save it again.", name)
    if not low.endswith((".xml", ".rels")):
        return
    if any(mark in content for mark in _ENTITIES):
        raise refuse("template-entities", "The file declares XML entities, which Word never writes.", _AGAIN, name)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise damaged()
    for found in _reaching_out(low, content.decode("utf-8")):
        raise refuse("template-outside", f"The file reaches outside itself: {found}.", _INSIDE, name)


def _reaching_out(name: str, text: str) -> Iterator[str]:
    """Give what a part fetches from elsewhere; a link that a person clicks is no such thing."""
    if name.endswith(".rels"):
        for relation in _RELATION.findall(text):
            outside, link = 'TargetMode="External"' in relation.replace("'", '"'), "/hyperlink" in relation
            if outside and not link:
                yield "a picture, template or object is linked, not held in it"
    instructions = " ".join(one or other for one, other in _INSTRUCTION.findall(text))
    if field := _FIELDS.search(instructions):
        yield f"a field {field[1].upper()}"


def _too_large() -> ProblemError:
    message = f"The file holds or unpacks to more than a template needs ({MAX_SIZE // 1_000_000} MB at most)."
    return refuse("template-too-large", message, "Take large pictures out of it, or save them smaller.")


def _macros() -> ProblemError:
    return refuse("template-macros", "The file holds macros.", "Save it as Word document (.docx) without macros.")


_AGAIN: Final = "Open it in Word and save it under a new name."
_INSIDE: Final = "Insert the picture instead of linking it, take linked objects and fields out, and save it again."
