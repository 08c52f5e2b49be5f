"""Comparing values however they were written: width, case, invisible characters, lookalikes."""
