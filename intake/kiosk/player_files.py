"""The player's own files, read once: forty small ones, which a tablet asks for at every start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from intake.figure import figure_json

_FOLDER = Path(__file__).parent / "player"
_KINDS = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True)
class PlayerFile:
    """What is in a file, its media type, and the mark (ETag) of exactly this content."""

    content: bytes
    kind: str
    mark: str


@cache
def player_files() -> dict[str, PlayerFile]:
    """Every file a tablet may have, by its path below the player."""
    files = {
        str(path.relative_to(_FOLDER)): _file(path.read_bytes(), _KINDS[path.suffix])
        for path in sorted(_FOLDER.rglob("*"))
        if path.suffix in _KINDS
    }
    # As a module, so that the player has it before the network may go.
    figure = f"export const FIGURE = {json.dumps(figure_json())};\n"
    return {**files, "figure.js": _file(figure.encode(), _KINDS[".js"])}


def _file(content: bytes, kind: str) -> PlayerFile:
    return PlayerFile(content, kind, f'"{sha256(content).hexdigest()[:32]}"')
