"""From a first start or a locked vault to an open one and back.

The ways in, and the ways out of trouble.
"""
