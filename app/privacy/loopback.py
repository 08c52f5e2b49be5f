"""Which hosts are this machine itself: what goes there does not leave."""

import ipaddress


def is_this_machine(host: str) -> bool:
    """Say whether `host` is the loopback: localhost, 127.0.0.0/8 or ::1 (RFC 6761, RFC 6890)."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
