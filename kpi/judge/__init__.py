"""Figures to judgement: pure functions on numpy arrays, vectorised over series and periods."""
