"""Opens workbooks: what runs in the child process, with the standard library and calamine only.

In: a workbook's bytes. Out: JSON text of its cells. It loads nothing else of the program, so that it starts fast and
holds nothing that a hostile workbook could spoil; `kpi/intake/read_workbook.py` starts it.
"""
