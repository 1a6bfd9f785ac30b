"""A whole server in one thread, without a net, a disk or a clock: a seed is always the same run."""
