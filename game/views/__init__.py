"""What each viewer may see, built up from nothing. A new field is secret until it is named here.

One function for socket, page, log, replay, export, bot and report: `game.views.view.view`.
"""
