#!/bin/sh
# Sees to it that the machine has what only the tests need: a browser, a Java compiler with the JAXB
# library (for veraPDF), and the tools that read a PDF's text.
#
#     tools/system_parts.sh
#
# The one rule: it installs only what is missing, and when it may not, it says what to install.
set -eu

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
ls /usr/share/java/jaxb-api.jar >/dev/null 2>&1 || missing="$missing libjaxb-java"
version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || missing="$missing default-jdk-headless"
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if command -v apt-get >/dev/null && $as_root true 2>/dev/null; then
    echo "Installing what the tests need:$missing"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq </dev/null
    # shellcheck disable=SC2086  # one word a package
    $as_root apt-get install -qq -y --no-install-recommends $missing </dev/null >/dev/null
    exit 0
fi

echo "The tests need these packages of Debian, or their like on your system:$missing" >&2
echo "Install them, for example:  sudo apt-get install$missing" >&2
exit 1
