"""What a table is at one moment: frozen values, tuples for lists.

No rules, no defaults that hide a rule, nothing that changes in place. Only `evolve` makes the
next `Table`. Sequences about seats (`seats`, `placed`, `earned` ...) share one order: seat order.
"""
