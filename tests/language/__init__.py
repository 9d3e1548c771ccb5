"""The pages about the rule language: every example of theirs is run, every list of theirs is made from the code."""
