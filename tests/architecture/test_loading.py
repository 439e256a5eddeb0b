"""What is loaded when: a command that makes no document loads nothing that lays documents out."""

import subprocess
import sys

HEAVY = ("docx", "matplotlib", "pptx", "typst")


def test_the_command_line_loads_what_lays_documents_out_only_when_one_is_made() -> None:
    code = f"import sys, kpi.cli.parser; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
