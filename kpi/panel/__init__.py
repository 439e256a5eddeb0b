"""The panel: its calendar and deadlines, questions, and claims that the figures answer.

In: definitions, declared answers and figures. Out: frozen values.
"""
