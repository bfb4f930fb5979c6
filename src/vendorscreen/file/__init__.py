"""The ground floor: bytes in and out, each way once: bounded, hardened, whole or not at all."""
