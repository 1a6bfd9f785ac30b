"""The wire: what may come in, what goes out, and the documents made from the types.

`strict` reads JSON, `words` reads names and texts, `frames` and `bodies` are the types, `endpoints`
the list of all that can be asked, `describe` writes it down. No network, no table, no rule.
"""
