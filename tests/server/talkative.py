"""In place of a server: it is ready, then says more than a pipe holds, and ends."""

print("Stop with Ctrl-C; what was said is kept.")
for _ in range(2_000):
    print("x" * 100)
