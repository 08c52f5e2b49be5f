"""Speed and memory, measured on this machine and printed; never asserted.

Each module runs by itself, `python -m tests.bench.NAME`, and prints what it measures side by side
with the plain way of doing the same.
"""
