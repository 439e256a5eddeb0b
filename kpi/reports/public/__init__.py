"""The edition for the public: plain English, protected figures, as web pages, data files and PDF.

In: what may be published of each quarter. Out: a PublicEdition, and bytes made from nothing else.
"""
