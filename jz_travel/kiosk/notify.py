"""Telling systemd how it goes: the protocol of sd_notify(3), a datagram to the socket that the unit names."""

import os
import socket
from collections.abc import Mapping


class Notify:
    """Says nothing where nobody listens."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        # An address that starts with @ has no file: in the kernel's own list its first byte is nought.
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def ready(self, status: str) -> None:
        self._send(f"READY=1\nSTATUS={status}")

    def alive(self) -> None:
        self._send("WATCHDOG=1")

    def status(self, what: str) -> None:
        self._send(f"STATUS={what}")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
                wire.settimeout(1)
                wire.sendto(message.encode(), self._address)
        except OSError:  # systemd itself restarts: it will be told the next time
            return
