"""What stands in front of both servers: closed side doors and the headers a browser obeys.

Pure ASGI, because a wrapper that buffers would break streaming and the websocket.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit answers on all of these although nothing here uses them: counts of sessions, a machine
# interface to the pages, uploads, old components, and media that would be readable to anybody.
CLOSED = (
    "/_stcore/metrics",
    "/_stcore/agent",
    "/_stcore/upload_file",
    "/component",
    "/media",
)
_STATIC = "/static/"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'none'",
    "script-src 'self' blob: 'wasm-unsafe-eval' {hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": a browser would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), usb=()",
}
_TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


def streamlit_page() -> str:
    """The page Streamlit sends to every browser, as installed; streamlit is not imported."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Streamlit is not installed.")
    return (Path(spec.origin).parent / "static" / "index.html").read_text(encoding="utf-8")


def content_security_policy(page: str) -> str:
    """The policy under which this page and the player work, its inline scripts by their hash."""
    hashes = " ".join(f"'{_sha256(script)}'" for script in _INLINE.findall(page))
    return "; ".join(_POLICY).format(hashes=hashes)


def is_same_origin(request: HTTPConnection) -> bool:
    """Whether a request comes from a page of this server, or from no page at all."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


@dataclass(frozen=True)
class Hardened:
    """An application behind closed side doors, with security headers on every response.

    ``policy`` is the Content-Security-Policy; ``secure`` says that it is served over TLS.
    """

    app: ASGIApp
    policy: str
    secure: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 for what is closed; otherwise pass on and add the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._harden(MutableHeaders(scope=message), str(scope["path"]))
            await send(message)

        app = PlainTextResponse("Not found", 404) if _is_closed(scope["path"]) else self.app
        await app(scope, receive, send_hardened)

    def _harden(self, headers: MutableHeaders, path: str) -> None:
        for name, value in self._headers():
            headers.setdefault(name, value)
        is_page = headers.get("content-type", "").startswith("text/html")
        if is_page or ("cache-control" not in headers and not path.startswith(_STATIC)):
            headers["Cache-Control"] = "no-store"

    def _headers(self) -> Iterator[tuple[str, str]]:
        yield "Content-Security-Policy", self.policy
        yield from _ALWAYS.items()
        if self.secure:
            yield from _TLS_ONLY.items()


def _is_closed(path: str) -> bool:
    return any(path == closed or path.startswith(f"{closed}/") for closed in CLOSED)


def _sha256(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
