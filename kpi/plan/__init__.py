"""The improvement plan as at a quarter: what was declared, what the record concludes, and the sentences.

In: definitions, updates and figures. Out: frozen values.
"""
