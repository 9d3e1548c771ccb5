"""What a pack says, typed and frozen, before anyone has checked that it makes sense.

Receives the syntax of a pack, gives a `Pack`; refuses unknown keys, words of no meaning and shapes that the language
does not have.
"""
