"""The child process: reads one workbook under limits.

In: the kind as argument, the workbook on standard input. Out: one JSON document on standard output; exit code 1 when it
cannot be read.
"""

import json
import sys

from kpi.workbook.cells import read

MEMORY = 512 << 20
SECONDS = 10


def limit() -> None:
    """Allow this process little memory and time and no files; where the system cannot, the parent's clock remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    limit()
    answer = read(sys.argv[1], sys.stdin.buffer.read())
    if answer is None:
        sys.exit(1)
    json.dump(answer, sys.stdout)
