"""Text as the text it is: nothing a person typed can end a document, run in it or turn what stands after it.

In: any text. Out: text that XML can hold; control characters are shown as their pictures.
"""

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {0x7F: "␡"}
_NOT_XML = re.compile("[\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_OPENED = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)


def literal(text: str) -> str:
    """Make text fit for XML: one kind of new line, control characters visible, marks of direction closed again."""
    whole = _NOT_XML.sub("\ufffd", _BREAKS.sub("\n", text)).translate(_PICTURES)
    return whole + _closing(whole)


def line(text: str) -> str:
    """Make text fit for XML on one line."""
    return " ".join(literal(text).split())


def _closing(text: str) -> str:
    """Close what marks of direction opened, so that a reversed word cannot reverse what follows it."""
    open_ones: list[str] = []
    for mark in re.findall("[\u202a-\u202e\u2066-\u2069]", text):
        if mark in _OPENED:
            open_ones.append(_OPENED[mark])
        elif open_ones and open_ones[-1] == mark:
            open_ones.pop()
    return "".join(reversed(open_ones))
