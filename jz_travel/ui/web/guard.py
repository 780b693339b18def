"""What keeps a page at home: requests, navigation, windows, downloads and WebRTC."""

import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from jz_travel.ui.web.scheme import HOST, SCHEME, SchemeHandler

log = logging.getLogger(__name__)
NO_WAY_OUT = """
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport", "WebSocket"])
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
"""


def is_ours(url: QUrl) -> bool:
    """Whether an address is one of the program's own ``jz://app``; anything else is kept out."""
    return url.scheme() == SCHEME.decode() and url.host() == HOST


class Guard(QWebEngineUrlRequestInterceptor):
    """Refuses every request that leaves the program; ``refused`` lists them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if is_ours(url) or url.scheme() in {"data", "blob"}:
            return
        self.refused.append(url.toString())
        log.warning("refused %s", url.toString())
        info.block(True)


class GuardedProfile(QWebEngineProfile):
    """An off-the-record profile: nothing is kept, nothing leaves, nothing is saved to disk."""

    def __init__(self, handler: SchemeHandler, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guard = Guard(self)
        self.handler = handler
        handler.setParent(self)
        self.setUrlRequestInterceptor(self.guard)
        self.installUrlSchemeHandler(SCHEME, handler)
        self.setSpellCheckEnabled(False)
        self.downloadRequested.connect(_refuse_download)
        self.scripts().insert(_no_way_out())


class GuardedPage(QWebEnginePage):
    """A page that stays where it is. An error on its console is a bug of ours: ``console_error``."""

    console_error = Signal(str)

    def __init__(self, profile: GuardedProfile, background: QColor, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self.setBackgroundColor(background)
        self.permissionRequested.connect(_refuse_permission)
        attribute = QWebEngineSettings.WebAttribute
        for each in (attribute.LocalStorageEnabled, attribute.PluginsEnabled, attribute.DnsPrefetchEnabled,
                     attribute.HyperlinkAuditingEnabled, attribute.JavascriptCanOpenWindows,
                     attribute.JavascriptCanAccessClipboard, attribute.NavigateOnDropEnabled,
                     attribute.ScrollAnimatorEnabled, attribute.ShowScrollBars):  # fmt: skip
            self.settings().setAttribute(each, False)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        typed = QWebEnginePage.NavigationType.NavigationTypeTyped
        reload = QWebEnginePage.NavigationType.NavigationTypeReload
        accepted = is_ours(QUrl(url)) and is_main_frame and kind in {typed, reload}
        if not accepted:
            log.warning("stays on its page instead of going to %s", QUrl(url).toString())
        return accepted

    def createWindow(self, kind: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return None  # type: ignore[return-value]  # Qt's way to say: no window

    def chooseFiles(
        self, mode: QWebEnginePage.FileSelectionMode, old: Sequence[str], kinds: Sequence[str]
    ) -> list[str]:
        return []  # no page looks at the disk

    def javaScriptAlert(self, origin: QUrl | str, message: str) -> None:
        """No page opens a dialogue: on a public screen nobody could close it."""

    def javaScriptConfirm(self, origin: QUrl | str, message: str) -> bool:
        return False

    def javaScriptPrompt(self, origin: QUrl | str, message: str, default: str) -> Any:
        return False, ""

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            log.error("%s (%s:%s)", message, source, line)
            self.console_error.emit(f"{message} ({source}:{line})")
        else:
            log.info("%s (%s:%s)", message, source, line)


def _no_way_out() -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("no way out")
    script.setSourceCode(NO_WAY_OUT)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    return script


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    log.warning("no downloads: %s", download.url().toString())
    download.cancel()


def _refuse_permission(permission: QWebEnginePermission) -> None:
    permission.deny()
