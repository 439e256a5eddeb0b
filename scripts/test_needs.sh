#!/bin/sh
# Installs what the tests need beyond Python, where it is missing: Chromium, fonts for it, and PostgreSQL's server.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || missing="$missing chromium"
fc-list 2>/dev/null | grep -qi liberation || missing="$missing fonts-liberation fontconfig"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
# shellcheck disable=SC2086
[ -z "$missing" ] || sh scripts/system_packages.sh $missing
