"""A command tried on a copy: who would notice, what would change now and later, what would be lost.

Nothing of it is done, and the table that is played knows nothing of it.
"""
