"""Looking at the free memory before it is taken: a machine that swaps is worse than no model."""

MEGABYTE = 1_000_000


class NoRoom(Exception):
    """Too little memory is free; both figures are in bytes."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__("too little memory is free")
        self.needed = needed
        self.free = free


def free_memory() -> int:
    """Return how many bytes of memory can be taken without swapping."""
    # Only the processes that load models need it; the window, which imports this, starts sooner.
    import psutil  # noqa: PLC0415

    return int(psutil.virtual_memory().available)


def room_for(needed: int, free: int) -> None:
    """Return when `needed` bytes fit the `free` ones; else raise `NoRoom`."""
    if free < needed:
        raise NoRoom(needed, free)
