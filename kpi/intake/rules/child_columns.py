"""The check that no column's name says that it is about one child.

In: a Sheet. Out: columns named like a child's identifier, name, birth date or address.
"""

import re
from collections.abc import Iterator

from kpi.intake.find import find_header
from kpi.intake.header import Header
from kpi.intake.rules.rule import SheetRule
from kpi.intake.sheet import Sheet, letter
from kpi.problem import Problem, Severity

CODE = "child-level-column"
FIX = "Only totals may be loaded: take the column out and add the rows up. Nothing of the file was kept."
LOOK_AT = 10
_WHOLE = frozenset(
    [
        "upn",
        "uln",
        "nhsnumber",
        "nhsno",
        "nhs",
        "dob",
        "birthdate",
        "dateofbirth",
        "birthday",
        "forename",
        "forenames",
        "firstname",
        "givenname",
        "surname",
        "lastname",
        "familyname",
        "fullname",
        "childname",
        "nameofchild",
        "pupilname",
        "studentname",
        "clientname",
        "youngperson",
        "youngpersonname",
        "childid",
        "childsid",
        "personid",
        "pupilid",
        "studentid",
        "clientid",
        "caseid",
        "casenumber",
        "caseref",
        "casereference",
        "uniquepupilnumber",
        "uniquelearnernumber",
        "nationalinsurancenumber",
        "nino",
        "postcode",
        "homepostcode",
        "address",
        "homeaddress",
        "emailaddress",
        "email",
        "lcsid",
        "mosaicid",
        "liquidlogicid",
        "laccode",
        "formerupn",
        "initials",
    ]
)
_PART = re.compile(r"\b(upn|uln|nhs (number|no)|dob|date of birth|forenames?|surname|postcode|child id|child name)\b")


def names_a_child(header: str) -> bool:
    """Tell whether a header is the name of a child's identifier, name, birth date or address."""
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header).lower()).strip()
    return words.replace(" ", "") in _WHOLE or _PART.search(words) is not None


def _find(sheet: Sheet) -> Iterator[Problem]:
    header = find_header(sheet)
    rows = range(min(len(sheet), LOOK_AT)) if header is None else range(header.first_row, header.row + 1)
    for row in rows:
        yield from _in_row(sheet, row)


def of_header(sheet: Sheet, header: Header) -> list[Problem]:
    """Look at the rows of a header, wherever it was found."""
    return [problem for row in range(header.first_row, header.row + 1) for problem in _in_row(sheet, row)]


def _in_row(sheet: Sheet, row: int) -> Iterator[Problem]:
    for place, text in enumerate(sheet.cells(row)):
        if names_a_child(text):
            message = f"Column {letter(place)} is named like data about single children."
            yield Problem(CODE, message, FIX, sheet.where(row, text[:30]), Severity.ERROR)


RULE = SheetRule(
    code=CODE,
    severity=Severity.ERROR,
    prose=(
        "No column is named like data about one child: UPN, ULN, NHS number, forename, surname, date of birth, "
        "postcode, child or case id. The file is refused and nothing of it is kept."
    ),
    fails="indicator_id,period,value,Date of birth\ncaseload,2018-19 Q4,16,\n",
    passes="indicator_id,period,value,Data source\ncaseload,2018-19 Q4,16,\n",
    find=_find,
)
