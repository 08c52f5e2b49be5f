"""The steps behind `dev.py`; standard library only, since nothing is installed yet."""
