"""Several processes that serve together: a door, and workers in which sessions are at home.

`door` accepts and reads where to, `keeper` starts the workers and hands connections on, `handed` is
how a worker takes them. What a session does stands below and knows nothing of this.
"""
