"""The wire: what may come in, what goes out, and the documents made from the types.

`strict` reads JSON, `words` names and texts; `frames` and `session`, `bodies` and `replies` are the
types of socket and endpoints, and beside them stands a module for each subject that has its own;
`endpoints` is the list of all that can be asked, `describe` writes it down. No network, no table,
no rule.
"""
