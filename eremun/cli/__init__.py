"""The commands: one file for each verb, one place for exit codes.

Receives words from a shell; prints results to stdout and everything else to stderr.
"""
