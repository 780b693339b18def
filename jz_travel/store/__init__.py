"""Files: what people write (TOML), what the program writes (JSON)."""
