#!/bin/sh
# Prepare this checkout: `sh scripts/setup.sh runtime` fills .venv to run Anteroom, `... dev` to
# test it too, `... programs` installs the programs that only tests start, `... types` the one that
# reads the JavaScript's types.
# Works as root, with sudo, or says in one line what to type. make calls it when needed.
set -eu
cd "$(dirname "$0")/.."
wanted=${1:?runtime, dev, programs or types}

say() { echo "setup: $*"; }
stop() {
  echo "setup: $*" >&2
  exit 1
}

# apt_install PACKAGE... : install Debian packages, or say what to type.
apt_install() {
  command -v apt-get >/dev/null || stop "please install with your package manager: $*"
  if [ "$(id -u)" = 0 ]; then
    as_root="env"
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root="sudo env"
  else
    stop "please type as root, then try again: apt-get update && apt-get install --yes $*"
  fi
  say "installing $*"
  log=$(mktemp)
  # Lists that cannot be refreshed may still be good enough to install from, so only the
  # second command decides.
  $as_root apt-get update -qq >"$log" 2>&1 || true
  if ! $as_root DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes -qq --no-install-recommends "$@" >>"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    stop "could not install $*; see the lines above"
  fi
  rm -f "$log"
}

recent_enough() {
  command -v "$1" >/dev/null && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

find_python() {
  for candidate in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14}; do
    if recent_enough "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}

make_venv() {
  # A checkout that moved, or a set-up that was interrupted, leaves one that does not work.
  .venv/bin/python -m pip --version >/dev/null 2>&1 && return
  python=$(find_python)
  [ -n "$python" ] || stop "Python 3.11 or newer is needed; name yours with: make setup PYTHON=python3.x"
  # Debian keeps the part of Python that fills a new environment in a package of its own.
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    apt_install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
  say "making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv || stop "could not make .venv"
}

install_libraries() {
  say "installing the libraries of requirements/$1.txt (about half a minute)"
  .venv/bin/python -m pip --disable-pip-version-check -qq \
    install --require-hashes --requirement "requirements/$1.txt" ||
    stop "could not install them: is this machine online?"
}

# The browser the journeys are tapped in, and the readers that look at finished PDFs.
install_programs() {
  missing=
  command -v chromium >/dev/null || missing="$missing chromium fonts-liberation"
  command -v pdftotext >/dev/null || missing="$missing poppler-utils"
  command -v qpdf >/dev/null || missing="$missing qpdf"
  # shellcheck disable=SC2086 # a list of words
  [ -z "$missing" ] || apt_install $missing
}

case $wanted in
programs)
  install_programs
  ;;
types)
  command -v tsc >/dev/null || apt_install node-typescript
  ;;
runtime | dev)
  make_venv
  install_libraries "$wanted"
  touch .venv/runtime.stamp
  [ "$wanted" = runtime ] || touch .venv/dev.stamp
  ;;
*) stop "what is '$wanted'?" ;;
esac
