"""The improvement-plan KPI dashboard: definitions and quarterly figures in, statuses that explain themselves out."""

__version__ = "0.1.0"
