#!/bin/sh
# Installs packages of Debian or Ubuntu by name, as root or through sudo; says what to do where that is impossible.
set -eu
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Please install as an administrator: $*" >&2; exit 1; }
    as_root="sudo"
fi
command -v apt-get >/dev/null 2>&1 || { echo "Please install with your system's package manager: $*" >&2; exit 1; }
echo "Installing $* from the system's packages."
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
