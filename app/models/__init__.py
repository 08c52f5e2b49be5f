"""The language models on this machine: choosing one, fetching it, making it ready, removing it."""
