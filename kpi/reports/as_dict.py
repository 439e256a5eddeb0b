"""A report as plain values, for programs.

In: a Report. Out: dictionaries, lists, texts and numbers; the same report gives the same JSON.
"""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from math import isfinite
from typing import Any

from kpi.problem import Problem
from kpi.reports.model import Report


def as_dict(report: Report) -> dict[str, Any]:
    """Give the JSON object of a report; each block says its kind, days and times are ISO, `draft` tells of gaps."""
    return {**_object(report), "draft": report.is_draft}


def _object(value: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, Problem):
        return value.as_dict()
    if is_dataclass(value):
        return {"is": type(value).__name__.lower(), **_object(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float) and not isfinite(value):
        return None  # the edge of a chart, which JSON has no number for
    return value.isoformat() if isinstance(value, date | datetime) else value
