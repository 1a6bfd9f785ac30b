"""Experiments with bots: what arms are, what is measured of a game, how a check is judged.

No claim is named here: those stand in `game.findings`, a file each. Pure: who has several cores
plays the parts on them and hands the samples back.
"""
