"""The private reader: a language model on this machine that finds private spans by their meaning.

`worker.py` runs in a process of its own, which holds llama.cpp; everything that imports it lives
there (`engine.py`, `decoding.py`, `state.py`). The rest talks to that process.
"""
