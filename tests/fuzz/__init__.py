"""Millions of damaged inputs through every reader: an answer or an error of ours, never anything else."""
