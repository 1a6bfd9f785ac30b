"""The server on a free port of this machine, with real sockets and a real store."""
