"""How fast and how big, beside the kept baselines."""
