"""The palette: status is letter, shape, word and colour, for white and for dark screens.

In: nothing. Out: frozen values; the stylesheet and the charts use the same numbers, and a test compares them.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Shade:
    """One status on one background: `line` for marks, `fill` and `ink` for a filled chip, all `#RRGGBB`."""

    line: str
    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Status:
    """How a status looks: `letter` carries it in print, `word` for people, `shape` for eyes that mix colours."""

    word: str
    letter: str
    shape: str
    light: Shade
    dark: Shade


PAPER, NIGHT, INK = "#FFFFFF", "#0B0C0C", "#0B0C0C"

STATUSES: dict[str, Status] = {
    "red": Status(
        "Off target", "R", "triangle", Shade("#A4090C", "#A00B06", "#FFFFFF"), Shade("#FF8A80", "#C31427", "#FFFFFF")
    ),
    "amber": Status("Close", "A", "diamond", Shade("#B88E09", "#F3C31B", INK), Shade("#F4A605", "#F4A605", INK)),
    "green": Status("On target", "G", "circle", Shade("#158572", "#0D9E84", INK), Shade("#20FAD4", "#20FAD4", INK)),
    "unrated": Status(
        "No target", "–", "ring", Shade("#505A5F", "#FFFFFF", INK), Shade("#BFBFBF", "#0B0C0C", "#BFBFBF")
    ),
    "no_data": Status(
        "No figure", "–", "ring", Shade("#505A5F", "#FFFFFF", INK), Shade("#BFBFBF", "#0B0C0C", "#BFBFBF")
    ),
}
"""Statuses in the order people need them: what is off target first."""

COLOURS: dict[str, Status] = {
    "blue": Status(
        "Blue", "B", "square", Shade("#092692", "#032886", "#FFFFFF"), Shade("#567BFE", "#567BFE", "#0B0C0C")
    ),
    "green": replace(STATUSES["green"], word="Green"),
    "amber": replace(STATUSES["amber"], word="Amber"),
    "red": replace(STATUSES["red"], word="Red"),
    "grey": replace(STATUSES["unrated"], word="Grey"),
}
"""Colours of a plan's legend; what each means is the legend's to say."""
LOOKS = COLOURS | STATUSES
"""Every look by name; a colour that is a status too has the status's word."""

SERIES_LIGHT = ("#12436D", "#F46A25", "#28A197", "#801650")
SERIES_DARK = ("#9CCBFF", "#18A08C", "#FF7F3F", "#B57FE0")
"""Lines of a chart, in order; a chart shows four at most."""
