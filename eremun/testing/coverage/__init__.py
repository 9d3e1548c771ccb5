"""What the tests of a pack would notice: each provision is changed by one unit or taken out, and some case must fail.

Receives a checked pack and its cases, all of which pass; gives for every provision whether a case noticed its change,
and which paths through the rules the cases take. Works on the reference engine, which reads only what a case asks for.
"""
