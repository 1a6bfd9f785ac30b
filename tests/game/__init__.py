"""One rule a test, each naming its section of the rulebook, on small tables made by hand."""
