"""Inspection: judgements over time, the trace from recommendation to figure, the self-evaluation.

In: definitions, the plan and figures. Out: frozen values.
"""
