"""Players that are programs. They see a seat's view and its sheet, and act through commands alone.

Nothing here knows the model or decides: a bot that wants the impossible is refused like anybody.
"""
