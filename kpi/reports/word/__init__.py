"""Papers as Word documents.

In: a Report. Out: bytes of a .docx file.
"""

from kpi.reports.word.render import word

__all__ = ["word"]
