"""Who may come in: passes, join codes, rate limits, origins and the headers that guard pages.

Nothing here knows the store, a table or the game; times are handed in.
"""
