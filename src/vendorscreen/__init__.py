"""Procurement risk screening: who stands behind a tender, and what is known on a date."""
