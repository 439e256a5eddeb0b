"""Run the command line: `python -m kpi`."""

from kpi.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
