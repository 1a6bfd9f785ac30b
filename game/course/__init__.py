"""How a game runs by itself: rounds, plans, reveals, promises, launch, year one, scores.

Commands set these going; nothing here asks who may.
"""
