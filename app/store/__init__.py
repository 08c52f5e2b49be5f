"""Everything that is kept: the key, the encrypted database and what lives in it.

One rule runs through the package: a secret (level PL4) that was hidden is never written, in any
form. Its number is kept, so that no placeholder ever stands for two values; the value itself
lives in memory until the app ends. All objects here belong to one thread, the one that opened
the database.
"""
