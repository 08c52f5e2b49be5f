"""From a locked vault to an open one and back: the ways in, and the ways out of trouble."""
