"""The ground floor: bytes of files in and out, bounded, hardened, and whole or not at all."""
