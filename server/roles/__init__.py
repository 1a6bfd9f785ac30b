"""What the holder of a pass may see and do: players, facilitators, evaluators, room displays."""
