"""A pure description of a chart with its alt text; plotly.py draws it on screen, sparkline.py as plain SVG."""
