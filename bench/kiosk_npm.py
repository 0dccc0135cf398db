"""A pinned npm package beside the bench's other libraries, fetched once by npm as it is set up."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha512
from pathlib import Path
from shutil import rmtree, which
from tempfile import TemporaryDirectory

BESIDE = Path(sys.prefix) / "bench"


class NotFetchedError(Exception):
    """The package cannot be had; the message says what to do."""


@dataclass(frozen=True)
class Package:
    """One version of a package, the digest npm lists for it, and which of its files are needed."""

    name: str
    version: str
    integrity: str
    files: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """As npm is asked for it."""
        return f"{self.name}@{self.version}"


def unpacked(package: Package) -> Path:
    """The folder with the package's files; raise NotFetchedError with a sentence."""
    folder = BESIDE / f"{package.name}-{package.version}"
    if not folder.exists():
        begun = folder.with_name(f"{folder.name}.begun")
        rmtree(begun, ignore_errors=True)
        with TemporaryDirectory() as place:
            archive = _checked(package, _fetched(package, Path(place)))
            _unpack(package, archive, begun)
        begun.rename(folder)
    return folder


def _fetched(package: Package, place: Path) -> Path:
    npm = which("npm")
    if npm is None:
        raise NotFetchedError("npm is missing; please type: apt-get install --yes npm")
    command = [npm, "pack", package.wanted, "--silent", "--ignore-scripts"]
    done = subprocess.run(command, cwd=place, capture_output=True, check=False)  # noqa: S603 - our own words
    for archive in place.glob("*.tgz"):
        if done.returncode == 0:
            return archive
    raise NotFetchedError(f"npm could not fetch it; please type: npm pack {package.wanted}")


def _checked(package: Package, archive: Path) -> Path:
    digest = b64encode(sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        raise NotFetchedError(f"what npm fetched is not the {package.wanted} that was pinned")
    return archive


def _unpack(package: Package, archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as opened:
        for name in package.files:
            member = opened.extractfile(f"package/{name}")
            if member is None:
                raise NotFetchedError(f"{package.wanted} has no file {name}")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(member.read())
