"""The same questions from a terminal or a scheduled job: `python -m kpi COMMAND`.

In: arguments. Out: an answer on standard output, Problems on standard error, and an exit code:
0 done, 1 nothing done because of the content, 2 wrong use.
"""

from kpi.cli.run import main

__all__ = ["main"]
