"""The house's own player: it pursues its score sheet and the common cause, by weights and habits.

It reads its view into an outlook, values what could be done next, bargains for what needs two,
and plans the rest. Chance plays in only where a habit is a share.
"""
