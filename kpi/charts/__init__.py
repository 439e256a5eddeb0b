"""A pure description of a chart with its alt text, and what draws it.

In: judged histories. Out: a Chart; plotly.py draws it on screen, static.py for paper and slides, sparkline.py small.
"""
