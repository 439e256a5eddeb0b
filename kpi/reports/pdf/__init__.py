"""A report as a tagged PDF (PDF/UA-1), and its pages as pictures."""

from kpi.reports.pdf.render import pages, pdf

__all__ = ["pages", "pdf"]
