"""The council's own Word template: laid beside its papers, and used wherever a paper is made in Word.

In: a workspace. Out: the bytes of papers/template.docx, None where there is none.
"""

from typing import Final

from kpi.definitions.files import PAPER_FOLDER
from kpi.problem import Problem, ProblemError, Where
from kpi.workspace.place import Workspace

NAME: Final = "template.docx"
PLACE: Final = f"{PAPER_FOLDER}/{NAME}"
"""Where it lies in the folder of definitions, and in a quarter pack."""


def template(place: Workspace) -> bytes | None:
    """Read the council's template afresh; ProblemError template-unreadable where it is there and cannot be read."""
    try:
        return (place.folder / PAPER_FOLDER / NAME).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        fix = "Let the program read it, or take it away."
        raise ProblemError([Problem("template-unreadable", message, fix, Where(PLACE))]) from error
