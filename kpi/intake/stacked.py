"""Two header rows read as one: a year above its quarters, a quarter above numerator and denominator.

In: a sheet and the upper row. Out: one Header, or None where the two rows are no header together. A label that stands
only over the first of its columns holds for those to its right; a merged one for just the columns it is merged over.
What stands over the name of an id or an area is a title and holds for no column of figures.
"""

from kpi.intake.header import LABELS, Across, Header, Naming, looks_like_period, read_header, with_parts
from kpi.intake.sheet import Sheet
from kpi.period import Calendar, Period, PeriodError, read


def stacked(sheet: Sheet, top: int, naming: Naming) -> Header | None:
    """Read two rows as one header; None where they give no column of figures that says its period."""
    upper, lower = sheet.cells(top), sheet.cells(top + 1)
    above = _spread(sheet, top, upper, lower, {place for place, low in enumerate(lower) if naming.label(low)})
    texts, across = [], []
    for place, (high, low) in enumerate(zip(above, lower, strict=True)):
        one = _across(place, high, low, naming) if high and low else None
        if one is not None:
            across.append(one)
        texts.append(" ".join(dict.fromkeys((low, high))) if one is not None else low or upper[place])
    if not across or not _in_order(across, upper):
        return None
    header = read_header(texts, top + 1, naming)
    alone = [one for one in header.across if one.place not in {other.place for other in across}]
    whole = with_parts(header, tuple(sorted([*across, *alone], key=lambda one: one.place)), top)
    return whole if whole.wide else None


def continues(sheet: Sheet, header: Header, row: int, naming: Naming) -> bool:
    """Tell whether a row goes on with the header above it: labels only, and nothing in its columns of labels."""
    cells = sheet.cells(row)
    if any(cells[place] for role, place in header.roles.items() if role in LABELS):
        return False
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(naming.part(cell) or not _is_number(cell) for cell in filled)


def readable(text: str) -> bool:
    """Tell whether a label is a period without a question."""
    return _reads(text, None)


def may_be_period(text: str) -> bool:
    """Tell whether a label is a period, or would be one once its calendar is settled; Printed 2 July 2019 is none."""
    return any(_reads(text, calendar) for calendar in (None, *Calendar))


def _reads(text: str, calendar: Calendar | None) -> bool:
    try:
        read(text, calendar)
    except PeriodError:
        return False
    return True


def _in_order(across: list[Across], upper: list[str]) -> bool:
    """Tell whether the periods under one upper label follow one another: Q3, Q4, Q1 under one year do not."""
    last: dict[str, Period] = {}
    for one in across:
        if one.part != "value" or not readable(one.text):
            continue
        label = next((text for text in reversed(upper[: one.place + 1]) if text), "")
        period = read(one.text).period
        if label in last and period <= last[label]:
            return False
        last[label] = period
    return True


def _is_number(cell: str) -> bool:
    """Tell a figure from a label; a year alone is a label."""
    digits = cell.replace(",", "").replace("%", "").replace("£", "").replace(".", "").lstrip("-(").rstrip(")")
    return digits.isdigit() and not (len(cell) == 4 and cell.startswith(("19", "20")))


def _across(place: int, high: str, low: str, naming: Naming) -> Across | None:
    """Give what two labels over a column say together; None where they are not a period, or a period and a part."""
    for period, part in ((high, naming.part(low)), (low, naming.part(high))):
        if part and looks_like_period(period) and may_be_period(period):
            return Across(place, "period", period, part)
    if naming.role(low):
        return None
    both = [text for text in (f"{low} {high}", f"{high} {low}") if readable(text)]
    return Across(place, "period", both[0]) if both else None


def _spread(sheet: Sheet, top: int, upper: list[str], lower: list[str], labels: set[int]) -> list[str]:
    """Give the upper label that holds for each column; one over a column of `labels` is a title and holds for none."""
    spread = ["" if place in labels else text for place, text in enumerate(upper)]
    blocks = [one for one in sheet.merged if one[0] <= top <= one[2] and one[3] > one[1]]
    if blocks:
        for first, left, _, right in blocks:
            over = range(left, min(right + 1, len(upper)))
            text = "" if labels & set(over) else sheet.columns[left].text(first).strip()
            spread[left : right + 1] = [text] * len(over)
        return spread
    carried = ""
    for place, low in enumerate(lower):
        carried = spread[place] or (carried if low else "")
        spread[place] = carried
    return spread
