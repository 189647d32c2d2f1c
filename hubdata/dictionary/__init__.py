"""The one dictionary of columns: what every column that a measure prints is called, what it means, how it is written.

A measure's columns stand in the module of its subject, in the order in which it prints them. A column that says the
same in many measures stands once in ``everyday``; one that means something of its own in a measure is told there.
"""
