"""A host name to an address that may be connected to.

The check and the connection use one and the same resolved address: a name that resolves to a public address when it is
checked and to a private one when it is used (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from audiofy.errors import FetchError

# RFC 6052: IPv4 addresses inside IPv6, which a translator on the way would unpack.
_NAT64 = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """The addresses of `host`, in the order to try them.

    Args:
        host: A name or an address.
        port: The port to connect to.
        private: Allows addresses that are not public.

    Raises:
        FetchError: It has no address, or one that is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"There is no host {host}.", "Check the address and the network.") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private:
        for address in addresses:
            if not is_public(address):
                raise FetchError(
                    f"{host} is at {address}, which is no public address; audiofy doesn't fetch from there.",
                    "Allow it with --allow-private-hosts if you trust the source.",
                )
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody on the Internet reaches alike."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(part.is_global and not part.is_multicast for part in (found, *_inside(found)))


def _inside(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address carries: mapped, 6to4, Teredo and NAT64."""
    if isinstance(address, IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(entry for entry in found if entry is not None)
