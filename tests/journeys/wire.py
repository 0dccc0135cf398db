"""Requests as they go over the wire, and what comes back, with nothing done in between."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

OURS = {"X-Anteroom": "1", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def reason(self) -> str:
        """The sentence with which it was refused."""
        sentence: str = self.json["reason"]
        return sentence

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Wire:
    """One browser's connection to one server: a host, a port and a cookie jar."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def send(
        self,
        method: str,
        path: str,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send what the player would send: JSON with the player's own headers."""
        raw = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        sent = OURS if headers is None else headers
        return self._exchange(method, path, raw, sent)

    def look(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Open an address as a browser does."""
        return self._exchange("GET", path, None, {"Accept": "text/html", **(headers or {})})

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._exchange("POST", path, urlencode(fields).encode(), kind)

    def answers(self, path: str) -> bool:
        """Whether the server says that all is well there."""
        try:
            return self._exchange("GET", path, None, {}).status == 200
        except (OSError, http.client.HTTPException):
            return False

    def _exchange(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=20)
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, {**({"Cookie": jar} if jar else {}), **headers})
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        finally:
            connection.close()
        self._keep_cookies(answer)
        self.seen.append(f"{path}\n{answer.headers}")
        return answer

    def _keep_cookies(self, answer: Answer) -> None:
        for line in answer.headers.get_all("set-cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                if morsel.value:
                    self.cookies[name] = morsel.value
                else:
                    self.cookies.pop(name, None)
