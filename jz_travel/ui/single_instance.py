"""One window for one visitor: a second start hands its file to the first and ends."""

import hashlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from jz_travel.domain.failures import Failure
from jz_travel.store.files import FileLock

PATIENCE_MS = 3000
LONGEST_MESSAGE = 64 * 1024  # bytes
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # with it Wayland lets a window come to the front


class SingleInstance(QObject):
    """Whoever holds the lock in ``folder`` is the first. The system lets go of it even after a kill: none is stale."""

    asked = Signal(str)
    """Somebody started the program again: the file that is wanted, or nothing. Come to the front."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        self._name = _name_of(folder)
        self._lock: FileLock | None = None
        self.is_first = True
        try:
            self._lock = FileLock(folder / "window.lock")
        except Failure as failure:
            # Where no lock can be made, as in a home that may not be written, everybody is alone.
            self.is_first = failure.cause.name != "IN_USE"

    def listen(self) -> None:
        """Be there for those that come later. A socket left by a killed program is removed first."""
        if self._lock is not None:
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def hand_over(self, file: Path | None) -> bool:
        """Ask the first to open ``file``; False when it does not answer, and then a window of one's own is better."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        wanted = {"open": str(file.absolute()) if file else "", "token": os.environ.get(TOKEN, "")}
        socket.write(json.dumps(wanted).encode() + b"\n")
        heard = socket.waitForBytesWritten(PATIENCE_MS) or socket.bytesToWrite() == 0
        return heard and socket.waitForReadyRead(PATIENCE_MS) and bytes(socket.readAll().data()) == b"ok\n"

    def close(self) -> None:
        """Let the next one be the first."""
        self._server.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _receive(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_MESSAGE)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LONGEST_MESSAGE:
                socket.abort()
            return
        wanted = _understood(bytes(socket.readLine().data()))
        if wanted is None:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        file, token = wanted
        if token:
            os.environ[TOKEN] = token
        self.asked.emit(file)


def _understood(line: bytes) -> tuple[str, str] | None:
    """File and token of a message, or None for what is none of ours."""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict):
        return None
    file, token = message.get("open"), message.get("token")
    return (file, token) if isinstance(file, str) and isinstance(token, str) else None


def _name_of(folder: Path) -> str:
    """The socket's name: short, for Unix takes hardly 100 letters, and another one for each visitor and folder."""
    mark = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    name = f"jz-travel-{mark}"
    return f"{runtime}/{name}" if runtime and len(runtime) < 60 and os.access(runtime, os.W_OK) else name
