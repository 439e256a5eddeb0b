"""Papers for the meeting: one frozen report value, and what renders it.

In: what the workspace knows at a revision. Out: reports, decks and public editions as values, and their documents.
"""
