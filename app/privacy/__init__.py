"""What is private, how it is hidden and how it is put back: pure values and functions.

Nothing here reads a file, opens a socket or knows a window. All offsets are code points.
"""
