"""Work that takes more than one process, and what is kept of its results.

No socket, no store, no terminal: whoever asks for the work shows how far it has come.
"""
