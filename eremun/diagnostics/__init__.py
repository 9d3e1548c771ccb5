"""Faults as data: where something is wrong, which code it has, which words it concerns.

Built where the fault is known, collected, and rendered at the edge in Bahasa Indonesia or English.
"""
