"""Run the command line: `python -m kpi`."""

import gc

from kpi.cli import main

if __name__ == "__main__":
    # What is loaded by now stays to the end; looking through it for garbage would take a tenth of a long command.
    gc.freeze()
    raise SystemExit(main())
