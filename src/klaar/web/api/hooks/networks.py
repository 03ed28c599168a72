"""Where a webhook may go: over https, to addresses of the public internet, and to own networks that were allowed.

A name is looked up once for each delivery, every address it has must be allowed, and the connection goes to the
address that was looked at: a name that answers differently the second time gains nothing.
"""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import urlsplit

from klaar.web.environment import SettingError

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
_NAT64 = ip_network("64:ff9b::/96")
_LONGEST = 500


class Target(NamedTuple):
    """Where to connect: `address` is that of `host`, `path` is what to ask for there."""

    host: str
    port: int
    path: str
    address: str


class Unsafe(Exception):
    """An address to which nothing is sent; `code` is not_https, odd, unknown or private."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_networks(said: str) -> tuple[Network, ...]:
    """The networks in "10.20.0.0/16,fd12::/48"; raises `SettingError`."""
    try:
        return tuple(ip_network(each.strip()) for each in said.split(",") if each.strip())
    except ValueError as error:
        raise SettingError(f"KLAAR_WEBHOOK_NETWORKS={said}: {error}") from None


def find_target(url: str, allowed: tuple[Network, ...]) -> Target:
    """Where a webhook goes; raises `Unsafe`."""
    host, port, path = _parts(url)
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise Unsafe("unknown") from None
    if not found or not all(is_allowed(ip_address(each.partition("%")[0]), allowed) for each in found):
        raise Unsafe("private")
    return Target(host, port, path, min(found))


def is_allowed(address: Address, allowed: tuple[Network, ...]) -> bool:
    """Whether something may be sent to an address: a public one, or one in an allowed network."""
    inner = _inner(address)
    if any(inner in each for each in allowed):
        return True
    return inner.is_global and not (inner.is_multicast or inner.is_reserved or inner.is_unspecified)


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address leads to, where it leads to one."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1] or address


def _parts(url: str) -> tuple[str, int, str]:
    """Host, port and path; raises `Unsafe` for what is not plain https."""
    odd = len(url) > _LONGEST or any(not "!" <= letter <= "~" for letter in url)
    try:
        told = urlsplit(url)
        port = told.port or 443
    except ValueError:
        raise Unsafe("odd") from None
    if told.scheme != "https":
        raise Unsafe("not_https")
    if odd or not told.hostname or told.username is not None or told.password is not None:
        raise Unsafe("odd")
    query = f"?{told.query}" if told.query else ""
    return told.hostname, port, f"{told.path or '/'}{query}"
