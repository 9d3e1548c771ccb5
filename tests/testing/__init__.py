"""Tests of the runner of a pack's own tests."""
