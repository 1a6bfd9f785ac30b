"""Laws of the game as properties, over tables that chance makes."""
