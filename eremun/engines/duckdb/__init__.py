"""The engine that writes a plan as SQL and lets DuckDB compute it."""
