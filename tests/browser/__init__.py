"""A real Chromium in front of a real server."""
