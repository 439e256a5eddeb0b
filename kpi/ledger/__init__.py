"""The append-only record of figures and definitions: tables, engine, write (the only writer), read, verify."""
