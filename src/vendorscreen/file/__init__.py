"""The ground floor: bytes of files to text, rows, values, elements and sheets, each bounded and hardened once."""
