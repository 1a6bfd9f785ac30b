"""Looking back on a game: what might have come of it, where it turned, who moved what."""
