"""Papers as Word documents.

In: a Report. Out: bytes of a .docx file.
"""

from kpi.reports.word.render import check, word

__all__ = ["check", "word"]
