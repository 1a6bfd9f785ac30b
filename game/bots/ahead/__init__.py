"""A player of another design: it tries plans out in its head before it sends one.

It keeps a rough picture of what it sees, imagines a few ways the hidden part may be, plays each
plan on to the end in each of them, and takes the one that ends best on average. It shares with the
house bots how a view is read, and nothing of how it is weighed.
"""
