"""If a stranger's script ran in the map's page of a public screen: it reaches nobody, leads nowhere, opens nothing."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_travel.mapping.page import PAGE
from tests.ui.kiosk_hands import Screens, Visitor, wait_until

LINKS = (
    "stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "icon", "manifest", "prerender",
)  # fmt: skip
LOADING = (
    "new Image().src = U", "element('script', {src: U})", "element('img', {srcset: `${U} 2x`})", "import(U)",
    "element('iframe', {src: U})", "element('object', {data: U})", "element('embed', {src: U})",
    "element('video', {src: U, poster: U, autoplay: true})", "element('audio', {src: U, autoplay: true})",
    "element('div', {style: `background: url(${U}); cursor: url(${U}), auto`})",
    "element('style', {textContent: `@import url(${U})`})",
    "element('style', {textContent: `@font-face { font-family: x; src: url(${U}) } * { font-family: x }`})",
    "element('div', {innerHTML: `<svg><image href='${U}'/><use href='${U}#a'/></svg>`})",
    "element('script', {type: 'speculationrules', textContent: `{\"prerender\": [{\"urls\": [\"${U}\"]}]}`})",
    "element('iframe', {srcdoc: `<meta http-equiv=refresh content='0;url=${U}'><img src='${U}'>`})",
)  # fmt: skip
ASKING = (
    "fetch(U)", "fetch(U, {mode: 'no-cors', keepalive: true})", "navigator.sendBeacon(U, 'x')",
    "(() => { const x = new XMLHttpRequest(); x.open('POST', U); x.send('x') })()", "new EventSource(U)",
    "new WebSocket(U.replace('http', 'ws'))", "new WebTransport(U.replace('http', 'https'))", "new Worker(U)",
    "new SharedWorker(U)", "navigator.serviceWorker.register(U)",
    "new Worker(URL.createObjectURL(new Blob([`fetch('${U}'); importScripts('${U}')`])))",
    "new RTCPeerConnection({iceServers: [{urls: `stun:127.0.0.1:${UDP}`}]}).createDataChannel('x')",
    "new RTCPeerConnection({iceServers: [{urls: `turn:127.0.0.1:${TCP}?transport=tcp`, username: 'x'}]})",
)  # fmt: skip
LEADING = (
    "location.assign(U)", "location.replace(U)", "location.href = 'file:///etc/passwd'",
    "location.href = 'chrome://gpu'",
    "location.href = 'view-source:' + U", "location.href = 'data:text/html,gone'", "location.href = 'mailto:a@b.c'",
    "window.open(U)", "window.open(U, '_self')", "window.open('about:blank')",
    "element('meta', {httpEquiv: 'refresh', content: `0;url=${U}`})", "element('a', {href: U, ping: U}).click()",
    "element('a', {href: U, download: 'x'}).click()", "element('a', {href: U, target: '_blank'}).click()",
    "element('a', {href: URL.createObjectURL(new Blob(['x'])), download: 'x.html'}).click()",
    "element('form', {action: U, method: 'post'}).submit()", "element('form', {action: U, target: '_blank'}).submit()",
    "element('iframe', {src: 'file:///etc/passwd'})",
)  # fmt: skip
OPENING = (
    "alert('x')", "confirm('x')", "prompt('x')", "print()", "element('input', {type: 'file'}).click()",
    "showOpenFilePicker()", "document.documentElement.requestFullscreen()", "navigator.clipboard.writeText('x')",
    "navigator.mediaDevices.getUserMedia({audio: true})", "navigator.geolocation.getCurrentPosition(() => 0)",
    "Notification.requestPermission()", "navigator.registerProtocolHandler('web+x', U + '?%s')",
    "navigator.usb.requestDevice({filters: []})",
)  # fmt: skip
VECTORS = (
    *(f"element('link', {{rel: '{each}', href: U, as: 'image'}})" for each in LINKS),
    *LOADING,
    *ASKING,
    *OPENING,
    *LEADING,
)
TRY = """(() => {
    const [TCP, UDP, vector] = %s, U = `http://127.0.0.1:${TCP}/x`;
    const element = (name, with_) => document.body.appendChild(Object.assign(document.createElement(name), with_));
    try { Promise.resolve(eval(vector)).catch(() => 0); } catch (error) { return "refused"; }
    return "tried";
})()"""
SECONDS_TO_LEAK = 2.0


@pytest.fixture
def listeners() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Somebody who waits for what gets out, by TCP and by UDP."""
    with closing(socket.socket()) as tcp, closing(socket.socket(type=socket.SOCK_DGRAM)) as udp:
        for each in (tcp, udp):
            each.bind(("127.0.0.1", 0))
            each.setblocking(False)
        tcp.listen()
        yield tcp, udp


def reached(tcp: socket.socket, udp: socket.socket) -> list[str]:
    found = []
    for name, hear in (("tcp", lambda: tcp.accept()[0].close()), ("udp", lambda: udp.recv(2_000))):
        try:
            hear()
            found.append(name)
        except BlockingIOError:
            pass
    return found


def run(visitor: Visitor, script: str) -> object:
    answers: list[object] = []
    visitor.kiosk.window.stage.map.view.page.runJavaScript(script, 0, answers.append)
    wait_until(lambda: bool(answers), f"no answer to {script[-200:]}")
    return answers[0]


@pytest.mark.map
def test_no_script_in_the_page_reaches_anybody_or_leads_anywhere(
    screens: Screens, listeners: tuple[socket.socket, socket.socket], caplog: pytest.LogCaptureFixture
) -> None:
    visitor = screens()
    view = visitor.kiosk.window.stage.map.view
    wait_until(lambda: view.is_settled, "the map did not come up")
    before = set(QApplication.topLevelWidgets())
    ports = [each.getsockname()[1] for each in listeners]
    socket.create_connection(("127.0.0.1", ports[0])).close()
    assert reached(*listeners) == ["tcp"]  # it would be noticed
    for vector in VECTORS:
        assert run(visitor, TRY % json.dumps([*ports, vector])) in {"tried", "refused"}, vector
        assert reached(*listeners) == [], vector
    QTest.qWait(round(SECONDS_TO_LEAK * 1000))
    assert reached(*listeners) == []
    assert view.page.url().toString() == PAGE
    assert run(visitor, "typeof jzMap") == "object"
    assert [each for each in set(QApplication.topLevelWidgets()) - before if each.isVisible()] == []
