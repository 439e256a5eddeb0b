"""What a person sees when something fails: Problems in words, or a reference number for the log, never a traceback.

In: exceptions. Out: elements on the screen; the log gets the place of the fault without any value.
"""

import logging
import secrets
import traceback

from kpi.problem import ProblemError
from kpi.ui.markup import draw
from kpi.ui.parts import notice, problems, title

LOG = logging.getLogger("kpi")


def show(error: ProblemError) -> None:
    """List what stops this screen."""
    draw(title("This screen cannot be shown"), problems(error.problems))


def unexpected(error: Exception) -> bool:
    """Show a reference number in place of the screen; tell Streamlit that the fault is dealt with."""
    if isinstance(error, ProblemError):
        show(error)
        return True
    reference = secrets.token_hex(3).upper()
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    LOG.error("Fault %s: %s at %s", reference, type(error).__name__, " < ".join(reversed(places)))
    draw(
        notice(
            f"Something went wrong and nothing was changed. Tell whoever runs this service: fault {reference}.",
            kind="warning",
        )
    )
    return True
