"""Looking at the free memory before it is taken: a machine that swaps is worse than no model."""

MEGABYTE = 1_000_000


class NoRoom(Exception):
    """Too little memory is free; both figures are in bytes."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__("too little memory is free")
        self.needed = needed
        self.free = free


def room_for(needed: int) -> None:
    """Return when `needed` bytes of memory are free without swapping; else raise `NoRoom`."""
    # Only the processes that load models need it; the window, which imports this, starts sooner.
    import psutil  # noqa: PLC0415

    free = int(psutil.virtual_memory().available)
    if free < needed:
        raise NoRoom(needed, free)
