"""Briefings as PowerPoint.

In: a Deck. Out: bytes of a .pptx file with charts that can be edited.
"""

from kpi.reports.powerpoint.render import powerpoint

__all__ = ["powerpoint"]
