"""What calamine does not tell of an .xls: number formats of percent and month, errors of formulas, comments.

In: the bytes of a compound file with a BIFF stream ([MS-CFB], [MS-XLS]). Out: Marks by sheet name.
"""

import struct
from collections.abc import Iterator

from kpi.workbook.comments import MAX_COMMENTS, tidy
from kpi.workbook.places import Marks, Place, check_reach
from kpi.workbook.xlsx import BUILT_IN, PERCENT, shown_as

_END = 0xFFFFFFFA
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_FORMULA, _EOF, _BOUNDSHEET, _MULRK, _XF = 0x0006, 0x000A, 0x0085, 0x00BD, 0x00E0
_NUMBER, _BOOLERR, _RK, _FORMAT = 0x0203, 0x0205, 0x027E, 0x041E
_PLACED = (_NUMBER, _RK, _FORMULA, _BOOLERR, _MULRK, 0x00FD, 0x0204)
"""Records that begin with the row and column of a cell: numbers, formulas, errors, and texts (the last two)."""
_NOTE, _CONTINUE, _OBJ, _TXO = 0x001C, 0x003C, 0x005D, 0x01B6
"""A comment names its cell and an object; the object's words stand in the records after it."""
_BIFF8, _SMALL = 0x0600, 4096

Record = tuple[int, bytes]


def marks(content: bytes) -> dict[str, Marks]:
    """Read the marks of every sheet. Raises RefusalError, and ValueError, LookupError or struct.error when damaged."""
    stream = _stream(content)
    wide = struct.unpack_from("<H", stream, 4)[0] == _BIFF8
    formats, styles, sheets = dict(BUILT_IN), list[str](), dict[str, int]()
    for kind, body in _records(stream, 0):
        if kind == _FORMAT:
            number, text = struct.unpack_from("<H", body)[0], _text(body[2:], 2 if wide else 1, wide)
            formats[number] = shown_as(text)
        elif kind == _XF:
            styles.append(formats.get(struct.unpack_from("<H", body, 2)[0], ""))
        elif kind == _BOUNDSHEET:
            sheets[_text(body[6:], 1, wide)] = struct.unpack_from("<I", body)[0]
    return {name: _sheet(stream, start, styles, wide) for name, start in sheets.items()}


def _sheet(stream: bytes, start: int, styles: list[str], wide: bool) -> Marks:
    found, height, width = Marks(comments=_comments(stream, start, wide)), 0, 0
    for kind, body in _records(stream, start):
        if kind in _PLACED:
            row, column = struct.unpack_from("<HH", body)
            height, width = max(height, row + 1), max(width, column + 1)
            check_reach(height, width)
        for place, style in _cells(kind, body):
            shown = styles[style] if style < len(styles) else ""
            if shown:
                (found.percent if shown == PERCENT else found.month).add(place)
        error = _error(kind, body)
        if error is not None:
            found.errors[struct.unpack_from("<HH", body)] = error
    return found


def _comments(stream: bytes, start: int, wide: bool) -> dict[Place, str]:
    """Read what people wrote on cells; '' for a comment whose words are not found."""
    words, told, current = dict[int, str](), dict[Place, tuple[int, str]](), 0
    left = 0
    for kind, body in _records(stream, start):
        if kind == _OBJ and len(body) >= 8:
            current, left = struct.unpack_from("<H", body, 6)[0], 0
        elif kind == _TXO and len(body) >= 12:
            left = struct.unpack_from("<H", body, 10)[0]
        elif kind == _CONTINUE and left and body:
            piece = (
                body[1 : 1 + 2 * left].decode("utf-16-le", "replace")
                if body[0] & 1
                else body[1 : 1 + left].decode("latin-1")
            )
            words[current], left = words.get(current, "") + piece, left - len(piece)
        elif kind == _NOTE and len(told) < MAX_COMMENTS:
            row, column = struct.unpack_from("<HH", body)
            known = wide and len(body) >= 8  # before Excel 97 a comment is written in another way
            object_ = struct.unpack_from("<H", body, 6)[0] if known else 0
            told[row, column] = (object_, _text(body[8:], 2, wide) if known and len(body) > 10 else "")
    return {place: tidy(words.get(object_, ""), author) for place, (object_, author) in told.items()}


def _cells(kind: int, body: bytes) -> Iterator[tuple[Place, int]]:
    """Give the cells with numbers in a record, each with its style."""
    if kind in (_NUMBER, _RK, _FORMULA):
        row, column, style = struct.unpack_from("<HHH", body)
        yield (row, column), style
    elif kind == _MULRK:
        row, first = struct.unpack_from("<HH", body)
        for step in range((len(body) - 6) // 6):
            yield (row, first + step), struct.unpack_from("<H", body, 4 + 6 * step)[0]


def _error(kind: int, body: bytes) -> str | None:
    """Give the error that a cell shows, None where it shows none."""
    if kind == _BOOLERR and body[7]:
        return _ERRORS.get(body[6], "#VALUE!")
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#VALUE!")
    return None


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Run through the records of one part of the stream, up to its end."""
    place = start
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        if kind == _EOF:
            return
        place += 4 + length


def _text(body: bytes, size: int, wide: bool) -> str:
    """Read a text that starts with its length in `size` bytes; `wide` ones say then whether they are UTF-16."""
    length = int.from_bytes(body[:size], "little")
    if not wide:
        return body[size : size + length].decode("cp1252", "replace")
    if body[size] & 1:
        return body[size + 1 : size + 1 + 2 * length].decode("utf-16-le", "replace")
    return body[size + 1 : size + 1 + length].decode("latin-1")


def _stream(content: bytes) -> bytes:
    """Put the workbook's stream together from the sectors of the compound file."""
    sector = 1 << struct.unpack_from("<H", content, 0x1E)[0]
    if sector not in (512, 4096):
        raise ValueError("no compound file")
    table = _table(content, sector)
    entries = _chain(content, table, struct.unpack_from("<I", content, 0x30)[0], sector)
    found = dict(_entry(entries[at : at + 128]) for at in range(0, len(entries) - 127, 128))
    start, size = found.get("Workbook") or found["Book"]
    # Every program pads the stream to 4,096 bytes, so that it never lies among the small ones.
    if size < _SMALL:
        raise ValueError("no workbook")
    return _chain(content, table, start, sector)[:size]


def _table(content: bytes, sector: int) -> list[int]:
    """Read which sector follows each sector."""
    places = [one for one in struct.unpack_from("<109I", content, 0x4C) if one < _END]
    more = struct.unpack_from("<I", content, 0x44)[0]
    while more < _END and len(places) * sector < len(content):
        block = _numbers(content[(more + 1) * sector : (more + 2) * sector])
        places += [one for one in block[:-1] if one < _END]
        more = block[-1]
    return _numbers(b"".join(content[(one + 1) * sector : (one + 2) * sector] for one in places))


def _numbers(block: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))


def _chain(content: bytes, table: list[int], start: int, sector: int) -> bytes:
    """Join the sectors that follow one another; a chain that runs in a circle is cut off."""
    pieces, place = list[bytes](), start
    while place < len(table) and len(pieces) <= len(table):
        pieces.append(content[(place + 1) * sector : (place + 2) * sector])
        place = table[place]
    return b"".join(pieces)


def _entry(entry: bytes) -> tuple[str, tuple[int, int]]:
    """Read a directory entry: its name, first sector and size."""
    length = max(0, min(64, struct.unpack_from("<H", entry, 64)[0]) - 2)
    return entry[:length].decode("utf-16-le", "replace"), struct.unpack_from("<II", entry, 116)
