"""Keyrings for tests: one that works, and the ways in which one does not."""


class Remembering:
    """A keyring in memory; it stands for the system's own."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.entries[service, username]


class Forgetful(Remembering):
    """Takes everything and keeps nothing, as `keyring`'s null backend does."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        pass


class Refusing(Remembering):
    """Locked, or its user said no; each system raises something of its own."""

    class LockedError(Exception):
        pass

    def get_password(self, *_: str) -> str | None:
        raise self.LockedError("a message that may hold anything")

    def set_password(self, *entry: str) -> None:
        raise self.LockedError(*entry)
