"""Reading what offices send: files in, typed columns and rejected rows out, the same for every engine.

Receives the declared inputs and a folder; guarantees rows in = rows that stand + rows rejected, each with its reason.
"""
